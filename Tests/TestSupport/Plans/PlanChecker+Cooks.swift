import KitchenModel

extension PlanChecker {
  func checkCooks() {
    for step in plan.steps {
      let way = way(step)
      let needed = way.kind == .blocking && way.duration.likely > .zero ? way.cooks : 0
      expect(
        Set(step.cooks).count == needed && step.cooks.count == needed,
        "\(name(step)) has \(step.cooks.count) cooks")
      expect(
        step.cooks.allSatisfy { (0..<kitchen.cooks.count).contains($0) },
        "\(name(step)) has an unknown cook")
      if needed > 0, let cook = way.cook {
        expect(
          step.cooks.contains { same(kitchen.cooks.names[$0], cook) },
          "\(name(step)) is not done by \(cook)")
      }
      for other in plan.steps where other.reference > step.reference && overlap(step, other) {
        expect(
          Set(step.cooks).isDisjoint(with: other.cooks),
          "a cook does \(name(step)) and \(name(other)) at once")
      }
    }
  }

  /// Whether a cook is strictly inside a blocking step.
  func isBusy(_ cook: Int, at moment: Seconds) -> Bool {
    plan.steps.contains { $0.cooks.contains(cook) && $0.start < moment && moment < $0.end }
  }

  func checkSwitchPoints() {
    guard kitchen.away.isEmpty else { return }  // Together with the absences, below.
    for step in plan.steps where step.kind == .waiting && !way(step).startsItself {
      expect(
        (0..<kitchen.cooks.count).contains { !isBusy($0, at: step.start) },
        "nobody is at hand to start \(name(step))")
    }
  }
}
