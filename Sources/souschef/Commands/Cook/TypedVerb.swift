import ArgumentParser
import KitchenModel
import Rendering

/// A line typed during a live run in plain lines: a verb as behind `souschef run`.
enum TypedVerb {
  /// Does what the line says, or says what could be said.
  static func obey(_ line: String, database: String) {
    do {
      guard var command = try command(in: line, database: database) else { return help(for: line) }
      if let telling = command as? any TellingCommand {
        try telling.runBesideItsLines()
      } else {
        try command.run()
      }
      try? Output.flush()
    } catch let diagnostic as Diagnostic {
      Output.report([diagnostic])
    } catch {
      help(for: line)
    }
  }

  /// Whether a line says that the cook leaves the run, to take it up later.
  static func leaves(_ line: String) -> Bool { ["q", "quit"].contains(line.trimmed.lowercased()) }

  /// The verb that a line says; nil where it says none.
  ///
  /// - Throws: what the parser says of a verb that is not well said.
  static func command(in line: String, database: String) throws -> (any ParsableCommand)? {
    let command = try RunVerbsCommand.parseAsRoot(words(line) + ["--db", database])
    // Without a verb it would show what is cooking.
    let isVerb =
      !(command is RunVerbsCommand) && (!(command is RunStatusCommand) || line.hasPrefix("status"))
    return isVerb ? command : nil
  }

  /// Says, as a run begins, that something can be typed.
  static func sayWhatCanBeTyped() {
    Output.writeError(
      sentences: "Enter marks what is due as done. Or type a verb: undo, extend bake 5m.",
      "help lists them; q leaves.")
  }

  /// Says what can be typed, and first what of the line is not that.
  private static func help(for line: String) {
    let names = RunVerb.Name.allCases.filter { $0 != .answer }.map(\.rawValue) + ["status"]
    if let word = words(line).first, !["help", "?", "h"].contains(word.lowercased()) {
      let isVerb = names.contains(word.lowercased())
      let question = isVerb ? nil : NearMiss.question(of: names, for: word)
      Output.report([
        Diagnostic(
          .usage,
          isVerb
            ? "\(line.trimmed.quoted) cannot be understood."
            : "\(word.quoted) cannot be done here.",
          hints: question.map { [$0] } ?? [])
      ])
    }
    Output.writeError(
      sentences: "Enter marks what is due as done. Or type: \(names.joined(separator: ", ")).",
      "For example: done peel, extend bake 5m, skip rest, undo.",
      "q leaves; souschef cook --resume goes on with it.")
  }

  /// The words of a line; what stands between double quotes is one.
  private static func words(_ line: String) -> [String] {
    var words: [String] = []
    for (place, part) in line.split(separator: "\"", omittingEmptySubsequences: false).enumerated()
    {
      if place.isMultiple(of: 2) {
        words += part.split(separator: " ").map(String.init)
      } else {
        words.append(String(part))
      }
    }
    return words
  }
}
