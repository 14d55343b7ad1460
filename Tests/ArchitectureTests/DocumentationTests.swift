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

  @Test func `every decision is in the index under its title, and has one form`() throws {
    let index = try SourceTree.text(of: "Documentation/Decisions/README.md")
    let folder = SourceTree.root.appending(path: "Documentation/Decisions")
    let records = try FileManager.default.contentsOfDirectory(atPath: folder.path())
      .filter { $0.wholeMatch(of: /\d{4}-.*\.md/) != nil }
    #expect(!records.isEmpty)
    for record in records {
      let text = try SourceTree.text(of: "Documentation/Decisions/\(record)")
      let title = try #require(text.firstMatch(of: /\A# (\d+)\. (.*)\n/), "\(record)")
      #expect(Int(record.prefix(4)) == Int(title.1), "\(record)")
      #expect(
        index.contains("| \(title.1) | [\(title.2)](\(record)) |"),
        "\(record) is not listed in Documentation/Decisions/README.md")
      for part in ["Status", "Context", "Decision", "Consequences"] {
        #expect(text.contains("**\(part).**"), "\(record): \(part)")
      }
    }
    // And nothing else is.
    #expect(index.matches(of: /\]\(\d{4}-/).count == records.count)
  }
}
