extension RecipeKind {
  /// What a file is, by its content; its name's ending decides only where the content may be either.
  ///
  /// O(n) at worst, where a word is searched through a whole page.
  package static func detected(_ bytes: [UInt8], named file: String) -> RecipeKind {
    let bytes = TextEncoding.utf8(bytes).bytes
    let start =
      bytes.dropFirst(bytes.starts(with: [0xEF, 0xBB, 0xBF]) ? 3 : 0).firstIndex { $0 > 0x20 }
      ?? bytes.count
    let head = String(decoding: bytes[start..<min(bytes.count, start + 4096)], as: UTF8.self)
    let ending = file.split(separator: ".").last?.lowercased() ?? ""
    if ending == "cook" { return .cooklang }
    if head.hasPrefix("<") { return .page }
    if head.hasPrefix("{") || head.hasPrefix("[") && !beginsText(head) {
      if isData(bytes, head, ending) { return .data }
      return head.hasPrefix("{") || ending == "yaml" || ending == "yml" ? .kitchenFile : .text
    }
    if beginsKitchenFile(head) || ending == "yaml" || ending == "yml" { return .kitchenFile }
    let lower = head.lowercased()
    if ending == "html" || ending == "htm" || lower.contains("<html") || lower.contains("<!doctype")
      || lower.contains("application/ld+json")
    {
      return .page
    }
    return TextRecipes.isCooklang(String(decoding: bytes.prefix(1 << 20), as: UTF8.self))
      ? .cooklang : .text
  }

  /// Whether a kitchen file's keys stand anywhere in a file, as they must in one that says something.
  ///
  /// O(n).
  package static func mentionsKitchenKeys(_ bytes: [UInt8]) -> Bool {
    ["kitchen", "dishes", "meals"].contains { contains($0, bytes) }
  }

  /// Whether a bracket begins a comment of Cooklang, or a message of a chat.
  private static func beginsText(_ head: String) -> Bool {
    if head.hasPrefix("[-") { return true }
    let line = head.prefix { !$0.isNewline }
    return ChatStamp(String(line)) != nil
  }

  /// Whether JSON is schema.org's: it says `@type` or `@context`, or has a recipe's keys.
  private static func isData(_ bytes: [UInt8], _ head: String, _ ending: String) -> Bool {
    if head.hasPrefix("["), ending == "json" { return true }
    if head.contains("@type") || head.contains("@context") || head.contains("recipeIngredient") {
      return true
    }
    if ["\"@type\"", "\"@graph\"", "\"@context\""].contains(where: { contains($0, bytes) }) {
      return true
    }
    return ForeignRecipes.areIn(head)
      || ForeignRecipes.areIn(String(decoding: bytes.prefix(1 << 20), as: UTF8.self))
  }

  private static func contains(_ word: String, _ bytes: [UInt8]) -> Bool {
    let expected = Array(word.utf8)
    guard let first = expected.first else { return true }
    var position = 0
    while position + expected.count <= bytes.count {
      if bytes[position] == first,
        bytes[position..<position + expected.count].elementsEqual(expected)
      {
        return true
      }
      position += 1
    }
    return false
  }

  /// Whether the first line that says something is a kitchen file's key.
  private static func beginsKitchenFile(_ head: String) -> Bool {
    for line in head.split(whereSeparator: \.isNewline) {
      let content = line.trimmedOfSpaces
      if content.isEmpty || content.hasPrefix("#") || content.hasPrefix("---")
        || content.hasPrefix("%")
      {
        continue
      }
      return ["kitchen", "dishes", "meals", "\"kitchen\"", "\"dishes\"", "\"meals\""].contains {
        content.hasPrefix($0) && content.dropFirst($0.count).trimmedOfSpaces.hasPrefix(":")
      }
    }
    return false
  }
}
