import Foundation
import KitchenModel

extension PlanChecker {
  func checkClock(start: Instant, reference: Instant, _ zone: TimeZone) {
    let resolve = { (clock: ClockTime) in
      clock.nearest(to: reference, in: zone).seconds(since: start)
    }
    for step in plan.steps {
      let dish = plan.menu.dishes[step.reference.dish].dish
      for limit in [plan.menu[step.reference].notBefore, dish.notBefore].compactMap({ $0 }) {
        expect(step.start >= resolve(limit), "\(name(step)) starts before \(limit.text)")
      }
      for limit in [plan.menu[step.reference].notAfter, dish.notAfter].compactMap({ $0 }) {
        expect(step.end <= resolve(limit), "\(name(step)) ends after \(limit.text)")
      }
    }
    var windows: [(cook: Int, from: Seconds, to: Seconds)] = []
    for absence in kitchen.away {
      let cook = kitchen.cooks.names.firstIndex { same($0, absence.cook) } ?? -1
      let end = absence.to.nearest(to: reference, in: zone)
      // The stretch that ends then began within the day before.
      let day = (0..<96).map { end - .minutes(15 * $0) }
      let from =
        day.map { absence.from.nearest(to: $0, in: zone) }.filter { $0 < end }.max()
        ?? absence.from.nearest(to: end, in: zone)
      windows.append((cook, from.seconds(since: start), end.seconds(since: start)))
    }
    for window in windows {
      for step in plan.steps where step.cooks.contains(window.cook) {
        expect(
          step.end <= window.from || step.start >= window.to,
          "\(name(step)) is done by somebody who is away")
      }
    }
    for step in plan.steps where step.kind == .waiting && !way(step).startsItself {
      let isSomebody = (0..<kitchen.cooks.count).contains { cook in
        !isBusy(cook, at: step.start)
          && !windows.contains { $0.cook == cook && $0.from < step.start && step.start < $0.to }
      }
      expect(isSomebody, "nobody is there to start \(name(step))")
    }
    if let serveAt = plan.serveAt {
      expect(serveAt.seconds(since: start) == plan.makespan, "serving time and makespan differ")
    }
  }
}
