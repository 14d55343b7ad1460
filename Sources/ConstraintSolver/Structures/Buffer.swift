/// A handle to a fixed number of plain values, for a propagator's own tables.
///
/// A class that stores arrays pays for exclusivity and uniqueness checks at each access; one that
/// stores handles does not. Whoever allocates a buffer frees it in its `deinit`.
struct Buffer<Element: BitwiseCopyable> {
  private let base: UnsafeMutablePointer<Element>
  let count: Int

  /// Allocates `count` copies of `element`.
  init(repeating element: Element, count: Int) {
    base = .allocate(capacity: max(count, 1))
    base.initialize(repeating: element, count: count)
    self.count = count
  }

  /// Allocates a copy of `elements`.
  init(_ elements: [Element]) {
    base = .allocate(capacity: max(elements.count, 1))
    for (index, element) in elements.enumerated() { (base + index).initialize(to: element) }
    count = elements.count
  }

  func deallocate() { base.deallocate() }

  @inline(__always) subscript(index: Int) -> Element {
    get {
      assert(index >= 0 && index < count)
      return base[index]
    }
    nonmutating set {
      assert(index >= 0 && index < count)
      base[index] = newValue
    }
  }

  /// Sorts the first `length` elements by a key, stably: nearly sorted already, as between two calls
  /// of a propagator, it takes linear time.
  @inline(__always) func insertionSort(_ length: Int, by key: (Element) -> Int) {
    var index = 1
    while index < length {
      let element = base[index]
      let value = key(element)
      var place = index
      while place > 0, key(base[place - 1]) > value {
        base[place] = base[place - 1]
        place -= 1
      }
      base[place] = element
      index += 1
    }
  }
}
