/// Numbers that look random and are the same every time (Steele, Lea & Flood 2014, SplitMix).
struct RandomNumbers {
  private var state: UInt64

  /// Creates the sequence of a seed.
  init(seed: UInt64) { state = seed }

  /// A number from 0 to less than a bound, which is at least 1.
  mutating func number(below bound: Int) -> Int { Int(next() >> 33) % bound }

  /// Whether something happens that happens so often in a hundred times.
  mutating func chance(_ percent: Int) -> Bool { number(below: 100) < percent }

  private mutating func next() -> UInt64 {
    state &+= 0x9E37_79B9_7F4A_7C15
    var mixed = state
    mixed = (mixed ^ (mixed >> 30)) &* 0xBF58_476D_1CE4_E5B9
    mixed = (mixed ^ (mixed >> 27)) &* 0x94D0_49BB_1331_11EB
    return mixed ^ (mixed >> 31)
  }
}
