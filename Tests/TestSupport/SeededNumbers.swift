/// Random numbers that are the same for the same seed (SplitMix64, Steele et al. 2014).
package struct SeededNumbers: RandomNumberGenerator {
  private var state: UInt64

  /// Starts the sequence of `seed`, which must not be a multiple of the step between states: sequences
  /// would then be the same, only shifted.
  package init(seed: Int) { state = UInt64(bitPattern: Int64(seed)) }

  package mutating func next() -> UInt64 {
    state &+= 0x9E37_79B9_7F4A_7C15
    var bits = state
    bits = (bits ^ (bits >> 30)) &* 0xBF58_476D_1CE4_E5B9
    bits = (bits ^ (bits >> 27)) &* 0x94D0_49BB_1331_11EB
    return bits ^ (bits >> 31)
  }

  /// The next number from 0 to `bound` - 1.
  package mutating func next(below bound: Int) -> Int { Int.random(in: 0..<bound, using: &self) }

  /// Whether something of `percent` per cent happens.
  package mutating func happens(_ percent: Int) -> Bool { next(below: 100) < percent }
}
