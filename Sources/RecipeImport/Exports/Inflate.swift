/// Decompresses DEFLATE (RFC 1951), the method of zip and gzip files.
///
/// It never reads past its input nor writes more than it is allowed: what is damaged, or would
/// become larger, gives nothing. O(n) in the output.
struct Inflate {
  private let input: ArraySlice<UInt8>
  private let limit: Int
  private var position: Int
  private var bits: UInt32 = 0
  private var bitCount: UInt32 = 0
  private var output: [UInt8] = []

  private struct Damage: Error {}

  private init(_ input: ArraySlice<UInt8>, limit: Int) {
    self.input = input
    self.limit = limit
    position = input.startIndex
  }

  /// The bytes that `input` holds; nil where it is damaged or holds more than `limit`.
  static func bytes(_ input: ArraySlice<UInt8>, limit: Int) -> [UInt8]? {
    var inflate = Inflate(input, limit: limit)
    do {
      try inflate.read()
    } catch {
      return nil
    }
    return inflate.output
  }

  private mutating func read() throws(Damage) {
    var isLast = false
    while !isLast {
      isLast = try take(1) == 1
      switch try take(2) {
      case 0: try readStored()
      case 1: try readCodes(Self.fixedLiterals, Self.fixedDistances)
      case 2:
        let (literals, distances) = try readTables()
        try readCodes(literals, distances)
      default: throw Damage()
      }
    }
  }

  // MARK: Bits

  private mutating func take(_ count: UInt32) throws(Damage) -> Int {
    while bitCount < count {
      guard position < input.endIndex else { throw Damage() }
      bits |= UInt32(input[position]) << bitCount
      position += 1
      bitCount += 8
    }
    let value = bits & ((1 << count) - 1)
    bits >>= count
    bitCount -= count
    return Int(value)
  }

  private mutating func readStored() throws(Damage) {
    // What is left of the byte is padding.
    bits = 0
    bitCount = 0
    guard input.endIndex - position >= 4 else { throw Damage() }
    let length = Int(input[position]) | Int(input[position + 1]) << 8
    let check = Int(input[position + 2]) | Int(input[position + 3]) << 8
    position += 4
    guard length == ~check & 0xFFFF, input.endIndex - position >= length,
      output.count + length <= limit
    else { throw Damage() }
    output += input[position..<position + length]
    position += length
  }

  // MARK: Codes

  /// A canonical Huffman code: how many codes there are of each length, and the symbols in order.
  private struct Code {
    var counts = [Int](repeating: 0, count: 16)
    var symbols: [Int] = []

    /// The code of the given lengths; nil where there are more codes than the lengths have room for.
    init?(_ lengths: ArraySlice<Int>) {
      for length in lengths { counts[length] += 1 }
      counts[0] = 0
      var left = 1
      for length in 1..<16 {
        left = left * 2 - counts[length]
        guard left >= 0 else { return nil }
      }
      var offsets = [Int](repeating: 0, count: 17)
      for length in 1..<16 { offsets[length + 1] = offsets[length] + counts[length] }
      symbols = [Int](repeating: 0, count: offsets[16])
      for (symbol, length) in lengths.enumerated() where length > 0 {
        symbols[offsets[length]] = symbol
        offsets[length] += 1
      }
    }
  }

  private mutating func symbol(of code: Code) throws(Damage) -> Int {
    var value = 0
    var first = 0
    var index = 0
    for length in 1..<16 {
      value |= try take(1)
      let count = code.counts[length]
      if value - count < first { return code.symbols[index + value - first] }
      index += count
      first = (first + count) << 1
      value <<= 1
    }
    throw Damage()
  }

  private mutating func readCodes(_ literals: Code?, _ distances: Code?) throws(Damage) {
    guard let literals, let distances else { throw Damage() }
    while true {
      let symbol = try symbol(of: literals)
      if symbol == 256 { return }
      if symbol < 256 {
        guard output.count < limit else { throw Damage() }
        output.append(UInt8(symbol))
        continue
      }
      guard symbol - 257 < Self.lengths.count else { throw Damage() }
      let (base, extra) = Self.lengths[symbol - 257]
      let length = base + (try take(extra))
      let place = try self.symbol(of: distances)
      guard place < Self.distances.count else { throw Damage() }
      let (distanceBase, distanceExtra) = Self.distances[place]
      let distance = distanceBase + (try take(distanceExtra))
      guard distance <= output.count, output.count + length <= limit else { throw Damage() }
      let start = output.count - distance
      // The piece may reach into itself.
      for offset in 0..<length { output.append(output[start + offset]) }
    }
  }

  private mutating func readTables() throws(Damage) -> (Code?, Code?) {
    let literalCount = try take(5) + 257
    let distanceCount = try take(5) + 1
    let lengthCount = try take(4) + 4
    guard literalCount <= 286, distanceCount <= 30 else { throw Damage() }
    var lengths = [Int](repeating: 0, count: 19)
    for index in 0..<lengthCount { lengths[Self.order[index]] = try take(3) }
    guard let code = Code(lengths[...]) else { throw Damage() }
    lengths = []
    while lengths.count < literalCount + distanceCount {
      let symbol = try symbol(of: code)
      switch symbol {
      case 0..<16: lengths.append(symbol)
      case 16:
        guard let last = lengths.last else { throw Damage() }
        lengths += [Int](repeating: last, count: 3 + (try take(2)))
      case 17: lengths += [Int](repeating: 0, count: 3 + (try take(3)))
      default: lengths += [Int](repeating: 0, count: 11 + (try take(7)))
      }
    }
    guard lengths.count == literalCount + distanceCount, lengths[256] > 0 else { throw Damage() }
    return (Code(lengths[..<literalCount]), Code(lengths[literalCount...]))
  }

  private static let order = [16, 17, 18, 0, 8, 7, 9, 6, 10, 5, 11, 4, 12, 3, 13, 2, 14, 1, 15]
  private static let fixedLiterals = Code(
    ([Int](repeating: 8, count: 144) + [Int](repeating: 9, count: 112)
      + [Int](repeating: 7, count: 24) + [Int](repeating: 8, count: 8))[...])
  private static let fixedDistances = Code([Int](repeating: 5, count: 30)[...])

  /// The base and the number of extra bits of each code for a length.
  private static let lengths: [(Int, UInt32)] =
    table(
      from: 3,
      extras: [0, 0, 0, 0, 0, 0, 0, 0, 1, 1, 1, 1, 2, 2, 2, 2, 3, 3, 3, 3, 4, 4, 4, 4, 5, 5, 5, 5])
    + [(258, 0)]
  private static let distances: [(Int, UInt32)] = table(
    from: 1,
    extras: [
      0, 0, 0, 0, 1, 1, 2, 2, 3, 3, 4, 4, 5, 5, 6, 6, 7, 7, 8, 8, 9, 9, 10, 10, 11, 11, 12, 12, 13,
      13,
    ])

  private static func table(from first: Int, extras: [UInt32]) -> [(Int, UInt32)] {
    var base = first
    return extras.map { extra in
      defer { base += 1 << extra }
      return (base, extra)
    }
  }
}
