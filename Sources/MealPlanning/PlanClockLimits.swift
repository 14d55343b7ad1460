package import Foundation
package import KitchenModel
import Scheduling

/// What a plan's limits on the clock mean, counted from the plan's start.
package struct PlanClockLimits: Sendable, Hashable {
  /// When which cook, by index, is not there; may begin before the plan does.
  package var absences: [Absent] = []
  /// The moments before which steps must not start.
  package var earliest: [StepReference: Seconds] = [:]

  /// A stretch in which a cook is not there.
  package struct Absent: Sendable, Hashable {
    /// Who, by index in ``Kitchen/cooks``.
    package var cook: Int
    /// When it begins.
    package var from: Seconds
    /// When it ends.
    package var to: Seconds
  }

  /// Resolves the limits of a plan's menu; none where the plan has no place on the clock.
  package init(of plan: Plan, in timeZone: TimeZone) {
    let frame = ClockFrame(of: plan, in: timeZone)
    for absence in plan.menu.kitchen.away {
      guard let cook = plan.menu.kitchen.cook(named: absence.cook),
        let window = frame.window(of: absence)
      else { continue }
      absences.append(Absent(cook: cook, from: Seconds(window.start), to: Seconds(window.end)))
    }
    for reference in plan.menu.stepReferences {
      let limits = [
        plan.menu[reference].notBefore, plan.menu.dishes[reference.dish].dish.notBefore,
      ]
      if let latest = limits.compactMap({ $0 }).compactMap(frame.time).max() {
        earliest[reference] = Seconds(latest)
      }
    }
  }
}
