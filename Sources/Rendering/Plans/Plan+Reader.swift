package import KitchenModel

extension Plan {
  /// The plan with what one cook does alone, for pictures and lists of their steps.
  ///
  /// What it amounts to (how long food waits and stands) is no longer that of the whole.
  package func shown(to cook: Int) -> Plan {
    var shown = self
    shown.steps.removeAll { !$0.cooks.contains(cook) }
    return shown
  }
}
