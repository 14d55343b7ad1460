import ArgumentParser
import Glibc
import JSON
import KitchenModel
import Rendering
import SouschefCore

/// `souschef cook`: cooks a meal, step by step.
struct CookCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "cook", abstract: "Cook a meal: shows what to do and when, and logs what happens.",
    discussion: """
      On a terminal a full screen shows what to do; Enter marks it done, and a bell rings \
      for what is to be put in, taken out, heated and served. ? shows every key. From any other \
      terminal `souschef run` does the same. Without a terminal on standard input, and at any other \
      --speed than 1, everything counts as done at its time. Ctrl-C interrupts the run; --resume \
      goes on with it. Once it is served, souschef asks how it was.

      Examples:
        souschef cook lunch
        souschef cook lunch --speed 60
        souschef cook --plan 3 --simulate
        souschef cook --resume
      """)

  @OptionGroup var database: DatabaseOptions
  @OptionGroup var planning: PlanningOptions
  @Option(
    help: ArgumentHelp("Cook this stored plan.", valueName: "number"),
    completion: Completions.plans)
  var plan: Int?
  @Option(
    help: ArgumentHelp(
      """
      Kitchen seconds in a second: 60 cooks a minute in a second, and everything counts as done at \
      its time.
      """,
      valueName: "n"))
  var speed: String?
  @Flag(help: "Use a virtual clock and finish at once.") var simulate = false
  @Option(
    help: ArgumentHelp(
      "How long steps really take, as a JSON file: {\"Pasta/waiting\": \"12m\"}.", valueName: "file"
    ),
    completion: .file())
  var actuals: String?
  @Option(
    help: ArgumentHelp(
      "The strategy: replan, static (keeps the plan's order), in-order (each step as soon as possible, in the order listed) or sequential.",
      valueName: "policy"))
  var policy: String?
  @Flag(
    help: """
      Go on with the last interrupted run, or with the run of this number, at its own \
      speed.
      """)
  var resume = false
  @Option(
    help: ArgumentHelp(
      "With --simulate: number of simulated runs per strategy, with random durations.",
      valueName: "count"))
  var runs: Int?
  @Option(
    help: ArgumentHelp(
      "How far random durations may be from the estimate where a step has no range (default: 20%).",
      valueName: "percent"
    ))
  var jitter: String?
  @Option(help: ArgumentHelp("The seed of the random durations (default: 1).", valueName: "number"))
  var seed: Int?
  @Flag(help: "Cook even if another run is in progress.") var alongside = false
  @OptionGroup var view: ViewOptions
  @Flag(help: "Count putting in, taking out, heating and serving as done on time.")
  var auto = false
  @Flag(help: "Do not ring the bell.") var quiet = false
  @Flag(help: "Send notifications as well.") var alert = false
  @OptionGroup var output: OutputOptions

  func run() throws {
    let workspace = try database.workspace()
    if let rehearsal = try rehearsal(in: workspace) { return try rehearsal.run() }
    let request = try request(in: workspace)
    let stage = CookSession(
      workspace: workspace, request: request,
      alerts: Alerts(isOn: alert, rings: request.clock == .live && !quiet))
    let showsScreen =
      try !output.isJSON && request.clock != .simulated && view.wantsScreen(in: workspace)
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
        guard run.mode == .live, !output.isJSON else { break }
        try Output.writeError(sentences: ServedText.line(run, in: database.workspace().timeZone))
        guard Output.isInteractive else { break }
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
      if let option = planning.givenForPlanning.first {
        throw Diagnostic(
          .usage, "--resume does not go with \(option): the run goes on with the plan it has.",
          hints: ["Leave \(option) out."])
      }
      source = .interrupted(
        try planning.names.first.map { text in
          guard let number = Int(text) else {
            throw Diagnostic(
              .usage, "--resume takes the number of a run (got \"\(text)\").",
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
        try MenuChoice.completed(
          try planning.request(in: workspace), for: "cook", in: workspace))
    }
    let policy = try policy.map { text in
      guard let policy = Run.Policy(rawValue: text.lowercased()) else {
        let policies = Run.Policy.allCases.map(\.rawValue)
        throw Diagnostic(
          .usage, "--policy \(policies.demanded(got: text))",
          hints: [
            NearMiss.question(of: policies, for: text)
              ?? "Leave it out for replan."
          ])
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
      throw Diagnostic(
        .usage, "--runs must be 1 to 1000000 (got \(count)).", hints: ["For example: --runs 1000"])
    }
    let planning = try MenuChoice.completed(
      try planning.request(in: workspace), for: "cook", in: workspace)
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
        .usage, "--jitter must be a percentage (got \"\(jitter)\").",
        hints: ["For example: --jitter 20%"])
    }
    return Int((percent * 10).rounded())
  }

  private func clock() throws -> CookRequest.Clock {
    guard let speed else { return simulate ? .simulated : .live }
    guard !simulate else {
      throw Diagnostic(
        .usage, "Give --speed or --simulate, not both.",
        hints: ["--simulate finishes at once."])
    }
    let thousandths = try SpeedText.thousandths(speed)
    return thousandths == 1000 ? .live : .scaled(thousandths: thousandths)
  }
}
