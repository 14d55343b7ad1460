/// The parts of a step's line: the words in front, the equipment behind each `@`, and how long what
/// the step makes keeps.
struct StepLineParts {
  /// The words before the first `@`, and those behind a piece of equipment that are not its own.
  private(set) var words: [Substring]
  /// What stands behind each `@`.
  private(set) var equipment: [EquipmentWords] = []
  /// What `keeps` says; nil where it does not stand.
  private(set) var keeps: Keeping?

  /// Parts a line.
  ///
  /// - Throws: ``StepSpecificationFault``; `text` is what the cook wrote.
  init(_ line: String, in text: String) throws(StepSpecificationFault) {
    var segments = line.split(separator: "@", omittingEmptySubsequences: false)
    for index in segments.indices {
      guard let found = try Self.takeKeeping(from: &segments[index], in: text) else { continue }
      guard keeps == nil else { throw .keepsTwice(text) }
      keeps = found
    }
    words = segments[0].split(whereSeparator: \.isWhitespace)
    for segment in segments.dropFirst() {
      equipment.append(EquipmentWords(segment.split(whereSeparator: \.isWhitespace)))
    }
  }

  /// The parts of words alone.
  init(words text: String) { words = text.split(whereSeparator: \.isWhitespace) }

  /// The words in front, as one text.
  var text: String { words.joined(separator: " ") }

  /// Takes the kind of step that the words begin with; nil where they begin with none.
  mutating func takeKind() -> Way.Kind? {
    for (name, kind) in Self.kinds {
      let count = name.count
      guard words.count >= count, words.prefix(count).map({ $0.lowercased() }) == name else {
        continue
      }
      words.removeFirst(count)
      return kind
    }
    return nil
  }

  /// The first word where it is nearly a kind of step and nothing else is written.
  var mistypedKind: String? {
    guard words.count == 1, let word = words.first.map(String.init) else { return nil }
    let isNear =
      word == "keeps" || NearMiss.best(of: Way.Kind.allCases.map(\.rawValue), for: word) != nil
    return isNear ? word : nil
  }

  /// What a step's kind is called: as files have it, as tables print it, and as people say.
  private static let kinds: [([String], Way.Kind)] = [
    (["blocking"], .blocking), (["hands-on"], .blocking), (["hands", "on"], .blocking),
    (["active"], .blocking), (["waiting"], .waiting), (["hands-off"], .waiting),
    (["hands", "off"], .waiting), (["unattended"], .waiting), (["passive"], .waiting),
  ]

  // MARK: Durations

  /// Whether a duration with a unit stands anywhere in the words.
  var hasDuration: Bool {
    var copy = self
    return copy.takeDuration() != nil
  }

  /// What is wrong with a word that is meant for a duration with a unit: `15-10m`, `-5m`, `90000m`.
  var durationFault: DurationFault? {
    for word in words where word.contains(where: \.isNumber) && word.last?.isLetter == true {
      do throws(DurationFault) {
        _ = try Estimate(parsing: String(word))
      } catch {
        switch error {
        case .negative, .tooLong, .upsideDown: return error
        case .empty, .unreadable, .unknownUnit, .calendarUnit, .disordered, .unclearRange: continue
        }
      }
    }
    return nil
  }

  /// Takes the longest duration with a unit that stands in the words or behind a piece of equipment,
  /// the first of several, with `for` or `about` before it; nil where there is none.
  mutating func takeDuration() -> Estimate? {
    if let (range, duration) = Self.duration(in: words) {
      var start = range.lowerBound
      while start > 0, Self.before.contains(words[start - 1].lowercased()) { start -= 1 }
      words.removeSubrange(start..<range.upperBound)
      return duration
    }
    for index in equipment.indices {
      guard let (range, duration) = Self.duration(in: equipment[index].words),
        range.lowerBound > 0
      else { continue }
      let rest = equipment[index].words[range.upperBound...]
      var start = range.lowerBound
      while start > 1, Self.before.contains(equipment[index].words[start - 1].lowercased()) {
        start -= 1
      }
      equipment[index].words.removeSubrange(start...)
      // A temperature goes with what it heats; other words are the step's.
      if EquipmentWords.endsInTemperature(Array(rest)) {
        equipment[index].words += rest.drop { $0.lowercased() == "at" }
      } else {
        words += rest
      }
      return duration
    }
    return nil
  }

  /// Words that lead to a duration and mean nothing without it.
  private static let before: Set<String> = [
    "for", "about", "around", "between", "roughly", "nearly", "approximately", "approx", "approx.",
    "ca", "ca.", "another",
  ]

  /// The longest run of words that is a duration with a unit.
  private static func duration(in words: [Substring]) -> (Range<Int>, Estimate)? {
    for length in stride(from: min(6, words.count), to: 0, by: -1) {
      for start in 0...(words.count - length) {
        let text = words[start..<start + length].joined(separator: " ")
          .reversed().drop { ".,;".contains($0) }.reversed()
        guard let first = text.first, first.isNumber || first.lowercased() == "p",
          text.contains(where: { $0.isLetter || $0 == ":" }),
          let duration = try? Estimate(parsing: String(text))
        else { continue }
        return (start..<start + length, duration)
      }
    }
    return nil
  }

  /// The words as a title, with a capital; nil where there are none.
  var title: String? {
    let text = text.reversed().drop { ",;:. ".contains($0) }.reversed()
    guard let first = text.first else { return nil }
    return first.uppercased() + String(text.dropFirst())
  }

  // MARK: Keeping

  /// Takes `keeps` and what stands behind it from the end of a segment; nil where it says nothing
  /// of it.
  ///
  /// At the very beginning of one it is the kind of step, or a thing to use, however odd.
  private static func takeKeeping(
    from segment: inout Substring, in text: String
  ) throws(StepSpecificationFault) -> Keeping? {
    let words = segment.split(whereSeparator: \.isWhitespace)
    let places = words.indices.dropFirst().filter { words[$0].lowercased() == "keeps" }
    guard let place = places.first else { return nil }
    guard places.count == 1 else { throw .keepsTwice(text) }
    do {
      let keeps = try Keeping(parsing: words[(place + 1)...].joined(separator: " "))
      segment = segment[..<words[place].startIndex]
      return keeps
    } catch {
      throw .keeping(error)
    }
  }
}
