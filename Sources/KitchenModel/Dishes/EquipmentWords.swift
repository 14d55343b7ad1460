/// What stands behind an `@` in a step's line: `oven 180C`, `burner*2`.
struct EquipmentWords {
  var words: [Substring]

  init(_ words: [Substring]) { self.words = words }

  /// Reads the equipment, its units and its temperature.
  ///
  /// - Throws: ``StepSpecificationFault``; `text` is what the cook wrote.
  func read(in text: String) throws(StepSpecificationFault) -> (Way.Use, Temperature?) {
    var words = words
    let temperature = try Self.takeTemperature(from: &words)
    if temperature != nil, (1...3).contains(where: { Self.endsInTemperature(words.suffix($0)) }) {
      throw .twoTemperatures(text)
    }
    if temperature != nil, words.last?.lowercased() == "at" { words.removeLast() }
    let parts = words.joined(separator: " ").split(
      separator: "*", maxSplits: 1, omittingEmptySubsequences: false
    ).map(\.trimmed)
    guard let name = parts.first, !name.isEmpty else { throw .withoutEquipment(text) }
    var units = 1
    if parts.count == 2 {
      guard let count = Int(parts[1]), count >= 1 else { throw .units(parts[1]) }
      units = count
    }
    return (Way.Use(name, units: units), temperature)
  }

  /// Whether words are a temperature, perhaps with `at` before it.
  static func endsInTemperature(_ words: some Collection<Substring>) -> Bool {
    let text = words.drop { $0.lowercased() == "at" }.joined(separator: " ")
    return (try? Temperature(parsing: text)) != nil
  }

  /// Takes the temperature that `words` end with; nil where they end with none.
  ///
  /// The longest reading goes first: "gas mark 4" is three words. One word alone is equipment.
  private static func takeTemperature(
    from words: inout [Substring]
  ) throws(StepSpecificationFault) -> Temperature? {
    var fault: TemperatureFault?
    for count in [3, 2, 1] where words.count > count {
      let tail = words.suffix(count).joined(separator: " ")
      let isGasMark = Temperature(gasMarkIn: tail) != nil
      guard let first = tail.first, first.isNumber || first == "-" || isGasMark else { continue }
      do throws(TemperatureFault) {
        let temperature = try Temperature(parsing: tail)
        words.removeLast(count)
        return temperature
      } catch {
        fault = error
      }
    }
    if let fault { throw .temperature(fault) }
    return nil
  }
}
