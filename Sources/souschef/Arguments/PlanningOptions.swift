import ArgumentParser
import KitchenModel
import SouschefCore

/// What is planned and how: the options that `plan` and `cook` share.
struct PlanningOptions: ParsableArguments {
  @Argument(
    help: "Meals or dishes. Pasta:2 means twice the recipe.", completion: Completions.menu)
  var names: [String] = []

  @Option(
    help: ArgumentHelp("Plan from this kitchen file instead of the database.", valueName: "file"),
    completion: .file())
  var file: String?

  @Option(
    help: ArgumentHelp(
      "When to serve: 19:00, 7pm, tomorrow 19:00, sunday 18:30, in 2 hours, 2026-11-26 18:30.",
      valueName: "time"))
  var serveAt: String?

  @Option(help: ArgumentHelp("When to start.", valueName: "time")) var startAt: String?

  @Option(
    help: ArgumentHelp(
      "For this many people, by what each dish says it serves.", valueName: "count"))
  var servings: Int?

  @Option(help: ArgumentHelp("Plan for this many cooks.", valueName: "count")) var cooks: Int?

  @Option(
    help: ArgumentHelp(
      "hot: food waits as little as possible. early: everything as soon as possible.",
      valueName: "hot|early"))
  var objective: String?

  @Option(
    help: ArgumentHelp(
      "Allow dinner to be this much later if less food then waits.",
      valueName: "duration"))
  var later: String?

  @Option(
    help: ArgumentHelp("How long to search for a proof (default: 10s).", valueName: "duration"))
  var timeLimit: String?

  @Option(
    help: ArgumentHelp(
      "Durations as stored (default), or learned from the history.",
      valueName: "stored|learned"))
  var estimates: String?

  /// The options given that a plan is made by, as they are typed: a run under way has its plan.
  var givenForPlanning: [String] {
    let given = [
      ("--serve-at", serveAt), ("--start-at", startAt), ("--servings", servings.map(String.init)),
      ("--cooks", cooks.map(String.init)), ("--objective", objective), ("--later", later),
      ("--estimates", estimates),
    ]
    return given.filter { $0.1 != nil }.map(\.0)
  }

  /// What to plan, as a use case takes it.
  func request(in workspace: Workspace) throws -> PlanningRequest {
    var words = PlanningWords()
    words.serveAt = serveAt
    words.startAt = startAt
    words.servings = servings
    words.cooks = cooks
    words.objective = objective
    words.later = later
    words.timeLimit = timeLimit
    words.estimates = estimates
    return try words.request(
      for: names, from: try file.map { .file(try SourceText.readFile($0)) } ?? .database,
      in: workspace)
  }
}
