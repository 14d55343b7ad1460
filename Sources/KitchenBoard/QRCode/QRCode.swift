/// A text as a QR code (ISO/IEC 18004) for the camera of a telephone: bytes, the lowest level of
/// correction, versions 1 to 5, which have one block of data.
struct QRCode: Sendable, Hashable {
  /// How many modules a side has.
  let size: Int
  /// Whether a module is dark, by row and column.
  private(set) var isDark: [[Bool]]

  /// The bytes of data and of checks of each version.
  private static let capacities = [(19, 7), (34, 10), (55, 15), (80, 20), (108, 26)]

  /// Encodes a text; nil where it is longer than 106 bytes.
  init?(text: String) {
    let bytes = Array(text.utf8)
    guard let index = Self.capacities.firstIndex(where: { bytes.count + 2 <= $0.0 }) else {
      return nil
    }
    let (room, checks) = Self.capacities[index]
    let data = Self.data(bytes, room: room)
    let codewords = data + ReedSolomon.checkBytes(of: data, count: checks)
    let drawing = QRDrawing(version: index + 1, codewords: codewords)
    size = drawing.size
    isDark = drawing.best
  }

  /// Mode, length, the bytes, the end, and the filling.
  private static func data(_ bytes: [UInt8], room: Int) -> [UInt8] {
    // Four bits of mode before the length shift every byte by half.
    var nibbles: [UInt8] = [4]
    for byte in [UInt8(bytes.count)] + bytes { nibbles += [byte >> 4, byte & 15] }
    nibbles.append(0)
    var data: [UInt8] = []
    for index in stride(from: 0, to: nibbles.count, by: 2) {
      data.append(nibbles[index] << 4 | nibbles[index + 1])
    }
    var filling: UInt8 = 0xEC
    while data.count < room {
      data.append(filling)
      filling ^= 0xEC ^ 0x11
    }
    return data
  }

  /// The code in half blocks, for a terminal with light letters on dark, two rows a line.
  var text: String {
    let margin = 2
    func isLight(_ row: Int, _ column: Int) -> Bool {
      guard (0..<size).contains(row), (0..<size).contains(column) else { return true }
      return !isDark[row][column]
    }
    return stride(from: -margin, to: size + margin, by: 2).map { row in
      (-margin..<size + margin).map { column in
        switch (isLight(row, column), isLight(row + 1, column)) {
        case (true, true): "█"
        case (true, false): "▀"
        case (false, true): "▄"
        case (false, false): " "
        }
      }.joined()
    }.joined(separator: "\n")
  }
}
