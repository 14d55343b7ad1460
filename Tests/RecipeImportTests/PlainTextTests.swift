import Foundation
import KitchenModel
import RecipeImport
import Testing

/// Texts as people paste them, each with what is read out of it beside it; `UPDATE_GOLDEN=1` writes
/// what is read now.
@Suite struct PlainTextTests {
  static let folder = URL(filePath: #filePath).deletingLastPathComponent().appending(path: "Texts")

  static let names: [String] = {
    let files = (try? FileManager.default.contentsOfDirectory(atPath: folder.path())) ?? []
    return files.filter { $0.hasSuffix(".txt") }.map { String($0.dropLast(4)) }.sorted()
  }()

  @Test(arguments: names)
  func `a text is read as a cook reads it`(name: String) throws {
    let text = try String(contentsOf: Self.folder.appending(path: "\(name).txt"), encoding: .utf8)
    let result = RecipeReader.read(Array(text.utf8), named: "\(name).txt")
    #expect(result.kind == .text)
    let read = result.drafts.map(Self.lines).joined(separator: "\n")
    let golden = Self.folder.appending(path: "\(name).read")
    if ProcessInfo.processInfo.environment["UPDATE_GOLDEN"] == "1" {
      try read.write(to: golden, atomically: true, encoding: .utf8)
    }
    #expect(try read == String(contentsOf: golden, encoding: .utf8))
  }

  /// The title with its figures, the ingredients and the instructions, a line each.
  static func lines(_ draft: RecipeDraft) -> String {
    let figures = [
      draft.dish.servings.map { "serves \($0)" }, draft.stated.prep.map { "prep \($0.spokenText)" },
      draft.stated.cook.map { "cook \($0.spokenText)" },
      draft.stated.total.map { "total \($0.spokenText)" },
    ].compactMap { $0 }
    var lines = [([draft.title] + figures).joined(separator: "; ")]
    lines += draft.dish.ingredients.map { "* \($0)" }
    lines += draft.instructions.flatMap { instruction in
      instruction.kind == .heading ? ["= \(instruction.text)"] : instruction.parts.map { "- \($0)" }
    }
    return lines.joined(separator: "\n") + "\n"
  }

  @Test(arguments: [
    ("Mix @flour{1%kg} well.\n", RecipeKind.cooklang), (">> servings: 4\nBoil.\n", .cooklang),
    ("Add @salt and @pepper.\n", .cooklang), ("Boil for ~{5%minutes}.\n", .cooklang),
    ("---\ntitle: Tea\n---\nBoil.\n", .cooklang), ("@Ana the soup!\nBoil leeks.\n", .text),
    ("Mail ana@example.org and bob@example.org.\n", .text), ("Boil it.\n", .text),
    ("[1.2.24, 10:00] Ana: boil it", .text), ("# Soup\n\n- 2 leeks\n", .text),
    ("----\nBoil it.\n----\n", .text),
  ])
  func `Cooklang is distinguished from plain text by its marks`(text: String, kind: RecipeKind) {
    #expect(RecipeReader.read(Array(text.utf8), named: "a").kind == kind)
  }

  @Test func `a text without a recipe is refused`() {
    let result = RecipeReader.read(Array("Dear Ana,\n".utf8), named: "a.txt")
    #expect(result.drafts.isEmpty)
    #expect(result.diagnostics.map(\.message) == ["The file has no recipe."])
  }
}
