/// Long random values, and comparing them without telling how far they agree.
enum Secret {
  /// Random bytes of the system, as lower-case hexadecimal digits.
  static func hex(bytes count: Int) -> String {
    var generator = SystemRandomNumberGenerator()
    return (0..<count).map { _ in
      let byte = UInt8.random(in: 0...255, using: &generator)
      return (byte < 16 ? "0" : "") + String(byte, radix: 16)
    }.joined()
  }

  /// Six random digits.
  static func pin() -> String {
    var generator = SystemRandomNumberGenerator()
    return (0..<6).map { _ in String(Int.random(in: 0...9, using: &generator)) }.joined()
  }

  /// Whether two texts are equal, in a time that depends on their lengths alone.
  static func equal(_ a: String, _ b: String) -> Bool {
    let (a, b) = (Array(a.utf8), Array(b.utf8))
    guard a.count == b.count else { return false }
    var difference: UInt8 = 0
    for index in a.indices { difference |= a[index] ^ b[index] }
    return difference == 0
  }
}
