import KitchenModel

/// Who does which hands-on work, where every step stays where it is.
///
/// Of all ways that keep each cook at one thing at a time, out of an absence and at what is theirs by
/// name, the best changes as little as can be of what was agreed, then gives the busiest cook the least
/// to do, then hands over as seldom as can be: a *hand-over* is where two pieces of work of a dish, one
/// after the other by start, have no cook in common.
///
/// An assignment of intervals (Kolen, Lenstra, Papadimitriou & Spieksma, "Interval scheduling: a
/// survey", 2007), with few cooks: the work is gone through by start, and of the ways that lead to the
/// same loads, the same busy cooks and the same last hands on each dish only the best is followed. That
/// is exact for the meals of a kitchen; where the effort runs out, stretches of the best are searched
/// instead.
struct HandsOnShares {
  private let works: [Work]
  private let cooks: Int
  /// The least that the busiest cook must do: the work divided by the cooks, in whole units.
  private let fairShare: Int
  /// For each work, the one after it of the same dish; nil for the last.
  private let next: [Int?]

  /// A stretch of hands-on work.
  struct Work: Hashable {
    var start: Int
    var end: Int
    var dish: Int
    /// How many cooks it takes.
    var count: Int
    /// Who may do it, and who has to.
    var allowed: CookSet
    var required: CookSet = []
    /// Who was to do it in a plan that holds so far; nil where nobody was.
    var agreed: CookSet?
  }

  /// What is compared, in this order.
  struct Cost: Comparable {
    var changes = 0
    var busiest = 0
    var handOvers = 0

    static func < (a: Cost, b: Cost) -> Bool {
      (a.changes, a.busiest, a.handOvers) < (b.changes, b.busiest, b.handOvers)
    }
  }

  /// Prepares to share work, listed in the plan's order, among so many cooks.
  init(_ works: [Work], cooks: Int) {
    self.works = works
    self.cooks = cooks
    let total = works.reduce(0) { $0 + ($1.end - $1.start) * $1.count }
    let unit = max(1, works.reduce(0) { greatestCommonDivisor($0, $1.end - $1.start) })
    let share = (total + cooks - 1) / max(cooks, 1)
    fairShare = (share + unit - 1) / unit * unit
    var later: [Int: Int] = [:]
    var next = [Int?](repeating: nil, count: works.count)
    for index in works.indices.reversed() {
      next[index] = later[works[index].dish]
      later[works[index].dish] = index
    }
    self.next = next
  }

  /// The best shares that are found, from `present` ones that are possible.
  ///
  /// - Parameter effort: how many choices may be tried.
  func best(from present: [CookSet], effort: Int, isCancelled: () -> Bool) -> [CookSet] {
    guard cooks > 1, cooks <= CookSet.most, !works.isEmpty else { return present }
    var search = ShareSearch(works, next, cooks: cooks, fairShare: fairShare)
    search.accept(present)
    search.run(over: 0..<works.count, effort: effort, isCancelled)
    if !search.isExhausted { return search.best }
    improve(&search, effort: effort, isCancelled)
    return search.best
  }

  /// Searches stretches of the best shares, each with the rest as it is, until none gains.
  private func improve(_ search: inout ShareSearch, effort: Int, _ isCancelled: () -> Bool) {
    let width = min(works.count, 14)
    var isBetter = true
    while isBetter, !isCancelled() {
      isBetter = false
      for first in stride(from: 0, through: works.count - width, by: max(1, width / 2)) {
        let before = search.cost
        search.run(over: first..<first + width, effort: effort / 20, isCancelled)
        if search.cost < before { isBetter = true }
      }
    }
  }
}

/// A set of cooks, by index.
struct CookSet: Hashable, ExpressibleByArrayLiteral {
  /// The most cooks there may be.
  static let most = 60
  /// A bit for each cook.
  private(set) var bits: UInt64 = 0

  init(arrayLiteral cooks: Int...) { self.init(cooks) }

  /// The set of some cooks; those beyond the most that there may be are left out.
  init(_ cooks: some Sequence<Int>) {
    for cook in cooks where cook < Self.most { bits |= 1 << UInt64(cook) }
  }

  var isEmpty: Bool { bits == 0 }
  var count: Int { bits.nonzeroBitCount }
  func contains(_ cook: Int) -> Bool { bits >> UInt64(cook) & 1 == 1 }
  func isDisjoint(with other: CookSet) -> Bool { bits & other.bits == 0 }

  /// The cooks, in order.
  var cooks: [Int] { (0..<Self.most).filter(contains) }
}

/// The greatest common divisor, not negative.
private func greatestCommonDivisor(_ a: Int, _ b: Int) -> Int {
  var (a, b) = (abs(a), abs(b))
  while b != 0 { (a, b) = (b, a % b) }
  return a
}
