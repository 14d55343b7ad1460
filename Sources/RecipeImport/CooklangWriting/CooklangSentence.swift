import KitchenModel
import RecipeProse

/// Finds a sentence in Cooklang that reads back as a given step.
struct CooklangSentence {
  private let step: Step
  private let way: Way

  private init(_ step: Step) {
    self.step = step
    way = step.ways[0]
  }

  /// Of several sentences the one whose reading is nearest to the step, which keeps what the words
  /// already say from being said twice; a step with options is written as it is done first.
  static func text(of step: Step) -> String {
    let sentence = CooklangSentence(step)
    var best = (text: CooklangText.escaped(step.title), score: -1)
    for candidate in sentence.candidates {
      let score = sentence.score(candidate)
      if score > best.score { best = (candidate, score) }
    }
    return best.text
  }

  /// The sentences to choose from, the plainest first.
  private var candidates: [String] {
    let title = CooklangText.escaped(step.title)
    var texts = [title]
    if let place = statedLength, way.kind == .waiting {
      let scalars = Array(step.title.unicodeScalars)
      func words(_ range: Range<Int>) -> String {
        var view = String.UnicodeScalarView()
        view.append(contentsOf: scalars[range])
        return CooklangText.escaped(String(view))
      }
      texts = [
        words(0..<place.lowerBound) + timer + words(place.upperBound..<scalars.count), title,
      ]
    }
    let places = equipment.map { ["", " \($0)"] } ?? [""]
    let lengths =
      way.kind == .waiting
      ? ["", " for \(timer)"]
      : ["", " for \(spokenLength)", " by hand for \(spokenLength)", " for \(timer)"]
    return texts.flatMap { text in
      places.flatMap { place in lengths.map { text + place + $0 + "." } }
    }
  }

  private var statedLength: Range<Int>? {
    DurationText.mentions(in: step.title).first { $0.estimate == way.duration }?.range
  }

  /// How much of the step a sentence reads back as.
  private func score(_ sentence: String) -> Int {
    let (recipe, _) = CooklangParser.parse(sentence + "\n", named: "step.cook", steps: .paragraphs)
    let draft = CooklangDraft.draft(of: recipe, file: "step.cook")
    guard draft.dish.steps.count == 1, let read = draft.dish.steps.first else { return 0 }
    let found = read.ways[0]
    var score = 1
    if found.kind == way.kind { score += 16 }
    // A wait that is only guessed from the words would be lost on other readers.
    let isSaid = draft.origins[0].number != .estimated || way.kind != .waiting
    if found.duration == way.duration, isSaid { score += 16 }
    // A timer survives other readers; words may not.
    if draft.origins[0].number == .timer, way.kind == .waiting { score += 2 }
    if found.uses == way.uses { score += 8 }
    if found.temperature == way.temperature { score += 8 }
    if read.title == step.title { score += 4 }
    return score
  }

  /// `~{50%minutes}`, in the largest unit that says the length exactly.
  private var timer: String {
    let (amount, unit) = length
    return "~{\(amount)%\(unit)}"
  }

  private var spokenLength: String {
    let (amount, unit) = length
    return "\(amount) \(unit)"
  }

  private var length: (amount: String, unit: String) {
    let ends = [way.duration.minimum.count, way.duration.maximum.count]
    let (size, unit) =
      [(3600, "hours"), (60, "minutes"), (1, "seconds")].first { size, _ in
        ends.allSatisfy { $0 % size == 0 }
      } ?? (1, "seconds")
    let numbers = way.duration.isExact ? [ends[0]] : ends
    return (numbers.map { "\($0 / size)" }.joined(separator: "-"), unit)
  }

  /// `in the #oven{} at 180°C`; nil where the step holds nothing that Cooklang's words stand for.
  private var equipment: String? {
    guard let use = way.uses.first else { return nil }
    switch use.equipment.lowercased() {
    case "oven":
      guard let temperature = way.temperature else { return "in the #oven{}" }
      let text = temperature.text
      return "in the #oven{} at \(text.dropLast())°\(text.suffix(1))"
    case "burner": return "in a #pot{}"
    case "microwave": return "in the #microwave{}"
    default: return "with the #\(CooklangText.escaped(use.equipment)){}"
    }
  }
}
