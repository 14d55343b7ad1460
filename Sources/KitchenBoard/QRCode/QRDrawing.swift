/// Puts the patterns and the bits of a QR code in their places.
struct QRDrawing {
  let size: Int
  private let codewords: [UInt8]
  private var isDark: [[Bool]]
  /// Modules that no mask changes.
  private var isFixed: [[Bool]]

  init(version: Int, codewords: [UInt8]) {
    size = 17 + 4 * version
    self.codewords = codewords
    let empty = [[Bool]](repeating: [Bool](repeating: false, count: size), count: size)
    (isDark, isFixed) = (empty, empty)
    for index in 0..<size {
      fix(6, index, index % 2 == 0)
      fix(index, 6, index % 2 == 0)
    }
    for (row, column) in [(3, 3), (3, size - 4), (size - 4, 3)] { drawFinder(row, column) }
    if version > 1 { drawAlignment(size - 7) }
    drawFormat(mask: 0)
    drawCodewords()
  }

  /// The code under the mask that disturbs cameras least.
  var best: [[Bool]] {
    let masked = (0..<8).map { mask in
      var drawing = self
      drawing.apply(mask)
      drawing.drawFormat(mask: mask)
      return drawing.isDark
    }
    return masked.min { Self.penalty($0) < Self.penalty($1) } ?? isDark
  }

  private mutating func fix(_ row: Int, _ column: Int, _ dark: Bool) {
    guard (0..<size).contains(row), (0..<size).contains(column) else { return }
    isDark[row][column] = dark
    isFixed[row][column] = true
  }

  private mutating func drawFinder(_ row: Int, _ column: Int) {
    for y in -4...4 {
      for x in -4...4 {
        let ring = max(abs(x), abs(y))
        fix(row + y, column + x, ring != 2 && ring != 4)
      }
    }
  }

  private mutating func drawAlignment(_ centre: Int) {
    for y in -2...2 {
      for x in -2...2 { fix(centre + y, centre + x, max(abs(x), abs(y)) != 1) }
    }
  }

  /// The level and the mask, twice, with their check bits.
  private mutating func drawFormat(mask: Int) {
    let data = 1 << 3 | mask
    var remainder = data
    for _ in 0..<10 { remainder = remainder << 1 ^ (remainder >> 9) * 0x537 }
    let bits = (data << 10 | remainder) ^ 0x5412
    func bit(_ index: Int) -> Bool { bits >> index & 1 == 1 }
    for index in 0...5 { fix(index, 8, bit(index)) }
    fix(7, 8, bit(6))
    fix(8, 8, bit(7))
    fix(8, 7, bit(8))
    for index in 9..<15 { fix(8, 14 - index, bit(index)) }
    for index in 0..<8 { fix(8, size - 1 - index, bit(index)) }
    for index in 8..<15 { fix(size - 15 + index, 8, bit(index)) }
    fix(size - 8, 8, true)
  }

  /// The bits, in columns of two from the right, up and down in turn.
  private mutating func drawCodewords() {
    var index = 0
    var right = size - 1
    while right >= 1 {
      if right == 6 { right = 5 }
      for step in 0..<size {
        for column in [right, right - 1] {
          let isUpwards = (right + 1) & 2 == 0
          let row = isUpwards ? size - 1 - step : step
          guard !isFixed[row][column], index < codewords.count * 8 else { continue }
          isDark[row][column] = codewords[index / 8] >> (7 - index % 8) & 1 == 1
          index += 1
        }
      }
      right -= 2
    }
  }

  private mutating func apply(_ mask: Int) {
    for y in 0..<size {
      for x in 0..<size where !isFixed[y][x] {
        let turns =
          switch mask {
          case 0: (x + y) % 2 == 0
          case 1: y % 2 == 0
          case 2: x % 3 == 0
          case 3: (x + y) % 3 == 0
          case 4: (x / 3 + y / 2) % 2 == 0
          case 5: x * y % 2 + x * y % 3 == 0
          case 6: (x * y % 2 + x * y % 3) % 2 == 0
          default: ((x + y) % 2 + x * y % 3) % 2 == 0
          }
        if turns { isDark[y][x].toggle() }
      }
    }
  }

  /// Long runs and blocks of one colour count against a mask.
  private static func penalty(_ isDark: [[Bool]]) -> Int {
    let size = isDark.count
    var sum = 0
    for line in 0..<size {
      for read in [{ isDark[line][$0] }, { isDark[$0][line] }] as [(Int) -> Bool] {
        var run = 1
        for index in 1..<size {
          run = read(index) == read(index - 1) ? run + 1 : 1
          if run == 5 { sum += 3 } else if run > 5 { sum += 1 }
        }
      }
    }
    for y in 1..<size {
      for x in 1..<size
      where isDark[y][x] == isDark[y - 1][x] && isDark[y][x] == isDark[y][x - 1]
        && isDark[y][x] == isDark[y - 1][x - 1]
      {
        sum += 3
      }
    }
    return sum
  }
}
