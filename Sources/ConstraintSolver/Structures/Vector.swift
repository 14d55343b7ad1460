/// A growing array of plain values in memory that it alone owns.
///
/// The engine's inner loops spend their time in such arrays; this one has neither reference counts
/// nor uniqueness checks. Indices are checked in debug builds only: the invariant that makes this
/// safe is that every index in the engine is a term, clause, atom or trail position handed out by the
/// engine itself, and no vector shrinks below an index still in use.
struct Vector<Element: BitwiseCopyable>: ~Copyable {
  private var base: UnsafeMutablePointer<Element>
  private var capacity: Int
  /// The number of elements.
  private(set) var count: Int

  /// Creates an empty vector with room for `capacity` elements.
  init(capacity: Int = 16) {
    self.capacity = max(capacity, 4)
    base = .allocate(capacity: self.capacity)
    count = 0
  }

  deinit { base.deallocate() }

  @inline(__always) var isEmpty: Bool { count == 0 }

  @inline(__always) subscript(index: Int) -> Element {
    get {
      assert(index >= 0 && index < count)
      return base[index]
    }
    set {
      assert(index >= 0 && index < count)
      base[index] = newValue
    }
  }

  @inline(__always) var last: Element { self[count - 1] }

  @inline(__always) mutating func append(_ element: Element) {
    if count == capacity { grow() }
    (base + count).initialize(to: element)
    count += 1
  }

  @inline(__always) mutating func removeLast() -> Element {
    assert(count > 0)
    count -= 1
    return base[count]
  }

  /// Keeps the first `length` elements.
  @inline(__always) mutating func truncate(to length: Int) {
    assert(length <= count)
    count = length
  }

  /// Appends `number` copies of `element`.
  mutating func append(repeating element: Element, number: Int) {
    for _ in 0..<number { append(element) }
  }

  mutating func swapAt(_ a: Int, _ b: Int) {
    let element = self[a]
    self[a] = self[b]
    self[b] = element
  }

  /// Sorts in place; `precedes` must be a strict order that leaves no ties, for determinism.
  mutating func sort(from start: Int = 0, by precedes: (Element, Element) -> Bool) {
    var view = UnsafeMutableBufferPointer(start: base + start, count: count - start)
    view.sort(by: precedes)
  }

  private mutating func grow() {
    let larger = UnsafeMutablePointer<Element>.allocate(capacity: capacity * 2)
    larger.moveInitialize(from: base, count: count)
    base.deallocate()
    base = larger
    capacity *= 2
  }
}
