import KitchenModel
import KitchenStore

extension Menu {
  /// Takes over what cooking taught about the dishes, for this menu alone; nothing is stored.
  ///
  /// - Returns: What was taken over, each dish told once.
  /// - Throws: ``Diagnostic``.
  mutating func learn(from history: HistoryRepository) throws -> [LearnedEstimate] {
    var told: [Name: [LearnedEstimate]] = [:]
    var taken: [LearnedEstimate] = []
    for index in dishes.indices {
      let dish = dishes[index].dish
      let proposals: [LearnedEstimate]
      if let known = told[dish.name] {
        proposals = known
      } else {
        proposals = LearnEstimates.proposals(
          for: dish, from: try history.samples(of: dish.name), kitchen: kitchen)
        told[dish.name] = proposals
        taken += proposals
      }
      for step in dish.steps.indices {
        let own = proposals.filter { $0.step == dish.steps[step].id }
        dishes[index].dish.steps[step].learn(own)
      }
    }
    return taken
  }
}

extension LearnedEstimate {
  /// What a plan says of the estimates that it learned; nil where there are none.
  static func sentence(of estimates: [LearnedEstimate]) -> String? {
    guard !estimates.isEmpty else { return nil }
    let told = estimates.prefix(3).map { estimate in
      let who = estimate.cook.map { " (\($0))" } ?? ""
      return "\(estimate.dish)/\(estimate.step)\(who) \(estimate.after.likely.exactText) rather "
        + "than \(estimate.before.likely.exactText)"
    }
    let rest = estimates.count > told.count ? " and \(estimates.count - told.count) more" : ""
    return "Planned with what cooking took: \(told.joined(separator: ", "))\(rest)."
  }
}
