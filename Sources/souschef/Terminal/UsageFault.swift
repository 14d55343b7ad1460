import ArgumentParser
import KitchenModel

/// What the parser of arguments complains of, in the voice of every other message.
enum UsageFault {
  /// The diagnostic for a message of the parser.
  ///
  /// - Parameters:
  ///   - message: One sentence, with what it quotes in apostrophes.
  ///   - command: The command that was being read, with those above it: `souschef dish add`.
  ///   - typed: All that was typed behind the program's name.
  static func diagnostic(_ message: String, command: String?, typed: [String]) -> Diagnostic {
    let words = (command ?? "souschef").split(separator: " ").map(String.init)
    let unknown = unexpectedWord(in: message).flatMap {
      unknownCommand($0, after: words, typed: typed)
    }
    if let fault = unknown ?? mistypedCommand(in: typed) { return fault }
    if let word = unexpectedWord(in: message) {
      let path = spoken(words, in: typed).joined(separator: " ")
      return Diagnostic(
        .usage, "\(path) does not take \(word.quoted).", hints: ["See: \(path) --help"])
    }
    if let fault = valueFault(message, after: words, typed: typed) { return fault }
    if let fault = negativeLength(in: message, after: words) { return fault }
    if let fault = otherShell(in: message) { return fault }
    let (what, question) = parts(of: message)
    let advice =
      question.flatMap { isFarFetched($0, for: what) ? nil : quoting($0) }
      ?? longerOption(in: what, after: words)
    let hint = advice ?? "See: \(spoken(words, in: typed).joined(separator: " ")) --help"
    let text = quoting(what)
    return Diagnostic(.usage, text.hasSuffix(".") ? text : text + ".", hints: [hint])
  }

  /// That a length is below zero, which the parser reads as an option: `-5m`.
  private static func negativeLength(in message: String, after words: [String]) -> Diagnostic? {
    guard let typed = message.firstMatch(of: /^Unknown option '(-[0-9][^']*)'/)?.output.1 else {
      return nil
    }
    let hint: Hint =
      words.last == "extend"
      ? "To take time away: souschef run shorten STEP \(String(typed.dropFirst()))"
      : "Leave the \"-\" out."
    return Diagnostic(.usage, "\"\(typed)\" is below zero.", hints: [hint])
  }

  /// That there is no completion for a shell.
  private static func otherShell(in message: String) -> Diagnostic? {
    let wanted = message.firstMatch(of: /^Can't generate completion scripts for '([^']*)'/)
    return wanted.map {
      Diagnostic(
        .usage, "There is no completion for the shell \(String($0.output.1).quoted).",
        hints: ["Use bash, zsh or fish."])
    }
  }

  /// What is wrong, and the advice that the parser itself gives, if any.
  private static func parts(of message: String) -> (what: String, advice: String?) {
    guard let advice = message.firstRange(of: /\s(?:Did you mean|Please provide)\s/) else {
      return (message, nil)
    }
    // Many values are listed in lines of their own.
    let text = message[advice.lowerBound...].dropFirst()
      .replacing(/\sthe following:\s+-\s/, with: " ").replacing(/\s*\n\s*-\s/, with: ", ")
    return (String(message[..<advice.lowerBound]), String(text))
  }

  /// Whether the option that the parser would rather have read is nothing like what was typed.
  private static func isFarFetched(_ advice: String, for message: String) -> Bool {
    guard let option = advice.firstMatch(of: /^Did you mean '(--[^']+)'/)?.output.1,
      let typed = message.firstMatch(of: /^Unknown option '(--[^']+)'/)?.output.1
    else { return false }
    // A beginning is near enough, however much is missing.
    if option.hasPrefix(typed) { return false }
    return NearMiss.best(of: [String(option.dropFirst(2))], for: String(typed.dropFirst(2))) == nil
  }

  /// The one option of a command that begins with what was typed, however much longer it is.
  private static func longerOption(in message: String, after words: [String]) -> String? {
    guard let typed = message.firstMatch(of: /^Unknown option '(--[^']+)'/)?.output.1 else {
      return nil
    }
    guard let command = command(at: words) else { return nil }
    let options = Set(
      command.helpMessage().matches(of: /--[a-z][a-z-]*/).map { String($0.output) }
    ).filter { $0.hasPrefix(typed) }
    return options.count == 1 ? options.first.map(NearMiss.question) : nil
  }

  /// The command that words name; nil where there is none.
  static func command(at words: [String]) -> (any ParsableCommand.Type)? {
    var command: any ParsableCommand.Type = Souschef.self
    for word in words.dropFirst() {
      let below = command.configuration.subcommands
      guard let next = below.first(where: { $0._commandName == word }) else { return nil }
      command = next
    }
    return command
  }

  /// A command as it was typed: without the one that is meant where none is named, such as `list`
  /// behind `history`.
  static func spoken(_ words: [String], in typed: [String]) -> [String] {
    words.count > 2 && !typed.contains(words[words.endIndex - 1]) ? words.dropLast() : words
  }

  /// The text with quotation marks where the parser has apostrophes.
  private static func quoting(_ text: String) -> String {
    text.replacing(/'([^']*)'/) { "\"\($0.output.1)\"" }
  }
}
