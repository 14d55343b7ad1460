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
    let unknown = unexpectedWord(in: message).flatMap { unknownCommand($0, after: words) }
    if let fault = unknown ?? mistypedCommand(in: typed) { return fault }
    let (what, question) = parts(of: message)
    let advice =
      question.flatMap { isFarFetched($0, for: what) ? nil : quoting($0) }
      ?? longerOption(in: what, after: words)
    let hint = advice ?? "See: \(words.joined(separator: " ")) --help"
    let text = quoting(what)
    return Diagnostic(.usage, text.hasSuffix(".") ? text : text + ".", hints: [hint])
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
    var command: any ParsableCommand.Type = Souschef.self
    for word in words.dropFirst() {
      let below = command.configuration.subcommands
      guard let next = below.first(where: { $0._commandName == word }) else { return nil }
      command = next
    }
    let options = Set(
      command.helpMessage().matches(of: /--[a-z][a-z-]*/).map { String($0.output) }
    ).filter { $0.hasPrefix(typed) }
    return options.count == 1 ? options.first.map { "Did you mean \($0.quoted)?" } : nil
  }

  /// The first word that was not expected; the words behind it are then its arguments.
  private static func unexpectedWord(in message: String) -> String? {
    let first = message.firstMatch(
      of: /^(?:Unexpected argument|\d+ unexpected arguments:) '([^']*)'/)
    return first.map { String($0.output.1) }
  }

  /// That a command is mistyped, where the parser complains of something behind it: in
  /// `dish ad Pasta --waiting 3m` of an option that the default command does not have.
  private static func mistypedCommand(in typed: [String]) -> Diagnostic? {
    var words = ["souschef"]
    var command: any ParsableCommand.Type = Souschef.self
    for word in typed.prefix(while: { !$0.hasPrefix("-") }) {
      let below = command.configuration.subcommands
      if let next = below.first(where: { $0._commandName == word }) {
        words.append(word)
        command = next
      } else {
        let nearest = NearMiss.best(of: below.map { $0._commandName }, for: word)
        return nearest == nil ? nil : unknownCommand(word, after: words)
      }
    }
    return nil
  }

  /// That help was asked for a command that there is not; nil where the words lead to one.
  static func unknownTopic(in typed: [String]) -> Diagnostic? {
    guard typed.first == "help", typed.dropFirst().first != "help" else { return nil }
    var words = ["souschef"]
    var command: any ParsableCommand.Type = Souschef.self
    for word in typed.dropFirst() where !word.hasPrefix("-") {
      guard let next = command.configuration.subcommands.first(where: { $0._commandName == word })
      else { return unknownCommand(word, after: words) }
      words.append(word)
      command = next
    }
    return nil
  }

  /// That there is no such command, where a command is what was expected or nearly typed.
  private static func unknownCommand(_ typed: String, after words: [String]) -> Diagnostic? {
    var commands: [any ParsableCommand.Type] = [Souschef.self]
    for word in words.dropFirst() {
      let below = commands[commands.endIndex - 1].configuration.subcommands
      guard let next = below.first(where: { $0._commandName == word }) else { return nil }
      commands.append(next)
    }
    // `plans shwo` is read as an argument of `plans list`; then the command above knows better.
    for index in commands.indices.reversed() {
      let names = commands[index].configuration.subcommands.map { $0._commandName }
      guard !names.isEmpty else { continue }
      let path = words[...index].joined(separator: " ")
      let nearest = NearMiss.best(of: names, for: typed)
      guard nearest != nil || index == commands.endIndex - 1 else { return nil }
      let other = index == 0 ? otherWords[typed.lowercased()] : nil
      let hint =
        (other ?? nearest).map { name in "Did you mean \((path + " " + name).quoted)?" }
        ?? "List them: \(path) --help"
      return Diagnostic(
        .usage, "There is no command \((path + " " + typed).quoted).", hints: [hint])
    }
    return nil
  }

  /// Commands by other words that people try.
  private static let otherWords = [
    "add": "dish add", "new": "dish add", "create": "dish add", "list": "dish list",
    "ls": "dish list", "dishes": "dish list", "recipes": "dish list", "recipe": "dish",
    "show": "dish show", "edit": "dish edit", "delete": "dish remove", "remove": "dish remove",
    "rm": "dish remove", "meals": "meal list", "start": "cook", "begin": "cook", "go": "cook",
    "resume": "cook --resume", "continue": "cook --resume", "status": "run status",
    "done": "run done", "next": "run status", "now": "run status", "timer": "run status",
    "pause": "run pause", "stop": "run abort", "schedule": "plan", "today": "week",
    "calendar": "week", "shopping": "shop", "buy": "shop", "log": "history", "runs": "history",
    "stats": "history stats", "backup": "db backup", "restore": "db restore", "sql": "db query",
    "check": "doctor", "serve": "board", "web": "board", "version": "--version",
  ]

  /// The text with quotation marks where the parser has apostrophes.
  private static func quoting(_ text: String) -> String {
    text.replacing(/'([^']*)'/) { "\"\($0.output.1)\"" }
  }
}
