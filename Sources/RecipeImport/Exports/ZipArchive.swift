/// A zip file in memory. Nothing of it is ever written to a disk, so that names in it are words and
/// no paths.
struct ZipArchive {
  /// A file in it.
  struct Entry {
    /// As the archive names it.
    var name: String
    fileprivate var method: Int
    fileprivate var packedSize: Int
    fileprivate var size: Int
    fileprivate var offset: Int
    fileprivate var isEncrypted: Bool
  }

  /// The most entries that are looked at.
  private static let most = 50_000
  /// The longest comment at the end.
  private static let longestComment = 65_535

  private let bytes: [UInt8]
  /// The files in order; no folders.
  private(set) var entries: [Entry] = []

  /// Whether bytes begin as a zip file does.
  static func isZip(_ bytes: [UInt8]) -> Bool {
    bytes.starts(with: [0x50, 0x4B, 0x03, 0x04]) || bytes.starts(with: [0x50, 0x4B, 0x05, 0x06])
  }

  /// Reads the directory at the end; nil where there is none.
  ///
  /// O(n) in the entries.
  init?(_ bytes: [UInt8]) {
    self.bytes = bytes
    guard let end = Self.end(of: bytes) else { return nil }
    let count = min(value(2, at: end + 10), Self.most)
    var place = value(4, at: end + 16)
    for _ in 0..<count {
      guard place + 46 <= bytes.count, value(4, at: place) == 0x0201_4B50 else { break }
      let nameLength = value(2, at: place + 28)
      let next = place + 46 + nameLength + value(2, at: place + 30) + value(2, at: place + 32)
      guard next <= bytes.count else { break }
      let name = String(decoding: bytes[(place + 46)..<(place + 46 + nameLength)], as: UTF8.self)
      if !name.hasSuffix("/") {
        entries.append(
          Entry(
            name: name, method: value(2, at: place + 10), packedSize: value(4, at: place + 20),
            size: value(4, at: place + 24), offset: value(4, at: place + 42),
            isEncrypted: value(2, at: place + 8) & 1 == 1))
      }
      place = next
    }
  }

  private static func end(of bytes: [UInt8]) -> Int? {
    guard bytes.count >= 22 else { return nil }
    let first = max(0, bytes.count - 22 - longestComment)
    return (first...(bytes.count - 22)).reversed().first { place in
      bytes[place] == 0x50 && bytes[place + 1] == 0x4B && bytes[place + 2] == 0x05
        && bytes[place + 3] == 0x06
    }
  }

  /// A number of `count` bytes, the lowest first; 0 where the archive ends before.
  private func value(_ count: Int, at place: Int) -> Int {
    guard place >= 0, place + count <= bytes.count else { return 0 }
    return (0..<count).reversed().reduce(0) { $0 << 8 | Int(bytes[place + $1]) }
  }

  /// What a file holds; nil where it is damaged, encrypted, or larger than `limit`.
  func content(of entry: Entry, limit: Int) -> [UInt8]? {
    guard !entry.isEncrypted, entry.size <= limit, value(4, at: entry.offset) == 0x0403_4B50 else {
      return nil
    }
    let start =
      entry.offset + 30 + value(2, at: entry.offset + 26) + value(2, at: entry.offset + 28)
    guard start <= bytes.count, entry.packedSize <= bytes.count - start else { return nil }
    let packed = bytes[start..<start + entry.packedSize]
    switch entry.method {
    case 0: return packed.count <= limit ? Array(packed) : nil
    case 8: return Inflate.bytes(packed, limit: limit)
    default: return nil
    }
  }
}

/// A gzip file (RFC 1952) of one part.
enum Gzip {
  /// Whether bytes begin as such a file does.
  static func isGzip(_ bytes: [UInt8]) -> Bool { bytes.starts(with: [0x1F, 0x8B, 8]) }

  /// What it holds; nil where it is damaged or holds more than `limit`.
  static func content(of bytes: [UInt8], limit: Int) -> [UInt8]? {
    guard isGzip(bytes), bytes.count >= 18 else { return nil }
    let flags = bytes[3]
    var place = 10
    if flags & 4 != 0 {
      place += 2 + Int(bytes[place]) + Int(bytes[place + 1]) << 8
    }
    for flag: UInt8 in [8, 16] where flags & flag != 0 {
      guard place < bytes.count, let zero = bytes[place...].firstIndex(of: 0) else { return nil }
      place = zero + 1
    }
    if flags & 2 != 0 { place += 2 }
    guard place < bytes.count else { return nil }
    return Inflate.bytes(bytes[place...], limit: limit)
  }
}
