import ArgumentParser
import Foundation
import KitchenModel
import SouschefCore

/// What is planned and how: the options that `plan` and `cook` share.
struct PlanningOptions: ParsableArguments {
  @Argument(help: "Meals or dishes.", completion: Completions.menu) var names: [String] = []

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

  /// What to plan, as a use case takes it.
  func request(in workspace: Workspace) throws -> PlanningRequest {
    if serveAt != nil, startAt != nil {
      throw Diagnostic(
        .usage, "--serve-at and --start-at exclude each other.",
        hints: ["Fix one; the plan says the other."])
    }
    if let cooks, cooks < 1 {
      throw Diagnostic(
        .usage, "--cooks must be 1 or more (got \(cooks)).", hints: ["For example: --cooks 2"])
    }
    let objective = try objective.map { text in
      guard let objective = PlanObjective(rawValue: text.lowercased()) else {
        throw Diagnostic(
          .usage, "--objective must be hot or early (got \"\(text)\").",
          hints: ["Leave it out for hot."])
      }
      return objective
    }
    let estimates = try estimates.map { text in
      guard let estimates = PlanningRequest.Estimates(rawValue: text.lowercased()) else {
        throw Diagnostic(
          .usage, "--estimates must be stored or learned (got \"\(text)\").",
          hints: ["Leave it out for stored."])
      }
      return estimates
    }
    let source: PlanningRequest.Source =
      try file.map { .file(try SourceText.readFile($0)) } ?? .database
    return PlanningRequest(
      names: names, source: source, cooks: cooks, objective: objective ?? .hot,
      anchor: try anchor(in: workspace),
      later: try later.map { text in
        try reading(.usage, "--later") { try Seconds(durationText: text) }
      } ?? .zero,
      timeLimit: try timeLimit.map { text in
        try reading(.usage, "--time-limit") { try Seconds(durationText: text) }
      } ?? Seconds(10), estimates: estimates ?? .stored)
  }

  private func anchor(in workspace: Workspace) throws -> TimeAsked {
    func moment(_ text: String, _ option: String) throws -> Instant {
      try reading(.usage, option) {
        try TimeAhead(parsing: text, now: workspace.now, in: workspace.timeZone).instant
      }
    }
    if let serveAt { return .serve(try moment(serveAt, "--serve-at")) }
    if let startAt { return .start(try moment(startAt, "--start-at")) }
    return .none
  }
}
