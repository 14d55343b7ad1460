extension CooklangAmount {
  /// Reads what stands between braces; nil for nothing but spaces.
  init?(parsing text: Substring) {
    var content = text.trimmedOfSpaces
    guard !content.isEmpty else { return nil }
    isFixed = content.hasPrefix("=")
    if isFixed { content = content.dropFirst().trimmedOfSpaces }
    let parts = content.split(separator: "%", maxSplits: 1, omittingEmptySubsequences: false)
    var quantityText = (parts.first ?? "").trimmedOfSpaces
    unit = parts.count > 1 ? Self.collapsed(parts[1]) : ""
    // An asterisk asks for scaling, which is what happens anyway.
    if quantityText.hasSuffix("*") { quantityText = quantityText.dropLast().trimmedOfSpaces }
    if let number = Self.number(quantityText) {
      quantity = .number(number)
      if !quantityText.contains(" "), quantityText.contains("/") { slashed = String(quantityText) }
    } else {
      quantity = .text(quantityText.isEmpty ? "some" : Self.collapsed(quantityText))
    }
  }

  private static func collapsed(_ text: Substring) -> String {
    HTMLText.collapsed(Array(text.utf8))
  }

  /// An integer, a decimal, a fraction or a whole number with one: `2`, `1.5`, `1/2`, `1 1/2`.
  ///
  /// Leading zeros make it a text, as does a divisor of nothing.
  static func number(_ text: Substring) -> Double? {
    guard text.utf8.count <= 40 else { return nil }
    if let plain = plainNumber(text) { return plain }
    let parts = text.split(separator: "/", omittingEmptySubsequences: false)
    guard parts.count == 2 else { return nil }
    let before = parts[0].split(separator: " ")
    guard let divisor = integer(parts[1].trimmedOfSpaces), divisor > 0,
      let last = before.last, let numerator = integer(last)
    else { return nil }
    switch before.count {
    case 1: return numerator / divisor
    case 2: return integer(before[0]).map { $0 + numerator / divisor }
    default: return nil
    }
  }

  private static func plainNumber(_ text: Substring) -> Double? {
    let parts = text.split(separator: ".", omittingEmptySubsequences: false)
    guard parts.count <= 2, let whole = parts.first, integer(whole) != nil else { return nil }
    if parts.count == 2, parts[1].isEmpty || !parts[1].utf8.allSatisfy(isDigit) { return nil }
    return Double(text)
  }

  private static func integer(_ text: Substring) -> Double? {
    guard !text.isEmpty, text.utf8.allSatisfy(isDigit), text == "0" || !text.hasPrefix("0") else {
      return nil
    }
    return Double(text)
  }

  private static func isDigit(_ byte: UInt8) -> Bool { (48...57).contains(byte) }
}

extension Substring {
  /// Without white space at its ends.
  var trimmedOfSpaces: Substring {
    guard let first = firstIndex(where: { !$0.isWhitespace }),
      let last = lastIndex(where: { !$0.isWhitespace })
    else { return self[endIndex...] }
    return self[first...last]
  }
}
