import Foundation
import Testing

/// Holds every `import` line of the sources against the table of who may import whom.
@Suite struct ImportTests {
  /// What each module may import, itself aside.
  static let allowed: [String: Set<String>] = [
    "BuildStamp": [],
    "JSON": [],
    "ConstraintSolver": [],
    "Scheduling": ["ConstraintSolver"],
    "DurableFiles": ["Glibc"],
    "KitchenModel": foundation,
    "KitchenFile": foundation.union(["KitchenModel", "JSON", "Yams"]),
    "MealPlanning": foundation.union(["KitchenModel", "Scheduling"]),
    "MealExecution": foundation.union(["KitchenModel", "Glibc", "Dispatch"]),
    "KitchenStore": foundation.union([
      "KitchenModel", "JSON", "DurableFiles", "GRDB", "Dispatch", "Glibc",
    ]),
    "RecipeProse": foundation.union(["KitchenModel"]),
    "RecipeImport": foundation.union(["KitchenModel", "JSON", "Yams", "RecipeProse"]),
    "Rendering": foundation.union(["KitchenModel", "JSON"]),
    "SouschefCore": foundation.union([
      "KitchenModel", "KitchenFile", "Scheduling", "MealPlanning", "MealExecution", "KitchenStore",
      "RecipeProse", "RecipeImport", "Rendering", "JSON", "Logging",
    ]),
    "souschef": foundation.union([
      "SouschefCore", "KitchenModel", "DurableFiles", "Rendering", "JSON", "ArgumentParser",
      "Rainbow", "BuildStamp", "Glibc",
      "Dispatch", "Logging",
    ]),
    "KitchenBoard": foundation.union([
      "SouschefCore", "KitchenModel", "Rendering", "JSON", "Glibc", "Dispatch",
    ]).union(server),
    "souschef-board": foundation.union([
      "KitchenBoard", "SouschefCore", "KitchenModel", "ArgumentParser", "BuildStamp", "Glibc",
      "Dispatch",
    ]),
    "embed-texts": foundation,
  ]

  /// The board's server and what it stands on.
  static let server: Set<String> = [
    "Hummingbird", "HummingbirdCore", "HTTPTypes", "Logging", "NIOCore", "NIOHTTP1",
    "NIOHTTPTypes", "NIOHTTPTypesHTTP1", "NIOPosix", "NIOSSL", "ServiceLifecycle", "UnixSignals",
  ]

  static let foundation: Set<String> = ["Foundation", "FoundationEssentials", "Synchronization"]

  @Test(arguments: allowed.keys.sorted())
  func `a module imports only what the table allows`(module: String) throws {
    let permitted = try #require(Self.allowed[module])
    var found: [String] = []
    for (file, text) in try SourceTree.swiftFiles(under: "Sources/\(module)") {
      for imported in Self.imports(of: text) where !permitted.contains(imported) {
        found.append("\(file) imports \(imported)")
      }
    }
    #expect(found == [])
  }

  @Test func `the table names every module there is`() throws {
    #expect(try SourceTree.folders(in: "Sources") == Self.allowed.keys.sorted())
  }

  @Test func `an import is found whatever stands before it`() {
    let text = """
      package import KitchenModel
      @testable import Scheduling
      import struct Foundation.Date
        import Glibc  // indented
      // import Commented
      let important = 1
      """
    #expect(Self.imports(of: text) == ["KitchenModel", "Scheduling", "Foundation", "Glibc"])
  }

  /// The modules that a source file imports, in order.
  static func imports(of text: String) -> [String] {
    text.split(separator: "\n").compactMap { line in
      var words = line.split(separator: " ")
      while let first = words.first,
        first.hasPrefix("@") || ["package", "public", "internal", "private"].contains(first)
      {
        words.removeFirst()
      }
      guard words.first == "import", words.count > 1 else { return nil }
      words.removeFirst()
      let kinds: Set<Substring> = ["struct", "class", "enum", "protocol", "func", "var", "let"]
      if let kind = words.first, kinds.contains(kind) { words.removeFirst() }
      return words.first.map { String($0.prefix { $0 != "." && $0 != ";" }) }
    }
  }
}
