/// The check bytes of a QR code (ISO/IEC 18004): remainders of polynomials over the field of 256
/// elements with x⁸ + x⁴ + x³ + x² + 1.
enum ReedSolomon {
  /// The check bytes of some data.
  ///
  /// - Complexity: Linear in the data times the number of check bytes.
  static func checkBytes(of data: [UInt8], count: Int) -> [UInt8] {
    // The product of (x - 2ⁱ), without its leading one.
    var generator = [UInt8](repeating: 0, count: count)
    generator[count - 1] = 1
    var root: UInt8 = 1
    for _ in 0..<count {
      for index in 0..<count {
        generator[index] = product(generator[index], root)
        if index + 1 < count { generator[index] ^= generator[index + 1] }
      }
      root = product(root, 2)
    }
    var remainder = [UInt8](repeating: 0, count: count)
    for byte in data {
      let factor = byte ^ remainder.removeFirst()
      remainder.append(0)
      for index in 0..<count { remainder[index] ^= product(generator[index], factor) }
    }
    return remainder
  }

  private static func product(_ a: UInt8, _ b: UInt8) -> UInt8 {
    var result = 0
    for bit in stride(from: 7, through: 0, by: -1) {
      result = (result << 1) ^ ((result >> 7) * 0x11D)
      result ^= (Int(b) >> bit & 1) * Int(a)
    }
    return UInt8(result)
  }
}
