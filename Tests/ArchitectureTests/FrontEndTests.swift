import Testing

/// Holds that only the executable speaks of options and commands: every other front end would have
/// to take them back.
@Suite struct FrontEndTests {
  /// The modules whose texts no command line stands in.
  static let core = ImportTests.allowed.keys.filter {
    !["souschef", "souschef-board", "embed-texts"].contains($0)
  }

  @Test(arguments: core.sorted())
  func `a module below the executable names no option and no command`(module: String) throws {
    var found: [String] = []
    for (file, text) in try SourceTree.swiftFiles(under: "Sources/\(module)") {
      let lines = text.split(separator: "\n", omittingEmptySubsequences: false)
      for (index, line) in lines.enumerated() where Self.speaksCommandLine(line) {
        found.append("\(file):\(index + 1)")
      }
    }
    #expect(found == [])
  }

  @Test(arguments: [
    (#"hints: ["Give the search longer: --time-limit 1m."]"#, true),
    (#"hint = "List them: souschef dish list""#, true),
    (#""change that one with `souschef \(kind) edit`""#, true),
    (#"  /// `souschef plan --file`, as people type it."#, false),
    (#"format: "souschef.run/1""#, false),
    (#"let less = more - -1  // what --later says"#, false),
  ])
  func `an option or a command is found, and comments may name them`(line: String, isSpeech: Bool) {
    #expect(Self.speaksCommandLine(Substring(line)) == isSpeech)
  }

  /// Whether a line of code, its comment aside, has an option or a command of the program in it.
  static func speaksCommandLine(_ line: Substring) -> Bool {
    let code = line.firstRange(of: /(^|\s)\/\/.*/).map { line[..<$0.lowerBound] } ?? line
    return code.contains(/--[a-z]|souschef [a-z\\]/)
  }
}
