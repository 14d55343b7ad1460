import ArgumentParser
import Glibc
import KitchenModel
import Rendering
import SouschefCore

/// `souschef cook`: cooks a meal, step by step.
struct CookCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "cook", abstract: "Cook a meal: says what to do when, and logs what happens.",
    discussion: """
      On a terminal, Enter says that the step in your hands is done; waiting steps end by \
      themselves. Ctrl-C interrupts the run and keeps its record.

      Examples:
        souschef cook lunch
        souschef cook lunch --speed 60
        souschef cook --plan 3 --simulate
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
  @OptionGroup var output: OutputOptions

  func run() throws {
    let workspace = try database.workspace()
    let request = try request(in: workspace)
    let audience = CookPrinter(format: output.isJSON ? .json : .lines)
    let interrupts = Interrupts()
    let keyboard = Keyboard(isListening: request.clock == .live && Output.isInteractive)
    let progress = ProgressLine()
    let result = try runBlocking {
      let cooking = Task {
        try await CookMeal(request: request).perform(
          in: workspace, audience: audience, input: keyboard.input,
          isCancelled: { interrupts.hasCome }, onProgress: progress.report)
      }
      let watching = Task { for await _ in interrupts.arrivals { cooking.cancel() } }
      defer { watching.cancel() }
      return try await cooking.value
    }
    progress.clear()
    try finish(result)
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
      if output.isJSON { try Output.announce(JSONValue(run).compactText) }
      switch run.status {
      case .interrupted: throw Interrupted()
      case .aborted: throw ExitCode(1)
      case .running, .paused, .finished: break
      }
    }
  }

  private func request(in workspace: Workspace) throws -> CookRequest {
    let source: CookRequest.Source
    if let plan {
      guard planning.names.isEmpty, planning.file == nil else {
        throw Diagnostic(
          .usage, "--plan does not go with names or --file.", hints: ["Give one of them."])
      }
      source = .plan(plan)
    } else {
      var request = try planning.request(in: workspace)
      request.names = try MenuChoice.names(for: request, in: workspace)
      source = .meal(request)
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
      policy: policy)
  }

  private func clock() throws -> CookRequest.Clock {
    guard let speed else { return simulate ? .simulated : .live }
    guard !simulate else {
      throw Diagnostic(
        .usage, "--speed and --simulate exclude each other.",
        hints: ["--simulate finishes at once."])
    }
    guard let factor = Double(speed), factor >= 0.001, factor <= 1_000_000 else {
      throw Diagnostic(
        .usage, "--speed: \"\(speed)\" is no speed.", hints: ["60 cooks a minute in a second."])
    }
    let thousandths = Int((factor * 1000).rounded())
    return thousandths == 1000 ? .live : .scaled(thousandths: thousandths)
  }
}
