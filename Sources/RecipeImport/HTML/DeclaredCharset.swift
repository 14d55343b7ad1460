import Foundation

/// The character set that a page names in its first lines, in `<meta charset="…">`,
/// `<meta http-equiv="Content-Type" content="…; charset=…">` or an XML declaration.
struct DeclaredCharset: Hashable {
  /// How far from a page's beginning a declaration is looked for, in bytes.
  private static let reach = 4096

  /// The name as the page writes it.
  let name: String

  /// Finds the declaration; nil where there is none. O(1).
  init?(in bytes: [UInt8]) {
    let head = bytes.prefix(Self.reach).map { (65...90).contains($0) ? $0 | 0x20 : $0 }
    let text = String(decoding: head, as: UTF8.self)
    var names: [Substring] = []
    if text.hasPrefix("<?xml"), let end = text.range(of: "?>") {
      names += Self.value(of: "encoding", in: text[..<end.lowerBound])
    }
    var rest = text[...]
    while names.isEmpty, let start = rest.range(of: "<meta") {
      let end = rest[start.upperBound...].firstIndex(of: ">") ?? rest.endIndex
      names += Self.value(of: "charset", in: rest[start.upperBound..<end])
      rest = rest[end...]
    }
    guard let found = names.first, !found.isEmpty else { return nil }
    name = String(found)
  }

  /// What stands behind a key and an equals sign, without quotation marks.
  private static func value(of key: String, in text: Substring) -> [Substring] {
    guard let place = text.range(of: key) else { return [] }
    let rest = text[place.upperBound...].drop { $0 == " " }
    guard rest.first == "=" else { return [] }
    let value = rest.dropFirst().drop { " \"'".contains($0) }
    return [value.prefix { $0.isASCII && ($0.isLetter || $0.isNumber || "-_:.+".contains($0)) }]
  }

  /// Whether text in this set may be made of ASCII alone and mean something else.
  var hidesInASCII: Bool { name == "iso-2022-jp" }

  /// Whether it is UTF-8, or UTF-16, which a page that can be read this far is not.
  var isUnicode: Bool { name.hasPrefix("utf") || name == "unicode" }

  /// The text of some bytes in this set; nil where the platform does not know the set, or the bytes
  /// are not of it. O(n).
  func text(of bytes: [UInt8]) -> String? {
    guard let encoding else { return nil }
    return String(bytes: bytes, encoding: encoding)
  }

  /// The names of the WHATWG encoding standard and their older spellings; a set that browsers read
  /// as a larger one is that one.
  private var encoding: String.Encoding? {
    let bare = name.filter { $0.isLetter || $0.isNumber }
    if let known = Self.known[bare] { return Self.encoding(known) }
    if let part = Self.number(in: bare, after: ["iso8859", "latin"]), (2...16).contains(part) {
      // The fifth "Latin" is the ninth part of ISO 8859.
      let isLatin = bare.hasPrefix("latin")
      return Self.encoding(0x0200 + UInt(isLatin ? Self.latins[part] ?? part : part))
    }
    if let page = Self.number(in: bare, after: ["windows", "xcp", "cp"]),
      let index = Self.windows.firstIndex(of: page)
    {
      return Self.encoding(0x0500 + UInt(index))
    }
    return nil
  }

  private static func number(in name: String, after prefixes: [String]) -> Int? {
    prefixes.lazy.filter(name.hasPrefix).compactMap { Int(name.dropFirst($0.count)) }.first
  }

  /// An encoding by its number in Core Foundation.
  private static func encoding(_ number: UInt) -> String.Encoding {
    String.Encoding(rawValue: number < 0x20 ? number : 0x8000_0000 | number)
  }

  /// The code pages of Windows in Core Foundation's order, from 0x0500 on.
  private static let windows = [1252, 1250, 1251, 1253, 1254, 1255, 1256, 1257, 1258]
  private static let latins = [5: 9, 6: 10, 9: 15, 10: 16]
  private static let known: [String: UInt] = [
    "shiftjis": 0x0420, "sjis": 0x0420, "xsjis": 0x0420, "windows31j": 0x0420, "ms932": 0x0420,
    "eucjp": 0x0920, "xeucjp": 0x0920, "iso2022jp": 21, "gb2312": 0x0632, "gbk": 0x0632,
    "xgbk": 0x0632, "gb18030": 0x0632, "big5": 0x0A03, "big5hkscs": 0x0A06, "euckr": 0x0422,
    "ksc56011987": 0x0422, "windows949": 0x0422, "koi8r": 0x0A02, "koi8": 0x0A02, "koi8u": 0x0A08,
    "ibm866": 0x0419, "cp866": 0x0419, "tis620": 0x041D, "windows874": 0x041D,
    "iso885911": 0x041D, "macintosh": 30, "xmaccyrillic": 0x07, "cp437": 0x0400, "cp850": 0x0410,
    "cp852": 0x0412, "iso88591": 0x0500, "latin1": 0x0500, "usascii": 0x0500, "ascii": 0x0500,
    "iso88599": 0x0504, "latin5": 0x0504, "iso88598i": 0x0208,
  ]
}
