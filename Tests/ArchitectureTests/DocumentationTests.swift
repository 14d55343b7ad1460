import Foundation
import Testing

/// Holds what the documents for contributors say of the sources.
@Suite struct DocumentationTests {
  @Test(arguments: ["CONTRIBUTING.md", "Documentation/WhereARuleLives.md"])
  func `every file that is named exists`(document: String) throws {
    let text = try SourceTree.text(of: document)
    let named = text.matches(of: /`((?:[\w+.-]+\/)*[\w+-]+\.(?:swift|py|sql|md))`/).map {
      String($0.output.1)
    }
    #expect(!named.isEmpty)
    let missing = named.filter { path in
      !FileManager.default.fileExists(atPath: SourceTree.root.appending(path: path).path())
    }
    #expect(missing == [])
  }

  @Test(arguments: [
    ("How to add a verb", 8), ("How to add a column of the history", 8),
    ("How to add an export format", 2),
  ])
  func `a recipe of the contributing guide touches few source files`(
    recipe: String, most: Int
  ) throws {
    let text = try SourceTree.text(of: "CONTRIBUTING.md")
    let section = try #require(text.components(separatedBy: "\n## ").first { $0.hasPrefix(recipe) })
    let files = Set(section.matches(of: /`(Sources\/[^`]+\.swift)`/).map(\.output.1))
    #expect(!files.isEmpty)
    #expect(files.count <= most)
  }
}
