/// The literals worth branching on, with their activities.
///
/// An *atom* is a literal over a variable itself, never its negation. The 0–1 variables have one from
/// the start; bounds of other variables get theirs when a learnt clause speaks of them, so that the
/// search branches on the very facts it has learnt about (Feydy & Stuckey 2009). Activities are
/// integers: the same search in every build.
struct AtomTable: ~Copyable {
  struct Atom: BitwiseCopyable {
    var literal: Literal
    var activity: Int
    /// The place in the heap; -1 outside.
    var place: Int32
  }

  /// An atom taken off the heap because it was decided, and the level at which that was seen.
  struct Parked: BitwiseCopyable {
    var atom: Int32
    var level: Int32
  }

  private var atoms = Vector<Atom>(capacity: 256)
  private var heap = Vector<Int32>(capacity: 256)
  private var parked = Vector<Parked>(capacity: 64)
  /// Open addressing; a power of two in size, -1 for empty.
  private var table = Vector<Int32>(capacity: 512)
  private var increment = 1 << 20
  /// The atoms from which on new bounds get none: where times are fine, there is no end of them.
  private static let bumpLimit = 200_000

  init() { table.append(repeating: -1, number: 512) }

  /// The number of atoms.
  var count: Int { atoms.count }

  /// The atom of a literal or its negation, new or old.
  mutating func intern(_ literal: Literal) -> Int {
    let key = literal.term.index & 1 == 0 ? literal : literal.negated
    let slot = slot(of: key)
    if table[slot] >= 0 { return Int(table[slot]) }
    let index = atoms.count
    atoms.append(Atom(literal: key, activity: 0, place: -1))
    table[slot] = Int32(truncatingIfNeeded: index)
    insert(index)
    if atoms.count * 2 > table.count { rehash() }
    return index
  }

  /// The atom of a literal or its negation, if it has one.
  private func find(_ literal: Literal) -> Int? {
    let key = literal.term.index & 1 == 0 ? literal : literal.negated
    let atom = table[slot(of: key)]
    return atom >= 0 ? Int(atom) : nil
  }

  /// Where the table has an atom's literal, or would have it.
  private func slot(of key: Literal) -> Int {
    var slot = Self.hash(key) & (table.count - 1)
    while table[slot] >= 0, atoms[Int(table[slot])].literal != key {
      slot = (slot + 1) & (table.count - 1)
    }
    return slot
  }

  private static func hash(_ key: Literal) -> Int {
    let mixed =
      (UInt64(UInt32(bitPattern: key.term.index)) &* 0x9E37_79B9_7F4A_7C15)
      ^ (UInt64(bitPattern: Int64(key.bound)) &* 0xC2B2_AE3D_27D4_EB4F)
    return Int(truncatingIfNeeded: (mixed ^ (mixed >> 29)) & 0x3FFF_FFFF_FFFF)
  }

  private mutating func rehash() {
    let size = table.count * 2
    table.truncate(to: 0)
    table.append(repeating: -1, number: size)
    for index in 0..<atoms.count {
      var slot = Self.hash(atoms[index].literal) & (size - 1)
      while table[slot] >= 0 { slot = (slot + 1) & (size - 1) }
      table[slot] = Int32(truncatingIfNeeded: index)
    }
  }

  /// Rewards a literal that took part in a conflict.
  mutating func bump(_ literal: Literal) {
    guard let index = atoms.count < Self.bumpLimit ? intern(literal) : find(literal) else { return }
    atoms[index].activity += increment
    if atoms[index].activity > 1 << 58 {
      for other in 0..<atoms.count { atoms[other].activity >>= 36 }
      increment = max(increment >> 36, 1 << 16)
      rebuild()
    }
    if atoms[index].place >= 0 { rise(Int(atoms[index].place)) }
  }

  /// Makes later rewards weigh more.
  mutating func decay() { increment += increment >> 5 }

  /// The most active undecided literal; nil when every atom is decided.
  mutating func next(_ trail: borrowing Trail) -> Literal? {
    while !heap.isEmpty {
      let index = Int(heap[0])
      let literal = atoms[index].literal
      removeTop()
      parked.append(
        Parked(
          atom: Int32(truncatingIfNeeded: index), level: Int32(truncatingIfNeeded: trail.level)))
      if !trail.holds(literal), !trail.fails(literal) { return literal }
    }
    return nil
  }

  /// Puts back what backtracking to a level may have opened again.
  mutating func backtrack(to level: Int) {
    while !parked.isEmpty, Int(parked.last.level) >= level {
      let index = Int(parked.removeLast().atom)
      if atoms[index].place < 0 { insert(index) }
    }
  }

  // MARK: The heap

  private func precedes(_ a: Int32, _ b: Int32) -> Bool {
    let (first, second) = (atoms[Int(a)].activity, atoms[Int(b)].activity)
    return first != second ? first > second : a < b
  }

  private mutating func put(_ atom: Int32, at place: Int) {
    heap[place] = atom
    atoms[Int(atom)].place = Int32(truncatingIfNeeded: place)
  }

  private mutating func insert(_ index: Int) {
    heap.append(Int32(truncatingIfNeeded: index))
    atoms[index].place = Int32(truncatingIfNeeded: heap.count - 1)
    rise(heap.count - 1)
  }

  private mutating func rise(_ start: Int) {
    var place = start
    let atom = heap[place]
    while place > 0 {
      let parent = (place - 1) / 2
      if !precedes(atom, heap[parent]) { break }
      put(heap[parent], at: place)
      place = parent
    }
    put(atom, at: place)
  }

  private mutating func sink(_ start: Int) {
    var place = start
    let atom = heap[place]
    while 2 * place + 1 < heap.count {
      var child = 2 * place + 1
      if child + 1 < heap.count, precedes(heap[child + 1], heap[child]) { child += 1 }
      if !precedes(heap[child], atom) { break }
      put(heap[child], at: place)
      place = child
    }
    put(atom, at: place)
  }

  private mutating func removeTop() {
    atoms[Int(heap[0])].place = -1
    let last = heap.removeLast()
    if !heap.isEmpty {
      put(last, at: 0)
      sink(0)
    }
  }

  private mutating func rebuild() {
    var place = heap.count / 2
    while place > 0 {
      place -= 1
      sink(place)
    }
  }
}
