package import KitchenModel
import KitchenStore

/// Lists the stored plans, newest first.
package struct ListPlans {
  private let scope: Scope

  /// Which plans are listed.
  package enum Scope: Sendable {
    /// Those that were saved or really cooked.
    case chosen
    /// Those of simulated and scaled runs and those made in the middle of a run as well.
    case all
  }

  /// Creates the request.
  package init(_ scope: Scope = .chosen) { self.scope = scope }

  /// The plans.
  ///
  /// - Throws: ``Diagnostic``.
  package func perform(in workspace: Workspace) throws -> Outcome<[PlanSummary]> {
    let stored = try workspace.storeForReading().plans.list().filter { plan in
      if scope == .all { return true }
      return switch plan.cause {
      case .saved: true
      case .cooked: plan.runs == 0 || plan.liveRuns > 0
      case .replanned: false
      }
    }
    return Outcome(
      stored.map { plan in
        PlanSummary(
          id: plan.id, meal: plan.name, status: plan.status, objective: plan.objective,
          makespan: plan.makespan, hold: plan.hold, standing: plan.standing, savedAt: plan.createdAt
        )
      })
  }
}

/// Stores a plan.
package struct SavePlan {
  private let plan: Plan

  /// Creates the request.
  package init(_ plan: Plan) { self.plan = plan }

  /// Stores the plan.
  ///
  /// - Returns: Its number.
  /// - Throws: ``Diagnostic``.
  package func perform(in workspace: Workspace) throws -> Outcome<Int> {
    Outcome(try workspace.storeForWriting().plans.save(plan, at: workspace.now))
  }
}

/// Finds a stored plan.
package struct ShowPlan {
  private let id: Int

  /// Creates the request.
  package init(id: Int) { self.id = id }

  /// The plan.
  ///
  /// - Throws: ``Diagnostic``, also where there is none.
  package func perform(in workspace: Workspace) throws -> Outcome<Plan> {
    Outcome(try workspace.storeForReading().plan(id))
  }
}

/// Removes a stored plan that no run has cooked.
package struct RemovePlan {
  private let id: Int
  private let rehearsing: Rehearsing

  /// Creates the request.
  package init(id: Int, rehearsing: Rehearsing = .no) {
    self.id = id
    self.rehearsing = rehearsing
  }

  /// Removes the plan.
  ///
  /// - Throws: ``Diagnostic``, also where there is none or a run has cooked it.
  package func perform(in workspace: Workspace) throws -> Outcome<Void> {
    let store = try workspace.storeOfExisting(rehearsing)
    switch rehearsing {
    case .no: try store.plans.remove(id)
    case .dryRun: _ = try store.plan(id)
    }
    return Outcome(())
  }
}

extension KitchenStore {
  /// The plan with number `id`.
  ///
  /// - Throws: ``Diagnostic``, also where there is none.
  func plan(_ id: Int) throws -> Plan {
    guard let stored = try plans.plan(id) else {
      throw Diagnostic(.noPlan(id))
    }
    return stored.plan
  }
}
