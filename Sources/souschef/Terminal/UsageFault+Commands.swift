import ArgumentParser
import KitchenModel

/// Commands that there are not.
extension UsageFault {
  /// The first word that was not expected; the words behind it are then its arguments.
  static func unexpectedWord(in message: String) -> String? {
    let first = message.firstMatch(
      of: /^(?:Unexpected argument|\d+ unexpected arguments:) '([^']*)'/)
    return first.map { String($0.output.1) }
  }

  /// That a command is mistyped, where the parser complains of something behind it: in
  /// `dish ad Pasta --waiting 3m` of an option that the default command does not have.
  static func mistypedCommand(in typed: [String]) -> Diagnostic? {
    var words = ["souschef"]
    var command: any ParsableCommand.Type = Souschef.self
    for word in typed.prefix(while: { !$0.hasPrefix("-") }) {
      let below = command.configuration.subcommands
      if let next = below.first(where: { $0._commandName == word }) {
        words.append(word)
        command = next
      } else {
        let nearest = NearMiss.best(of: below.map { $0._commandName }, for: word)
        return nearest == nil ? nil : unknownCommand(word, after: words, typed: typed)
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
      else { return unknownCommand(word, after: words, typed: words) }
      words.append(word)
      command = next
    }
    return nil
  }

  /// That there is no such command, where a command is what was expected or nearly typed.
  static func unknownCommand(
    _ typed: String, after words: [String], typed all: [String]
  ) -> Diagnostic? {
    guard command(at: words) != nil else { return nil }
    // `plans shwo` is read as an argument of `plans list`; then the command above knows better.
    let spoken = spoken(words, in: all)
    for index in words.indices.reversed() {
      let path = Array(words[...index])
      let below = command(at: path)?.configuration.subcommands.map { $0._commandName } ?? []
      guard !below.isEmpty else { continue }
      let name = (path + [typed]).joined(separator: " ")
      let isNamed = index >= spoken.endIndex - 1
      let other =
        isNamed ? otherWords[(path.dropFirst() + [typed.lowercased()]).joined(separator: " ")] : nil
      let nearest = NearMiss.best(of: below, for: typed)
      // Behind a command that is named in full, only what is nearly one can have been meant.
      guard nearest != nil || isNamed else { return nil }
      let hint =
        other.map { NearMiss.question("souschef " + $0) }
        ?? nearest.map { NearMiss.question((path + [$0]).joined(separator: " ")) }
        ?? "List them: \(path.joined(separator: " ")) --help"
      return Diagnostic(.usage, "There is no command \(name.quoted).", hints: [hint])
    }
    return nil
  }

  /// Commands by other words that people try.
  private static let otherWords = [
    "add": "dish add", "new": "dish add", "create": "dish add", "list": "dish list",
    "ls": "dish list", "dishes": "dish list", "recipes": "dish list", "recipe": "dish",
    "show": "dish show", "edit": "dish edit", "delete": "dish remove", "remove": "dish remove",
    "rm": "dish remove", "rename": "dish rename", "meals": "meal list", "start": "cook",
    "begin": "cook", "go": "cook", "resume": "cook --resume", "continue": "cook --resume",
    "status": "run status", "done": "run done", "next": "run status", "now": "run status",
    "timer": "run status", "pause": "run pause", "stop": "run abort", "schedule": "plan",
    "today": "week", "calendar": "week", "shopping": "shop", "buy": "shop", "log": "history",
    "runs": "history", "stats": "history stats", "backup": "db backup", "restore": "db restore",
    "sql": "db query", "check": "doctor", "serve": "board", "web": "board",
    "version": "--version",

    "dish new": "dish add", "dish create": "dish add", "dish ls": "dish list",
    "dish rm": "dish remove", "dish delete": "dish remove", "dish change": "dish edit",
    "dish set": "dish edit", "dish tag": "dish edit --tag",
    "meal new": "meal add", "meal create": "meal add", "meal ls": "meal list",
    "meal rm": "meal remove", "meal delete": "meal remove", "meal set": "meal edit",
    "kitchen add": "kitchen set --equipment", "kitchen edit": "kitchen set",
    "kitchen change": "kitchen set", "kitchen equipment": "kitchen set --equipment",
    "kitchen cooks": "kitchen set --cooks", "kitchen list": "kitchen show",
    "run watch": "run status --watch", "run list": "history", "run show": "history show",
    "run stop": "run abort", "run end": "run abort", "run cancel": "run abort",
    "run next": "run status", "run finish": "run done", "run continue": "run resume",
    "plans delete": "plans remove", "plans rm": "plans remove",
    "week delete": "week remove", "week rm": "week remove",
    "history overruns": "history stats", "history times": "history stats",
    "history summary": "history stats", "history delete": "history remove",
    "history rm": "history remove", "history edit": "history amend",
    "db sql": "db query", "db check": "doctor", "db save": "db backup",
  ]
}
