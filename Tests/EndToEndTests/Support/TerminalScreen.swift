/// What a terminal shows after the bytes that a program sent: as much of one as the live view
/// needs.
struct TerminalScreen {
  let width: Int
  let height: Int
  /// Whether the alternate screen is shown.
  private(set) var isAlternate = false
  /// Whether the cursor can be seen.
  private(set) var showsCursor = true
  private var cells: [[Character]]
  private var row = 0
  private var column = 0
  private var pending: [UInt8] = []

  init(width: Int, height: Int) {
    self.width = width
    self.height = height
    cells = Self.blank(width, height)
  }

  /// The same terminal with another size; what it shows is to be drawn again.
  init(width: Int, height: Int, continuing old: TerminalScreen) {
    self.init(width: width, height: height)
    isAlternate = old.isAlternate
    showsCursor = old.showsCursor
    pending = old.pending
  }

  /// The lines from top to bottom, without the blanks at their ends.
  var text: String {
    cells.map { line in
      var line = line
      while line.last == " " { line.removeLast() }
      return String(line) + "\n"
    }.joined()
  }

  /// Takes bytes as they come, whole sequences or parts of them.
  mutating func take(_ bytes: [UInt8]) {
    pending += bytes
    var rest = pending[...]
    while let first = rest.first {
      guard let length = Self.length(of: rest) else { break }
      let unit = Array(rest.prefix(length))
      rest = rest.dropFirst(length)
      switch first {
      case 0x1B: follow(unit)
      case 0x0D: column = 0
      case 0x0A: row = min(row + 1, height - 1)
      case 0..<0x20, 0x7F: continue
      default: put(Character(String(decoding: unit, as: UTF8.self)))
      }
    }
    pending = Array(rest)
  }

  private static func blank(_ width: Int, _ height: Int) -> [[Character]] {
    Array(repeating: Array(repeating: " ", count: width), count: height)
  }

  /// How many bytes the sequence or character at the front has; nil where it is not whole yet.
  private static func length(of bytes: ArraySlice<UInt8>) -> Int? {
    let bytes = Array(bytes)
    guard bytes[0] == 0x1B else {
      let length = bytes[0] < 0x80 ? 1 : bytes[0] < 0xE0 ? 2 : bytes[0] < 0xF0 ? 3 : 4
      return length <= bytes.count ? length : nil
    }
    guard bytes.count > 1 else { return nil }
    switch bytes[1] {
    case UInt8(ascii: "["):
      return bytes.dropFirst(2).firstIndex { (0x40...0x7E).contains($0) }.map { $0 + 1 }
    case UInt8(ascii: "]"): return bytes.firstIndex(of: 0x07).map { $0 + 1 }
    default: return 2
    }
  }

  private mutating func put(_ character: Character) {
    guard row < height, column < width else { return }
    cells[row][column] = character
    column += 1
  }

  private mutating func eraseRestOfLine() {
    guard row < height else { return }
    for place in min(column, width)..<width { cells[row][place] = " " }
  }

  private mutating func follow(_ sequence: [UInt8]) {
    guard sequence.count > 2, sequence[1] == UInt8(ascii: "[") else { return }
    let parameters = String(decoding: sequence[2..<(sequence.count - 1)], as: UTF8.self)
    switch Character(Unicode.Scalar(sequence[sequence.count - 1])) {
    case "H":
      let place = parameters.split(separator: ";").compactMap { Int($0) }
      row = (place.first ?? 1) - 1
      column = (place.count > 1 ? place[1] : 1) - 1
    case "J":
      // From the cursor on, where nothing else is said: a shell's prompt erases what is below it.
      guard parameters.isEmpty || parameters == "0" else {
        cells = Self.blank(width, height)
        break
      }
      eraseRestOfLine()
      for line in cells.indices where line > row {
        cells[line] = Array(repeating: " ", count: width)
      }
    case "K": eraseRestOfLine()
    case "h", "l":
      let isOn = sequence.last == UInt8(ascii: "h")
      if parameters == "?1049" { isAlternate = isOn }
      if parameters == "?25" { showsCursor = isOn }
    default: break
    }
  }
}
