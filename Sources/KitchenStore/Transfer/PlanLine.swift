internal import KitchenModel

/// What a line of a history says of its plan, which must be what the plan says itself.
struct PlanLine: Decodable {
  private let id: Int
  private let createdAt: Instant
  private let cause: String
  private let runId: Int?
  private let name: String
  private let status: Plan.Status
  private let objective: PlanObjective
  private let makespanSeconds: Int
  private let holdSeconds: Int
  /// Missing in what older versions wrote, whose other figures of how food waits meant another
  /// thing.
  private let standingSeconds: Int?
  private let plan: ReadPlan

  private enum Key: String, CodingKey { case id }

  /// Reads a line and checks it.
  ///
  /// - Throws: ``Diagnostic`` of kind `badContent`.
  static func check(_ decoder: any Decoder) throws {
    do {
      let line = try PlanLine(from: decoder)
      if let reason = line.fault { throw ReadPlan.Nonsense(reason: reason) }
    } catch {
      let number = try? decoder.container(keyedBy: Key.self).decode(Int.self, forKey: .id)
      let reason = (error as? ReadPlan.Nonsense).map { " is invalid: \($0.reason)" }
      throw Diagnostic(
        .badContent,
        "Plan \(number.map(String.init) ?? "") of the history\(reason ?? " cannot be read.")",
        hints: ["Import what `history export` writes; nothing was stored."])
    }
  }

  private var fault: String? {
    let plan = plan.plan
    guard id > 0, StoredPlan.Cause(word: cause, parent: runId) != nil else {
      return "it does not say what it was made for."
    }
    let figures = plan.servingFigures
    let agrees =
      name == plan.menu.name && objective == plan.objective
      && makespanSeconds == plan.makespan.count
      && (standingSeconds == nil
        || standingSeconds == figures.standing.count && holdSeconds == figures.hold.count
          && status == plan.status)
    return agrees ? nil : "its line says otherwise than the plan itself."
  }
}
