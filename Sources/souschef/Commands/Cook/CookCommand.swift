import ArgumentParser
import Glibc
import JSON
import KitchenModel
import Rendering
import SouschefCore

/// `souschef cook`: cooks a meal, step by step.
struct CookCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "cook", abstract: "Cook a meal: says what to do when, and logs what happens.",
    discussion: """
      On a terminal a full screen shows what to do; Enter says that it is done, and a bell rings \
      for what is to be put in, taken out, heated and served. ? shows every key. From any other \
      terminal `souschef run` does the same. Where standard input is no terminal, everything \
      counts as done at its time. Ctrl-C interrupts the run; --resume goes on with it. Once it is \
      served you are asked how it was.

      Examples:
        souschef cook lunch
        souschef cook lunch --speed 60
        souschef cook --plan 3 --simulate
        souschef cook --resume
      """)

  @OptionGroup var database: DatabaseOptions
  @OptionGroup var planning: PlanningOptions
  @Option(help: ArgumentHelp("Cook this stored plan.", valueName: "number")) var plan: Int?
  @Option(
    help: ArgumentHelp(
      "Kitchen seconds in a second: 60 cooks a minute in a second.", valueName: "n"))
  var speed: String?
  @Flag(help: "Use a virtual clock and finish at once.") var simulate = false
  @Option(
    help: ArgumentHelp(
      "How long steps really take, as JSON: {\"Pasta/waiting\": \"12m\"}.", valueName: "file"),
    completion: .file())
  var actuals: String?
  @Option(
    help: ArgumentHelp(
      "replan, static (keeps the plan's order), in-order (an event loop) or sequential.",
      valueName: "policy"))
  var policy: String?
  @Flag(
    help: """
      Go on with the run that was interrupted last, or with the run of this number, at its own \
      speed.
      """)
  var resume = false
  @Option(
    help: ArgumentHelp(
      "With --simulate: cook so often under every policy, with durations drawn at random.",
      valueName: "count"))
  var runs: Int?
  @Option(
    help: ArgumentHelp(
      "How far a step without a range may be off its estimate (default: 20%).", valueName: "percent"
    ))
  var jitter: String?
  @Option(help: ArgumentHelp("Where the drawing begins (default: 1).", valueName: "number"))
  var seed: Int?
  @Flag(help: "Cook although another run is under way.") var alongside = false
  @Flag(help: "Print lines instead of showing a full screen.") var plain = false
  @Flag(help: "Count what is put in, taken out, heated and served as done at its time.")
  var auto = false
  @Flag(help: "Do not ring the bell for what you have to do.") var quiet = false
  @Flag(help: "Send notifications as well.") var alert = false
  @OptionGroup var output: OutputOptions

  func run() throws {
    let workspace = try database.workspace()
    if let rehearsal = try rehearsal(in: workspace) { return try rehearsal.run() }
    let request = try request(in: workspace)
    let stage = CookStage(
      workspace: workspace, request: request,
      alerts: Alerts(isOn: alert, rings: request.clock == .live && !quiet))
    let showsScreen = !plain && !output.isJSON && request.clock != .simulated && Output.wantsScreen
    try finish(
      showsScreen ? try stage.showScreen() : try stage.print(output.isJSON ? .json : .lines))
  }

  private func finish(_ result: CookMeal.Result) throws {
    switch result {
    case .infeasible(let reasons):
      if output.isJSON {
        Output.write(JSONValue(reasons).documentText)
      } else {
        Output.writeError(InfeasibilityText.text(of: reasons, width: Output.width).plainText)
      }
      throw ExitCode(1)
    case .cooked(let run):
      if output.isJSON {
        let shown = try ShowRun(id: run.id).perform(in: database.workspace()).value
        try Output.announce(JSONValue(shown).compactText)
      }
      switch run.status {
      case .interrupted:
        Output.writeError("Go on with it: souschef cook --resume \(run.id)\n")
        throw Interrupted()
      case .aborted: throw ExitCode(1)
      case .running, .paused: break
      case .finished:
        guard run.mode == .live, !output.isJSON, Output.isInteractive else { break }
        try AfterServing(workspace: database.workspace(), run: run).ask()
      }
    }
  }

  private func request(in workspace: Workspace) throws -> CookRequest {
    let source: CookRequest.Source
    if resume {
      guard plan == nil, planning.file == nil, planning.names.count <= 1 else {
        throw Diagnostic(
          .usage, "--resume does not go with a meal, --plan or --file.",
          hints: ["souschef cook --resume, or souschef cook --resume NUMBER"])
      }
      source = .interrupted(
        try planning.names.first.map { text in
          guard let number = Int(text) else {
            throw Diagnostic(
              .usage, "--resume: \"\(text)\" is no number of a run.",
              hints: ["souschef history lists the runs."])
          }
          return number
        })
    } else if let plan {
      guard planning.names.isEmpty, planning.file == nil else {
        throw Diagnostic(
          .usage, "--plan does not go with names or --file.", hints: ["Give one of them."])
      }
      source = .plan(plan)
    } else {
      source = .meal(
        try MenuChoice.completed(try planning.request(in: workspace), in: workspace))
    }
    let policy = try policy.map { text in
      guard let policy = Run.Policy(rawValue: text.lowercased()) else {
        throw Diagnostic(
          .usage, "--policy: there is no \"\(text)\".",
          hints: ["replan, static, in-order or sequential."])
      }
      return policy
    }
    return CookRequest(
      source, clock: try clock(), actuals: try actuals.map { try SourceText.readFile($0) },
      policy: policy, company: alongside ? .alongside : .alone, answering: answering)
  }

  /// Who answers for what cooks must do: nobody, where nobody can type.
  private var answering: CookRequest.Answering {
    guard Keyboard.isThere else { return .everything }
    return auto ? .atOnce : .byCook
  }

  /// The rehearsal that is asked for; nil where cooking is.
  private func rehearsal(in workspace: Workspace) throws -> RehearsalStage? {
    guard runs != nil || jitter != nil || seed != nil else { return nil }
    guard simulate, plan == nil, !resume, actuals == nil else {
      throw Diagnostic(
        .usage, "--runs, --jitter and --seed go with --simulate and a meal.",
        hints: ["souschef cook lunch --simulate --jitter 20% --seed 7 --runs 1000"])
    }
    let count = runs ?? 1
    guard (1...1_000_000).contains(count) else {
      throw Diagnostic(.usage, "--runs: \(count) is no number of runs.", hints: ["1 or more."])
    }
    let planning = try MenuChoice.completed(
      try planning.request(in: workspace), in: workspace)
    return RehearsalStage(
      workspace: workspace, planning: planning,
      draws: .init(runs: count, jitterThousandths: try jitterThousandths(), seed: seed ?? 1),
      output: output)
  }

  private func jitterThousandths() throws -> Int {
    guard let jitter else { return 200 }
    let number = jitter.hasSuffix("%") ? String(jitter.dropLast()) : jitter
    guard let percent = Double(number), (0...100).contains(percent) else {
      throw Diagnostic(
        .usage, "--jitter: \"\(jitter)\" is no percentage.", hints: ["20% is the default."])
    }
    return Int((percent * 10).rounded())
  }

  private func clock() throws -> CookRequest.Clock {
    guard let speed else { return simulate ? .simulated : .live }
    guard !simulate else {
      throw Diagnostic(
        .usage, "--speed and --simulate exclude each other.",
        hints: ["--simulate finishes at once."])
    }
    let thousandths = try SpeedText.thousandths(speed)
    return thousandths == 1000 ? .live : .scaled(thousandths: thousandths)
  }
}
