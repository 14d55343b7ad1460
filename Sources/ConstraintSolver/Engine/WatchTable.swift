/// The watches of every term, in one list for each bound that is waited for.
///
/// A term's lists stand in the order of their bounds, so that a rise from one bound to another visits
/// the lists in between and no watch that waits for more. Without them a long search spends most of
/// its time on skipping those.
struct WatchTable: ~Copyable {
  /// One of a clause's two watches: 12 bytes, as most are only read and left where they are.
  struct Watch: BitwiseCopyable {
    private let blockerTerm: Int32
    private let blockerBound: Int32
    let clause: Int32

    /// Creates a watch of a clause with another literal of it, to be asked first.
    @inline(__always) init(_ clause: Int32, blocker: Literal) {
      self.clause = clause
      // One that is too large for the field gives way to one that never holds.
      let bound = Int32(exactly: blocker.bound)
      blockerTerm = bound == nil ? Term.zero.index : blocker.term.index
      blockerBound = bound ?? 1
    }

    /// Another literal of the clause: when it is true there is nothing to do.
    @inline(__always) var blocker: Literal {
      Literal(term: Term(index: blockerTerm), bound: Int(blockerBound))
    }
  }

  /// A growing list in memory owned by the table.
  struct List<Element: BitwiseCopyable>: BitwiseCopyable {
    private(set) var base: UnsafeMutablePointer<Element>?
    var count: Int32 = 0
    private var capacity: Int32 = 0

    @inline(__always) mutating func append(_ element: Element) {
      if count == capacity { grow() }
      if let base { (base + Int(count)).initialize(to: element) }
      count += 1
    }

    private mutating func grow() {
      let larger = UnsafeMutablePointer<Element>.allocate(capacity: max(4, Int(capacity) * 2))
      if let base {
        larger.moveInitialize(from: base, count: Int(count))
        base.deallocate()
      }
      base = larger
      capacity = max(4, capacity * 2)
    }

    func deallocate() { base?.deallocate() }
  }

  /// The least bound of the term at which the watched literals are false, and where their list is.
  struct Place: BitwiseCopyable {
    var bound: Int
    var list: Int32
  }

  /// Each term's places, by rising bound.
  private var places = Vector<List<Place>>(capacity: 256)
  private(set) var lists = Vector<List<Watch>>(capacity: 256)

  init() {}

  deinit {
    for index in 0..<places.count { places[index].deallocate() }
    for index in 0..<lists.count { lists[index].deallocate() }
  }

  mutating func addTerms(_ number: Int) { places.append(repeating: List(), number: number) }

  /// Sees to it that a clause is visited when `literal` becomes false. O(log b) for b bounds of its
  /// term, and O(b) the first time that this one is waited for.
  @inline(__always)
  mutating func watch(_ literal: Literal, _ clause: Int32, blocker: Literal) {
    lists[list(of: literal)].append(Watch(clause, blocker: blocker))
  }

  private mutating func list(of literal: Literal) -> Int {
    let term = literal.term.negated
    let bound = 1 - literal.bound
    let place = firstPlace(of: term, above: bound - 1)
    if place < Int(places[term.offset].count), let base = places[term.offset].base,
      base[place].bound == bound
    {
      return Int(base[place].list)
    }
    lists.append(List())
    let list = lists.count - 1
    places[term.offset].append(Place(bound: bound, list: Int32(truncatingIfNeeded: list)))
    if let base = places[term.offset].base {
      var hole = Int(places[term.offset].count) - 1
      while hole > place {
        base[hole] = base[hole - 1]
        hole -= 1
      }
      base[place] = Place(bound: bound, list: Int32(truncatingIfNeeded: list))
    }
    return list
  }

  /// The first of a term's places with a bound above one.
  @inline(__always) func firstPlace(of term: Term, above bound: Int) -> Int {
    guard let base = places[term.offset].base else { return 0 }
    // Without a branch on what is compared, which no processor can foresee.
    var low = 0
    var width = Int(places[term.offset].count)
    while width > 0 {
      let half = width / 2
      let isBelow = base[low + half].bound <= bound
      low = isBelow ? low + half + 1 : low
      width = isBelow ? width - half - 1 : half
    }
    return low
  }

  /// A term's place; nil past the last and above a bound.
  @inline(__always) func place(_ index: Int, of term: Term, upTo bound: Int) -> Place? {
    guard let base = places[term.offset].base, index < Int(places[term.offset].count),
      base[index].bound <= bound
    else { return nil }
    return base[index]
  }

  /// Keeps the first `count` watches of a list.
  @inline(__always) mutating func truncate(_ list: Int, to count: Int) {
    lists[list].count = Int32(truncatingIfNeeded: count)
  }

  /// Removes the watches of clauses that are gone, and the lists that are then empty.
  mutating func removeAll(where isGone: (Int32) -> Bool) {
    var kept = Vector<List<Watch>>(capacity: lists.count)
    for term in 0..<places.count {
      guard let base = places[term].base else { continue }
      var width: Int32 = 0
      for index in 0..<Int(places[term].count) {
        var list = lists[Int(base[index].list)]
        Self.filter(&list, isGone)
        if list.count == 0 {
          list.deallocate()
          continue
        }
        base[Int(width)] = Place(
          bound: base[index].bound, list: Int32(truncatingIfNeeded: kept.count))
        kept.append(list)
        width += 1
      }
      places[term].count = width
    }
    lists = kept
  }

  private static func filter(_ list: inout List<Watch>, _ isGone: (Int32) -> Bool) {
    guard let base = list.base else { return }
    var kept = 0
    for read in 0..<Int(list.count) where !isGone(base[read].clause) {
      base[kept] = base[read]
      kept += 1
    }
    list.count = Int32(truncatingIfNeeded: kept)
  }
}
