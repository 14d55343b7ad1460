/// A cycle of distances between steps that no schedule keeps.
///
/// A dependency is up to two arcs of the graph of starts: `start(b) ≥ start(a) + w`. A limit
/// downwards counts the shortest way of the earlier step and a limit upwards the longest, so that
/// a cycle of positive length rules out every choice of ways. Found by Bellman and Ford's
/// algorithm in each strongly connected component (Cormen et al., *Introduction to Algorithms*,
/// §22.1): O(n + m) where no step leads back to itself, O(n·m) in a component.
package struct LagCycle: Sendable, Hashable {
  /// The steps, each constrained by the one before it and the first by the last.
  package let steps: [StepReference]
  private let names: [String]

  /// The first such cycle within `dishes` taken one by one; nil where there is none.
  init?(dishes: [Dish]) {
    self.init(menu: Menu(name: "", dishes: dishes, kitchen: Kitchen()))
  }

  /// The first such cycle in a menu; nil where there is none. Dependencies on what is not in the
  /// menu are left out.
  package init?(menu: Menu) {
    let references = menu.stepReferences
    var places: [StepReference: Int] = [:]
    for (index, reference) in references.enumerated() { places[reference] = index }
    let resolver = StepResolver(menu)
    var graph = LagGraph(count: references.count)
    for (index, reference) in references.enumerated() {
      for dependency in menu[reference].after {
        guard let target = resolver.target(of: dependency, from: reference),
          let other = places[target]
        else { continue }
        let durations = menu[target].ways.map(\.duration.likely.count)
        let (short, long) =
          dependency.from == .start ? (0, 0) : (durations.min() ?? 0, durations.max() ?? 0)
        if let minimum = dependency.minimum {
          graph.add(from: other, to: index, length: short + minimum.count)
        }
        if let maximum = dependency.maximum {
          graph.add(from: index, to: other, length: -(long + maximum.count))
        }
      }
    }
    guard let cycle = graph.positiveCycle() else { return nil }
    steps = cycle.map { references[$0] }
    names = steps.map { reference in
      let step = menu[reference].id
      return menu.dishes.count == 1 ? step : "\(menu.dishes[reference.dish].label)/\(step)"
    }
  }

  /// The finding at its first step, in which dishes are counted from `offset`.
  package func finding(offset: Int = 0) -> Finding {
    let first = StepReference(dish: steps[0].dish + offset, step: steps[0].step)
    return Finding(.step(first), .impossibleCycle(names + [names[0]]))
  }
}
