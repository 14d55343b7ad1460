import ArgumentParser
import KitchenModel

/// Values that cannot be read or are missing, in words instead of the parser's.
extension UsageFault {
  /// What is wrong with a value; nil where the message is about something else.
  static func valueFault(
    _ message: String, after words: [String], typed: [String]
  ) -> Diagnostic? {
    let path = spoken(words, in: typed)
    if let match = message.firstMatch(of: /(?s)^The value '(.*?)' is invalid for '([^']*)'(.*)$/) {
      return unreadable(
        String(match.1), for: Value(String(match.2), of: words), choices(in: String(match.3)), path)
    }
    if let match = message.firstMatch(of: /^Missing value for '([^']*)'/) {
      return missing(Value(String(match.1), of: words), typed: typed, path)
    }
    if let match = message.firstMatch(of: /^Missing expected argument '([^']*)'/) {
      let value = Value(String(match.1), of: words)
      return Diagnostic(
        .usage, "\(value.subject) \(value.isPlural ? "are" : "is") missing.",
        hints: [value.exampleLine ?? usage(words)])
    }
    return nil
  }

  /// The words among which the parser wants one; none where it wants a number.
  private static func choices(in text: String) -> [String] {
    let quoted = text.matches(of: /'([^']*)'/).map { String($0.1) }
    return quoted.isEmpty ? text.matches(of: /\n\s*- (\S+)/).map { String($0.1) } : quoted
  }

  private static func unreadable(
    _ text: String, for value: Value, _ choices: [String], _ path: [String]
  ) -> Diagnostic {
    let help = "See: \(path.joined(separator: " ")) --help"
    guard choices.isEmpty else {
      return Diagnostic(
        .usage, "\(value.subject) \(choices.demanded(got: text))",
        hints: [NearMiss.question(of: choices, for: text) ?? help])
    }
    let isNumber = text.wholeMatch(of: /[-+]?[0-9]+/) != nil
    return Diagnostic(
      .usage,
      "\(value.subject) must be a \(isNumber ? "smaller" : "whole") number (got \(text.quoted)).",
      hints: [value.listing(path) ?? value.example ?? value.exampleLine ?? help])
  }

  /// That nothing stands behind an option, or what begins with a dash.
  private static func missing(
    _ value: Value, typed: [String], _ path: [String]
  ) -> Diagnostic {
    let place = typed.lastIndex(of: value.subject)
    let next = place.flatMap { $0 + 1 < typed.count ? typed[$0 + 1] : nil } ?? ""
    let hint = value.example ?? "Write it as: \(value.synopsis)"
    if next.wholeMatch(of: /-[0-9].*/) != nil, value.isQuantity {
      return Diagnostic(
        .usage, "\(value.subject) cannot be negative (got \(next.quoted)).", hints: [hint])
    }
    if next.hasPrefix("-"), !next.hasPrefix("--"), next.count > 1 {
      return Diagnostic(
        .usage, "The value of \(value.subject) starts with a dash (got \(next.quoted)).",
        hints: ["Join them: \("\(value.subject)=\(next)".shellWord)"])
    }
    return Diagnostic(.usage, "\(value.subject) has no value.", hints: [hint])
  }

  private static func usage(_ words: [String]) -> String {
    let written = command(at: words)?.configuration.usage?.split(separator: "\n").first
    return written.map { "Write it as: \($0)" } ?? "See: \(words.joined(separator: " ")) --help"
  }
}

/// A value that a command takes, as its help has it.
private struct Value {
  /// `--servings <count>`, `<text> ...`.
  let synopsis: String
  /// How a sentence begins that is about it: `--servings`, `The rating`.
  let subject: String
  /// What stands for it in the help: `count`.
  private let name: String
  private let discussion: String

  init(_ synopsis: String, of words: [String]) {
    self.synopsis = synopsis
    let command = UsageFault.command(at: words)
    name = synopsis.firstMatch(of: /<(.*)>/).map { String($0.1) } ?? ""
    discussion = command?.configuration.discussion ?? ""
    subject =
      synopsis.firstMatch(of: /^--?[a-z-]+/).map { String($0.0) }
      ?? Self.noun(name, in: command?.helpMessage(columns: 1000) ?? "")
  }

  /// What an argument is called: the beginning of its help, `The run's number`.
  private static func noun(_ name: String, in help: String) -> String {
    let plain = "The " + name.replacing("-", with: " ")
    let lines = help.split(separator: "\n").map { $0.drop { $0 == " " } }
    guard let line = lines.first(where: { $0.hasPrefix("<\(name)> ") }),
      let told = line.firstMatch(of: /> +(?:\.\.\. +)?(The [^,.;:(]*)/)?.1
    else { return plain }
    return String(told)
  }

  var isPlural: Bool { synopsis.hasSuffix("...") && subject.hasSuffix("s") }

  /// Whether it is a number or a length, which are never negative.
  var isQuantity: Bool { Self.typical[name] != nil }

  /// How the option is written: with a value of the command's examples, or a usual one.
  var example: String? {
    guard subject.hasPrefix("-") else { return nil }
    if let place = discussion.firstRange(of: subject + " ") {
      let value = discussion[place.upperBound...].prefixMatch(of: /"[^"\n]*"|\S+/)
      if let value { return "For example: \(subject) \(value.0)" }
    }
    let usual =
      Self.usual[subject] ?? Self.typical[name]
      ?? (name.contains("|") ? name.split(separator: "|").first.map(String.init) : nil)
    return usual.map { "For example: \(subject) \($0)" }
  }

  /// The first example of the command.
  var exampleLine: String? {
    let lines = discussion.split(separator: "\n").map { $0.trimmingPrefix(while: { $0 == " " }) }
    return lines.first { $0.hasPrefix("souschef ") }.map { "For example: \($0)" }
  }

  /// Where the numbers of runs and plans can be read.
  func listing(_ path: [String]) -> String? {
    guard name == "id" || name == "a" || name == "b" else { return nil }
    return CommandLineWords().sentence(.list(path.contains("plans") ? .plan : .run))
  }

  private static let typical = [
    "duration": "10m", "count": "4", "number": "7", "n": "60", "percent": "20%", "time": "19:30",
  ]
  private static let usual = [
    "--cooks": "2", "--limit": "10", "--days": "7", "--runs": "1000", "--risk-runs": "1000",
    "--port": "8080",
  ]
}
