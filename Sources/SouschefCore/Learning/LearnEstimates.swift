import KitchenModel
import KitchenStore

/// Proposes estimates from what cooking really took, and stores them where the cook accepts.
package struct LearnEstimates {
  private let dish: String?
  private let applying: Applying
  private let rehearsing: Rehearsing

  /// Whether what is proposed is accepted.
  package enum Applying: Sendable {
    case propose, apply
  }

  /// Creates the request.
  ///
  /// - Parameter dish: The dish; nil for all that are stored.
  package init(dish: String? = nil, _ applying: Applying, rehearsing: Rehearsing = .no) {
    self.dish = dish
    self.applying = applying
    self.rehearsing = rehearsing
  }

  /// The proposals that would change something, by dish and step.
  ///
  /// - Throws: ``Diagnostic``, also where there is no such dish.
  package func perform(in workspace: Workspace) throws -> Outcome<[LearnedEstimate]> {
    let store = try workspace.storeForReading()
    let stored = try store.dishes.all()
    let kitchen = try store.kitchen()
    let dishes =
      try dish.map {
        [try Naming.find($0, .dish, among: stored, .uniquePrefix, name: \.name.text)]
      }
      ?? stored
    var proposals: [LearnedEstimate] = []
    for dish in dishes {
      proposals += Self.proposals(
        for: dish, from: try store.history.samples(of: dish.name), kitchen: kitchen)
    }
    if applying == .apply, !proposals.isEmpty { try apply(proposals, dishes, in: workspace) }
    return Outcome(proposals)
  }

  /// What the samples of a dish, newest first, teach about its steps.
  ///
  /// Steps with options teach nothing: the history does not say which one was taken. Cooks are distinguished
  /// where all of a kitchen's have names and each has done the step often enough.
  static func proposals(
    for dish: Dish, from samples: [StepSample], kitchen: Kitchen
  ) -> [LearnedEstimate] {
    var names: [String] = []
    if case .named(let named) = kitchen.cooks { names = named }
    return dish.steps.flatMap { step -> [LearnedEstimate] in
      guard !step.hasOptions, let way = step.ways.first else { return [] }
      let own = samples.filter { $0.step == step.id }
      let estimate = { (cook: String?, samples: [StepSample]) in
        LearnedEstimate(
          dish: dish.name.text, step: step.id, cook: cook, before: way.duration, samples: samples)
      }
      let whole = estimate(nil, own)
      if way.kind == .blocking, way.cooks == 1, way.cook == nil {
        let each = names.compactMap { cook in estimate(cook, own.filter { $0.cooks == [cook] }) }
        if each.count > 1, each.count == names.count, Self.differ(each) { return each }
      }
      return [whole].compactMap(\.self).filter { $0.after != $0.before }
    }
  }

  /// Whether cooks differ: one's middle lies outside another's range, and further away than chance
  /// would put it. Of few times each, a middle outside a range happens too easily.
  private static func differ(_ estimates: [LearnedEstimate]) -> Bool {
    estimates.contains { a in
      estimates.contains { b in
        let isOutside = a.after.likely < b.after.minimum || a.after.likely > b.after.maximum
        let distance = Double((a.after.likely - b.after.likely).count)
        let (own, other) = (a.standardError, b.standardError)
        return isOutside && distance * distance > significance * (own * own + other * other)
      }
    }
  }

  /// Three standard errors, squared: of four hundred steps at which cooks are alike, one is taken
  /// for a difference.
  private static let significance = 9.0

  private func apply(
    _ proposals: [LearnedEstimate], _ dishes: [Dish], in workspace: Workspace
  ) throws {
    let store = try workspace.store(rehearsing)
    let summary = "learned \(proposals.count) \(proposals.count == 1 ? "estimate" : "estimates")"
    try store.change(summary, at: workspace.now, rehearsing) {
      change in
      for dish in dishes {
        let own = proposals.filter { $0.dish == dish.name.text }
        guard !own.isEmpty, var new = try change.dish(named: dish.name) else { continue }
        for index in new.steps.indices {
          new.steps[index].learn(own.filter { $0.step == new.steps[index].id })
        }
        try change.replace(new)
        for proposal in own {
          try change.recordLearned(
            dish.name, step: proposal.step, cook: proposal.cook, before: proposal.before.likely,
            after: proposal.after.likely, runs: proposal.runs, at: workspace.now)
        }
      }
    }
  }
}

extension Step {
  /// Takes over what was learned of it: one estimate, or an option for each cook.
  mutating func learn(_ estimates: [LearnedEstimate]) {
    guard let first = estimates.first, let way = ways.first else { return }
    guard first.cook != nil else {
      ways[0].duration = first.after
      return
    }
    ways = estimates.map { estimate in
      var own = way
      own.cook = estimate.cook
      own.duration = estimate.after
      return own
    }
    hasOptions = true
  }
}
