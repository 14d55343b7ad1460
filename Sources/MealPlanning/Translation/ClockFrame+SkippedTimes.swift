package import Foundation
package import KitchenModel

extension PlanRequest {
  /// The clock times of the menu over which the clock is put forward where they fall: nobody can keep
  /// to them.
  package var skippedTimes: [Finding] {
    var served: Instant?
    if case .serve(let instant) = anchor { served = instant }
    return ClockFrame(self).skippedTimes(in: menu, servedAt: served)
  }
}

extension Plan {
  /// The same of a plan's menu, where the plan is now.
  package func skippedTimes(in timeZone: TimeZone) -> [Finding] {
    ClockFrame(of: self, in: timeZone)
      .skippedTimes(in: menu, servedAt: anchor == .serve ? serveAt : nil)
  }
}

extension ClockFrame {
  /// The skipped times in a menu. Those of an absence that lies wholly behind or ahead of the plan do not
  /// matter.
  fileprivate func skippedTimes(in menu: Menu, servedAt serving: Instant?) -> [Finding] {
    let end = serving.map { $0 + (menu.dishes.map(\.dish.serveOffset).max() ?? .zero) }
    guard origin != nil else { return [] }
    let absences = menu.kitchen.away.enumerated().flatMap { index, absence -> [Finding] in
      let (from, to) = instants(of: absence)
      guard end.map({ from < $0 }) ?? (to > reference) else { return [] }
      return [
        fault("\"from\" of \(absence.cook)'s absence", absence.from, at: from),
        fault("\"to\" of \(absence.cook)'s absence", absence.to, at: to),
      ].compactMap(\.self).map { Finding(.absence(index), $0) }
    }
    let dishes = menu.dishes.enumerated().flatMap { index, serving in
      faults(serving.dish.notBefore, serving.dish.notAfter).map { Finding(.dish(index), $0) }
    }
    let steps = menu.stepReferences.flatMap { reference in
      faults(menu[reference].notBefore, menu[reference].notAfter).map {
        Finding(.step(reference), $0)
      }
    }
    return absences + dishes + steps
  }

  private func faults(_ notBefore: ClockTime?, _ notAfter: ClockTime?) -> [ModelFault] {
    [("\"notBefore\"", notBefore), ("\"notAfter\"", notAfter)].compactMap { what, time in
      time.flatMap { fault(what, $0, at: $0.nearest(to: reference, in: timeZone)) }
    }
  }

  private func fault(_ what: String, _ time: ClockTime, at instant: Instant) -> ModelFault? {
    time.isShown(at: instant, in: timeZone)
      ? nil : .skippedTime(of: what, time.dated(at: instant, in: timeZone))
  }
}
