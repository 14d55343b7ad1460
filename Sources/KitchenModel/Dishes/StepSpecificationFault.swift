/// Why a text is not a step in one line.
package enum StepSpecificationFault: Explained, Hashable {
  /// Nothing, or only a title.
  case empty
  /// A first word that is not a kind of step, before a title that says no duration.
  case unknownKind(String)
  /// Words without a duration.
  case withoutDuration(String)
  /// Two durations, so that it is two steps.
  case twoDurations(String)
  /// A duration alone, which may be work or waiting.
  case withoutKind(String)
  /// No duration behind the kind.
  case duration(DurationFault)
  /// A temperature that cannot be read.
  case temperature(TemperatureFault)
  /// Two uses at different temperatures.
  case twoTemperatures(String)
  /// How long it keeps cannot be read.
  case keeping(KeepingFault)
  /// How long it keeps comes twice.
  case keepsTwice(String)
  /// An `@` with nothing behind it.
  case withoutEquipment(String)
  /// Units that are not a number from 1.
  case units(String)
  /// Equipment that comes twice.
  case repeated(String)

  package var message: String {
    switch self {
    case .empty: "A step is missing."
    case .unknownKind(let word): "A step cannot begin with \(word.quoted)."
    case .withoutDuration(let text): "How long does \(text.quoted) take?"
    case .twoDurations(let text): "The step \(text.quoted) has two durations."
    case .withoutKind(let text): "\(text.quoted) does not say whether it needs hands."
    case .duration(let fault): fault.message
    case .temperature(let fault): fault.message
    case .twoTemperatures(let text): "The step \(text.quoted) has two temperatures."
    case .keeping(let fault): fault.message
    case .keepsTwice(let text): "The step \(text.quoted) says how long it keeps twice."
    case .withoutEquipment(let text): "The step \(text.quoted) has an @ without equipment."
    case .units(let text): "\(text.quoted) is not a number of units."
    case .repeated(let name): "The step uses \(name.quoted) twice."
    }
  }

  package var hint: String {
    switch self {
    case .empty: "Write it as \"blocking 15m: Peel\" or \"waiting 50m @oven 180C: Bake\"."
    case .unknownKind(let word):
      NearMiss.question(of: Way.Kind.allCases.map(\.rawValue), for: word)
        ?? "Begin with the duration, or with hands-on or waiting, as in \"hands-on 15m: Peel\"."
    case .withoutDuration(let text):
      text.endsInBareNumber
        ? "Write the unit too, as in \("\(text)m".quoted)."
        : "Write it into the line, as in \"chop tomatoes 5m\"."
    case .twoDurations: "Make it two steps, as in \"chop onions 5m\" and \"simmer 2h\"."
    case .withoutKind(let text):
      "Write \("hands-on \(text)".quoted) or \("waiting \(text)".quoted), or say what is done."
    case .duration(let fault): fault.hint
    case .temperature(let fault): fault.hint
    case .twoTemperatures: "A step has one temperature for all it uses."
    case .keeping(let fault): fault.hint
    case .keepsTwice: "Write it once, as in \"waiting 10m @burner keeps 2m: Boil\"."
    case .withoutEquipment: "Name what it uses, as in @oven or @burner*2."
    case .units: "Write a whole number from 1, as in @burner*2."
    case .repeated(let name): "Write the units behind a star, as in @\(name)*2."
    }
  }
}

extension String {
  /// Whether the last word is a number that may be minutes: not the degrees of `bake at 180`.
  fileprivate var endsInBareNumber: Bool {
    let words = split(separator: " ")
    return words.count > 1 && words[words.count - 1].allSatisfy(\.isNumber)
      && words[words.count - 2].lowercased() != "at"
  }
}
