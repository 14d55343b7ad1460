import KitchenModel
import KitchenStore

/// The names in the database, for the shell's completion: never fails and never creates anything.
package struct CompletionNames {
  private let databasePath: String

  /// Creates the request.
  package init(databasePath: String) { self.databasePath = databasePath }

  /// What names are of.
  package enum Kind: Sendable, Hashable {
    case dishes, meals, cooks, equipment
    /// Numbers of stored runs and plans, newest first.
    case runs, plans
    /// `Dish/step` of what is cooking and not over, and its dishes.
    case openSteps, openDishes
    /// `Dish/step` of a run by its number.
    case steps(ofRun: Int)
  }

  /// The most numbers that are offered.
  private static let most = 50

  /// The names there are, kind by kind; none where they cannot be read.
  package func perform(_ kinds: [Kind]) -> [String] {
    guard let store = try? KitchenStore.shared(at: databasePath, for: .reading) else { return [] }
    return kinds.flatMap { (try? Self.names(of: $0, in: store)) ?? [] }
  }

  private static func names(of kind: Kind, in store: KitchenStore) throws -> [String] {
    switch kind {
    case .dishes: return try store.dishes.names()
    case .meals: return try store.meals.names()
    case .cooks: return try store.kitchen().cooks.names
    case .equipment: return try store.kitchen().equipment.map(\.name)
    case .runs: return try store.runs.list(RunFilter(limit: most)).map { String($0.id) }
    case .plans: return try store.plans.list(limit: most).map { String($0.id) }
    case .openSteps:
      return try openRun(in: store).map { paths(of: $0.steps.filter { !$0.status.isOver }) } ?? []
    case .openDishes:
      return try openRun(in: store).map { once($0.steps.filter { !$0.status.isOver }.map(\.dish)) }
        ?? []
    case .steps(let run): return try store.runs.run(run).map { paths(of: $0.steps) } ?? []
    }
  }

  private static func openRun(in store: KitchenStore) throws -> Run? {
    try store.runs.newestOpen().flatMap { try store.runs.run($0.run) }
  }

  private static func paths(of steps: [RunStep]) -> [String] {
    steps.map { "\($0.dish)/\($0.step)" }
  }

  /// Every name once, in the order of their first places.
  private static func once(_ names: [String]) -> [String] {
    var seen: Set<String> = []
    return names.filter { seen.insert($0).inserted }
  }
}
