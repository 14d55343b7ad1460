package import KitchenModel

extension IngredientReader {
  /// A line with its amounts multiplied, each in its own way of writing.
  ///
  /// A line is multiplied as a whole or not at all: where it is not understood and has something to
  /// multiply, it stays and says so. A line without an amount stays as it is.
  package func scaled(_ line: String, by scale: Scale) -> String {
    guard let reading = reading(of: line) else {
      return line.contains(where: \.isNumber) ? line + Scale.mark : line
    }
    guard !reading.numbers.isEmpty else { return line }
    return reading.scaled(by: scale.fraction) ?? line + Scale.mark
  }
}

extension IngredientReading {
  /// The line with its numbers multiplied; nil where one becomes too large.
  func scaled(by factor: Fraction) -> String? {
    let characters = Array(ingredient.text)
    var edits: [(range: Range<Int>, text: String)] = []
    for number in numbers {
      guard let product = number.written.value.times(factor), product != .zero else { return nil }
      if product == number.written.value { continue }
      let text = number.written.text(of: product, isMetric: number.isMetric)
      edits.append((number.range, text + (number.implied ?? "")))
      if let noun = number.noun, let text = noun.text(for: product, in: characters) {
        edits.append((noun.range, text))
      }
    }
    var scaled = ""
    var place = 0
    for edit in edits.sorted(by: { $0.range.lowerBound < $1.range.lowerBound }) {
      guard edit.range.lowerBound >= place else { continue }
      scaled += String(characters[place..<edit.range.lowerBound]) + edit.text
      place = edit.range.upperBound
    }
    return scaled + String(characters[place...])
  }
}

extension IngredientReading.Noun {
  /// The form for a number; nil where the line has it already, or neither of the two.
  fileprivate func text(for value: Fraction, in characters: [Character]) -> String? {
    let written = String(characters[range])
    let wanted = value <= (Fraction(1) ?? .zero) ? one : many
    let bare = written.hasSuffix(".") ? String(written.dropLast()) : written
    guard wanted != bare, [one.lowercased(), many.lowercased()].contains(bare.lowercased()) else {
      return nil
    }
    return wanted + written.dropFirst(bare.count)
  }
}

extension Scale {
  /// What a line that is not understood says.
  package static let mark = " (not scaled)"
}

extension Dish {
  /// The dish for more or fewer: servings and ingredients are multiplied, durations are not.
  package func scaled(by scale: Scale) -> Dish {
    let reader = IngredientReader(for: self)
    var dish = self
    dish.servings = servings.map { scale.applied(to: $0) }
    dish.ingredients = ingredients.map { reader.scaled($0, by: scale) }
    return dish
  }
}
