/// The search behind ``HandsOnShares``: depth first through the work by start, with what has been
/// reached before left alone.
struct ShareSearch {
  private let works: [HandsOnShares.Work]
  private let next: [Int?]
  private let cooks: Int
  private let fairShare: Int
  /// Whether no two cooks can be told apart, so that of those who have done nothing the first will do.
  private let areAlike: Bool

  /// The best shares so far, and their cost.
  private(set) var best: [CookSet] = []
  private(set) var cost = HandsOnShares.Cost(changes: .max, busiest: .max, handOvers: .max)
  /// Whether the last run was cut short.
  private(set) var isExhausted = false

  // The state of a run.
  private var shares: [CookSet] = []
  private var range = 0..<0
  private var loads: [Int] = []
  private var freeFrom: [Int] = []
  private var hands: [CookSet?] = []
  private var changes = 0
  private var handOvers = 0
  private var effort = 0
  private var seen: [[Int]: (changes: Int, handOvers: Int)] = [:]

  init(_ works: [HandsOnShares.Work], _ next: [Int?], cooks: Int, fairShare: Int) {
    self.works = works
    self.next = next
    self.cooks = cooks
    self.fairShare = fairShare
    let everybody = CookSet(0..<cooks)
    areAlike = works.allSatisfy {
      $0.allowed == everybody && $0.required.isEmpty && $0.agreed == nil
    }
  }

  /// Takes shares for the best.
  mutating func accept(_ shares: [CookSet]) {
    best = shares
    var loads = [Int](repeating: 0, count: cooks)
    cost = .init()
    for (index, work) in works.enumerated() {
      for cook in shares[index].cooks where cook < cooks { loads[cook] += work.end - work.start }
      if let agreed = work.agreed, agreed != shares[index] { cost.changes += 1 }
      if let other = next[index], shares[index].isDisjoint(with: shares[other]) {
        cost.handOvers += 1
      }
    }
    cost.busiest = loads.max() ?? 0
  }

  /// Looks for better shares that differ from the best within a range of the work alone.
  mutating func run(over range: Range<Int>, effort: Int, _ isCancelled: () -> Bool) {
    self.range = range
    self.effort = effort
    shares = best
    isExhausted = false
    seen.removeAll(keepingCapacity: true)
    loads = Array(repeating: 0, count: cooks)
    freeFrom = Array(repeating: .min, count: cooks)
    changes = 0
    handOvers = 0
    hands = Array(repeating: nil, count: (works.map(\.dish).max() ?? 0) + 1)
    for index in works.indices where !range.contains(index) {
      for cook in shares[index].cooks { loads[cook] += works[index].end - works[index].start }
      if index < range.lowerBound {
        for cook in shares[index].cooks { freeFrom[cook] = max(freeFrom[cook], works[index].end) }
        hands[works[index].dish] = shares[index]
      }
      if let agreed = works[index].agreed, agreed != shares[index] { changes += 1 }
      if let other = next[index], !range.contains(other),
        shares[index].isDisjoint(with: shares[other])
      {
        handOvers += 1
      }
    }
    choose(range.lowerBound, isCancelled)
  }

  /// Chooses who does a work and all after it in the range.
  private mutating func choose(_ index: Int, _ isCancelled: () -> Bool) {
    if isExhausted || !isPromising { return }
    guard index < range.upperBound else { return finish() }
    effort -= 1
    if effort <= 0 || (effort % 256 == 0 && isCancelled()) {
      isExhausted = true
      return
    }
    if index > range.lowerBound, isKnown(index) { return }
    let work = works[index]
    let before = hands[work.dish]
    for chosen in candidates(for: work, after: before) {
      let isChange = work.agreed.map { $0 != chosen } ?? false
      let isHandOver = before.map { $0.isDisjoint(with: chosen) } ?? false
      let freed = freeFrom
      for cook in chosen.cooks {
        loads[cook] += work.end - work.start
        freeFrom[cook] = work.end
      }
      hands[work.dish] = chosen
      shares[index] = chosen
      changes += isChange ? 1 : 0
      handOvers += isHandOver ? 1 : 0
      choose(index + 1, isCancelled)
      changes -= isChange ? 1 : 0
      handOvers -= isHandOver ? 1 : 0
      hands[work.dish] = before
      for cook in chosen.cooks { loads[cook] -= work.end - work.start }
      freeFrom = freed
    }
  }

  /// Whether what is chosen so far can still become better than the best.
  private var isPromising: Bool {
    let busiest = max(fairShare, loads.max() ?? 0)
    return HandsOnShares.Cost(changes: changes, busiest: busiest, handOvers: handOvers) < cost
  }

  /// Takes the shares of a whole range for the best where they fit what lies behind it.
  private mutating func finish() {
    var handOvers = handOvers
    for index in range {
      guard let other = next[index], other >= range.upperBound else { continue }
      if shares[index].isDisjoint(with: shares[other]) { handOvers += 1 }
    }
    for index in range.upperBound..<max(range.upperBound, works.count) {
      for cook in shares[index].cooks where freeFrom[cook] > works[index].start { return }
    }
    let found = HandsOnShares.Cost(
      changes: changes, busiest: loads.max() ?? 0, handOvers: handOvers)
    if found < cost {
      cost = found
      best = shares
    }
  }

  /// Whether the same state has been reached before at no greater cost.
  private mutating func isKnown(_ index: Int) -> Bool {
    var key = [index]
    for cook in 0..<cooks {
      key.append(loads[cook])
      key.append(max(freeFrom[cook], works[index].start))
    }
    for work in works[index..<range.upperBound] {
      guard let last = hands[work.dish] else { continue }
      key.append(work.dish)
      key.append(Int(last.bits))
    }
    if let known = seen[key], known.changes <= changes, known.handOvers <= handOvers {
      return true
    }
    if seen.count < 200_000 { seen[key] = (changes, handOvers) }
    return false
  }

  /// Those who can do a work, the likeliest first: who had the dish before, then who has least to do.
  private func candidates(for work: HandsOnShares.Work, after before: CookSet?) -> [CookSet] {
    var free = (0..<cooks).filter { work.allowed.contains($0) && freeFrom[$0] <= work.start }
    if areAlike, let idle = free.first(where: { loads[$0] == 0 }) {
      free.removeAll { loads[$0] == 0 && $0 != idle }
      // As many of the idle as the work needs.
      let others = (0..<cooks).filter { loads[$0] == 0 && $0 > idle }
      free += others.prefix(work.count - 1)
    }
    let needed = free.filter(work.required.contains)
    guard needed.count == work.required.count, free.count >= work.count else { return [] }
    let ranked = free.filter { !work.required.contains($0) }.sorted {
      rank($0, work, before) < rank($1, work, before)
    }
    return combinations(of: ranked, work.count - needed.count).map { CookSet($0 + needed) }
  }

  private func rank(
    _ cook: Int, _ work: HandsOnShares.Work, _ before: CookSet?
  ) -> (Int, Int, Int, Int) {
    let wasAgreed = work.agreed.map { $0.contains(cook) } ?? false
    let hadDish = before.map { $0.contains(cook) } ?? false
    return (wasAgreed ? 0 : 1, hadDish ? 0 : 1, loads[cook], cook)
  }

  /// The ways to take so many of a list, the first ones first.
  private func combinations(of cooks: [Int], _ count: Int) -> [[Int]] {
    if count == 0 { return [[]] }
    guard cooks.count >= count else { return [] }
    if count == 1 { return cooks.map { [$0] } }
    return cooks.indices.flatMap { place in
      combinations(of: Array(cooks[(place + 1)...]), count - 1).map { [cooks[place]] + $0 }
    }
  }
}
