import KitchenModel
import Rendering
import SouschefCore
import Synchronization

/// A plan that a page shows and that nobody has stored: its picture and its cooking need no second
/// search, and what is cooked is what was looked at.
struct DraftPlan: Sendable {
  /// What pages call it.
  var id: String
  /// What was asked for.
  var request: PlanningRequest
  /// The plan.
  var plan: Plan
  /// What to look at.
  var remarks: [Diagnostic] = []
  /// How likely it is to be served in time; nil where there was no time to find out.
  var risk: ServingRisk?
  /// When it was made.
  var madeAt: Instant
}

/// The drafts of the last half hour, the newest few.
final class DraftPlans: Sendable {
  private let drafts = Mutex<[DraftPlan]>([])
  private static let most = 24
  private static let life = Seconds.minutes(30)

  /// Keeps a draft.
  func keep(_ draft: DraftPlan) {
    drafts.withLock { drafts in
      drafts.append(draft)
      if drafts.count > Self.most { drafts.removeFirst() }
    }
  }

  /// The draft of an id; nil where it is too old, or its start is past.
  func find(_ id: String, at now: Instant) -> DraftPlan? {
    drafts.withLock { drafts in drafts.last { $0.id == id } }.flatMap { draft in
      guard now.seconds(since: draft.madeAt) < Self.life else { return nil }
      if let start = draft.plan.startAt, start < now { return nil }
      return draft
    }
  }
}

extension Board {
  /// Plans for a page, with the risk, and keeps what came of it for a while.
  ///
  /// - Throws: ``Diagnostic``, ``BoardFailure``.
  func draft(
    _ request: PlanningRequest, trying: PlanMeal.Trying, for context: BoardContext
  ) async throws -> DraftPlan {
    let planned = try await planner.plan(request, trying: trying, for: context.channel)
    let plan: Plan
    switch planned.value.outcome {
    case .infeasible(let reasons): throw CookActions.infeasible(reasons)
    case .plan(let found): plan = found
    }
    let draft = DraftPlan(
      id: Secret.hex(bytes: 8), request: request, plan: plan, remarks: planned.remarks,
      risk: try? await planner.risk(of: plan, for: context.channel), madeAt: kitchen.clock())
    drafts.keep(draft)
    return draft
  }
}
