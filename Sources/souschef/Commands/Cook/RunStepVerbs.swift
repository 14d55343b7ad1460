import ArgumentParser
import KitchenModel
import SouschefCore

/// The verbs about one step.
extension RunVerbsCommand {
  struct Done: TellingCommand {
    static let configuration = CommandConfiguration(
      commandName: "done",
      abstract: "Mark a step as done.",
      discussion: """
        Examples:
          souschef run done
          souschef run done Avocado/blocking
          souschef run done roast --at 18:42
        """)

    @OptionGroup var database: DatabaseOptions
    @Argument(help: stepHelp, completion: Completions.openSteps) var step: String?
    @Option(help: ArgumentHelp("When it was done, if not just now.", valueName: "time"))
    var at: String?

    func message() throws -> TellRun.Message {
      let time = try at.map { text in
        try reading(.usage, "--at") { try ClockTime(parsing: text) }
      }
      return .done(step, at: time)
    }
  }

  struct Start: TellingCommand {
    static let configuration = CommandConfiguration(
      commandName: "start",
      abstract: "Start a step ahead of the plan.",
      discussion: "Examples:\n  souschef run start\n  souschef run start Gratin/peel")

    @OptionGroup var database: DatabaseOptions
    @Argument(help: stepHelp, completion: Completions.openSteps) var step: String?

    func message() -> TellRun.Message { .start(step) }
  }

  struct Extend: TellingCommand {
    static let configuration = CommandConfiguration(
      commandName: "extend",
      abstract: "Give a step more time.",
      discussion: "Examples:\n  souschef run extend Gratin/bake 5m\n  souschef run extend 5m")

    @OptionGroup var database: DatabaseOptions
    @Argument(
      help: ArgumentHelp(
        "The step, unless only one fits, and how much longer.", valueName: "step> <duration"),
      completion: Completions.openSteps)
    var words: [String]

    func message() throws -> TellRun.Message {
      let (step, more) = try StepAndDuration.read(words)
      return .extend(step, by: more)
    }
  }

  struct Shorten: TellingCommand {
    static let configuration = CommandConfiguration(
      commandName: "shorten",
      abstract: "Give a step less time.",
      discussion: "Examples:\n  souschef run shorten Gratin/bake 5m\n  souschef run shorten 2m")

    @OptionGroup var database: DatabaseOptions
    @Argument(
      help: ArgumentHelp(
        "The step, unless only one fits, and how much less.", valueName: "step> <duration"),
      completion: Completions.openSteps)
    var words: [String]

    func message() throws -> TellRun.Message {
      let (step, less) = try StepAndDuration.read(words)
      return .shorten(step, by: less)
    }
  }

  struct Skip: TellingCommand {
    static let configuration = CommandConfiguration(
      commandName: "skip",
      abstract: "Skip a step, or end it without doing it.",
      discussion: "Example:\n  souschef run skip Gratin/rest")

    @OptionGroup var database: DatabaseOptions
    @Argument(help: stepHelp, completion: Completions.openSteps) var step: String?

    func message() -> TellRun.Message { .skip(step) }
  }

  struct Hand: TellingCommand {
    static let configuration = CommandConfiguration(
      commandName: "hand",
      abstract: "Hand a step to another cook.",
      discussion: "Example:\n  souschef run hand Gratin/peel Ben")

    @OptionGroup var database: DatabaseOptions
    @Argument(help: stepHelp, completion: Completions.openSteps) var step: String
    @Argument(help: "The cook who takes over.", completion: Completions.cooks) var cook: String

    func message() -> TellRun.Message { .hand(step, to: cook) }
  }

  private static let stepHelp: ArgumentHelp =
    "The step: Dish/step, or enough of it; not needed where only one fits."
}

/// `STEP 5m`, or `5m` alone.
private enum StepAndDuration {
  static func read(_ words: [String]) throws -> (String?, Seconds) {
    guard let last = words.last, words.count <= 2 else {
      throw Diagnostic(
        .usage, "This takes a step and a duration.", hints: ["For example: Gratin/bake 5m"])
    }
    let duration: Seconds
    do throws(DurationFault) {
      duration = try Seconds(durationText: last)
    } catch {
      throw Diagnostic(.usage, error)
    }
    guard duration > .zero else {
      throw Diagnostic(
        .usage, "The change must be longer than zero (got \(last)).", hints: ["For example: 5m"])
    }
    return (words.count == 2 ? words[0] : nil, duration)
  }
}
