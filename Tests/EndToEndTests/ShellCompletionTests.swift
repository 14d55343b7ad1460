import Foundation
import Testing

/// Tab in the shells themselves: names of every kind, whatever their case, as one word each.
@Suite struct ShellCompletionTests {
  /// What is typed before Tab, and the words of the line after it.
  static let lines: [(typed: String, words: [String])] = [
    ("souschef plan gre", ["souschef", "plan", "Green beans"]),
    ("souschef dish show GREEN", ["souschef", "dish", "show", "Green beans"]),
    ("souschef dish show creme", ["souschef", "dish", "show", "Crème $(touch owned)"]),
    ("souschef run done boil", ["souschef", "run", "done", "Green beans/boil"]),
    ("souschef run drop g", ["souschef", "run", "drop", "Green beans"]),
    (
      "souschef run hand Green\\ beans/boil a",
      ["souschef", "run", "hand", "Green beans/boil", "Ana"]
    ),
    ("souschef history show ", ["souschef", "history", "show", "1"]),
    ("souschef plans show ", ["souschef", "plans", "show", "1"]),
    ("souschef plan Green\\ beans --for AN", ["souschef", "plan", "Green beans", "--for", "Ana"]),
    (
      "souschef kitchen set --equipment OV", ["souschef", "kitchen", "set", "--equipment", "oven="]
    ),
    ("souschef history amend 1 green", ["souschef", "history", "amend", "1", "Green beans/boil"]),
  ]

  /// A kitchen in which green beans are being boiled.
  private func kitchen() throws -> (Kitchenette, Kitchenette.Started) {
    let kitchen = try Kitchenette()
    try kitchen.does("kitchen", "set", "--cooks", "Ana")
    try kitchen.does("dish", "add", "Green beans", "--step", "waiting 30m: Boil")
    try kitchen.does("dish", "add", "Crème $(touch owned)", "--waiting", "5m")
    let cooking = try kitchen.start(["cook", "Green beans", "--auto"])
    try eventually { try kitchen.souschef("run", "status").code == 0 }
    return (kitchen, cooking)
  }

  /// What `shell` makes of each line at Tab.
  private func completed(
    by shell: String, _ arguments: [String], preparing: String, in kitchen: Kitchenette
  ) throws -> [[String]] {
    let terminal = try PseudoTerminal(width: 160, height: 50)
    let folder = Kitchenette.binary.deletingLastPathComponent().path(percentEncoded: false)
    try terminal.run(
      arguments, in: kitchen,
      environment: ["PATH": folder + ":/usr/bin:/bin", "PS1": "ready> ", "TERM": "xterm"],
      program: URL(filePath: "/usr/bin/\(shell)"))
    // Fish ends root's prompt otherwise than anybody's else.
    try terminal.wait { $0.text.contains(">") || $0.text.contains("#") }
    terminal.type(preparing + "; echo prep''ared\n")
    try terminal.wait { $0.text.contains("prepared") }
    return try Self.lines.enumerated().map { place, line in
      let file = "line-\(place)"
      // Home, and what writes the words that the shell makes of the line into a file.
      terminal.type(line.typed + "\t")
      terminal.read(milliseconds: 700)
      terminal.type("\u{1}printf '%s\\n' \u{5} > \(file)\n")
      let path = kitchen.folder.appending(path: file)
      try eventually { (try? Data(contentsOf: path))?.isEmpty == false }
      return try String(contentsOf: path, encoding: .utf8).split(separator: "\n").map(String.init)
    }
  }

  /// Looks until something holds, for half a minute at most.
  private func eventually(_ holds: () throws -> Bool) throws {
    let deadline = ContinuousClock.now.advanced(by: .seconds(30))
    while try !holds() {
      try #require(ContinuousClock.now < deadline)
      RealTime.pass(milliseconds: 20)
    }
  }

  private func expectNothingRan(in kitchen: Kitchenette) throws {
    let names = try FileManager.default.contentsOfDirectory(atPath: kitchen.folder.path())
    #expect(!names.contains("owned"))
  }

  @Test func `bash completes every kind of name`() throws {
    let (kitchen, cooking) = try kitchen()
    defer { cooking.process.terminate() }
    try kitchen.write(
      kitchen.does("--generate-completion-script", "bash").output, to: "completion.bash")
    let found = try completed(
      by: "bash", ["--norc", "--noprofile", "-i"],
      preparing: "bind 'set enable-bracketed-paste off'; . ./completion.bash", in: kitchen)
    for (line, words) in zip(Self.lines, found) { #expect(words == line.words, "\(line.typed)") }
    try expectNothingRan(in: kitchen)
  }

  @Test(.enabled(if: FileManager.default.isExecutableFile(atPath: "/usr/bin/zsh")))
  func `zsh completes every kind of name`() throws {
    let (kitchen, cooking) = try kitchen()
    defer { cooking.process.terminate() }
    try kitchen.write(kitchen.does("--generate-completion-script", "zsh").output, to: "_souschef")
    let found = try completed(
      by: "zsh", ["-f", "-i"],
      preparing: "fpath=($PWD $fpath); autoload -U compinit; compinit -u -d $PWD/dump", in: kitchen)
    for (line, words) in zip(Self.lines, found) { #expect(words == line.words, "\(line.typed)") }
    try expectNothingRan(in: kitchen)
  }

  @Test(.enabled(if: FileManager.default.isExecutableFile(atPath: "/usr/bin/fish")))
  func `fish completes every kind of name`() throws {
    let (kitchen, cooking) = try kitchen()
    defer { cooking.process.terminate() }
    try kitchen.write(kitchen.does("--generate-completion-script", "fish").output, to: "c.fish")
    let found = try completed(
      by: "fish", ["--no-config", "-i"], preparing: "source c.fish", in: kitchen)
    // Fish matches by itself, and knows accents only.
    for (line, words) in zip(Self.lines, found) where !line.typed.hasSuffix("creme") {
      #expect(words == line.words, "\(line.typed)")
    }
    try expectNothingRan(in: kitchen)
  }
}
