/// Character references of HTML.
enum HTMLEntities {
  /// The characters from U+00A0 to U+00FF, by name in order; these may lack the semicolon.
  private static let latin = """
    nbsp iexcl cent pound curren yen brvbar sect uml copy ordf laquo not shy reg macr deg plusmn \
    sup2 sup3 acute micro para middot cedil sup1 ordm raquo frac14 frac12 frac34 iquest Agrave \
    Aacute Acirc Atilde Auml Aring AElig Ccedil Egrave Eacute Ecirc Euml Igrave Iacute Icirc Iuml \
    ETH Ntilde Ograve Oacute Ocirc Otilde Ouml times Oslash Ugrave Uacute Ucirc Uuml Yacute THORN \
    szlig agrave aacute acirc atilde auml aring aelig ccedil egrave eacute ecirc euml igrave \
    iacute icirc iuml eth ntilde ograve oacute ocirc otilde ouml divide oslash ugrave uacute ucirc \
    uuml yacute thorn yuml
    """

  /// The characters from U+0100 to U+017E that have a name, with the last two digits of their
  /// codes.
  private static let latinExtended = """
    Amacr 00 amacr 01 Abreve 02 abreve 03 Aogon 04 aogon 05 Cacute 06 cacute 07 Ccirc 08 ccirc 09 \
    Cdot 0A cdot 0B Ccaron 0C ccaron 0D Dcaron 0E dcaron 0F Dstrok 10 dstrok 11 Emacr 12 emacr 13 \
    Edot 16 edot 17 Eogon 18 eogon 19 Ecaron 1A ecaron 1B Gcirc 1C gcirc 1D Gbreve 1E gbreve 1F \
    Gdot 20 gdot 21 Gcedil 22 Hcirc 24 hcirc 25 Hstrok 26 hstrok 27 Itilde 28 itilde 29 Imacr 2A \
    imacr 2B Iogon 2E iogon 2F Idot 30 inodot 31 imath 31 Jcirc 34 jcirc 35 Kcedil 36 kcedil 37 \
    Lacute 39 lacute 3A Lcedil 3B lcedil 3C Lcaron 3D lcaron 3E Lstrok 41 lstrok 42 Nacute 43 \
    nacute 44 Ncedil 45 ncedil 46 Ncaron 47 ncaron 48 Omacr 4C omacr 4D Odblac 50 odblac 51 \
    OElig 52 oelig 53 Racute 54 racute 55 Rcedil 56 rcedil 57 Rcaron 58 rcaron 59 Sacute 5A \
    sacute 5B Scirc 5C scirc 5D Scedil 5E scedil 5F Scaron 60 scaron 61 Tcedil 62 tcedil 63 \
    Tcaron 64 tcaron 65 Tstrok 66 tstrok 67 Utilde 68 utilde 69 Umacr 6A umacr 6B Ubreve 6C \
    ubreve 6D Uring 6E uring 6F Udblac 70 udblac 71 Uogon 72 uogon 73 Wcirc 74 wcirc 75 Ycirc 76 \
    ycirc 77 Yuml 78 Zacute 79 zacute 7A Zdot 7B zdot 7C Zcaron 7D zcaron 7E
    """

  private static let others: [String: UInt32] = [
    "amp": 0x26, "AMP": 0x26, "lt": 0x3C, "LT": 0x3C, "gt": 0x3E, "GT": 0x3E, "quot": 0x22,
    "QUOT": 0x22, "apos": 0x27, "num": 0x23, "percnt": 0x25, "lpar": 0x28, "rpar": 0x29,
    "ast": 0x2A, "plus": 0x2B, "comma": 0x2C, "period": 0x2E, "sol": 0x2F, "colon": 0x3A,
    "semi": 0x3B, "equals": 0x3D, "quest": 0x3F, "commat": 0x40, "lsqb": 0x5B, "lbrack": 0x5B,
    "bsol": 0x5C, "rsqb": 0x5D, "rbrack": 0x5D, "lowbar": 0x5F, "grave": 0x60, "lcub": 0x7B,
    "verbar": 0x7C, "vert": 0x7C, "rcub": 0x7D, "excl": 0x21, "dollar": 0x24, "hyphen": 0x2010,
    "dash": 0x2010, "ndash": 0x2013, "mdash": 0x2014, "horbar": 0x2015, "lsquo": 0x2018,
    "rsquo": 0x2019, "sbquo": 0x201A, "ldquo": 0x201C, "rdquo": 0x201D, "bdquo": 0x201E,
    "dagger": 0x2020, "Dagger": 0x2021, "bull": 0x2022, "hellip": 0x2026, "permil": 0x2030,
    "prime": 0x2032, "Prime": 0x2033, "lsaquo": 0x2039, "rsaquo": 0x203A, "frasl": 0x2044,
    "euro": 0x20AC, "trade": 0x2122, "frac13": 0x2153, "frac23": 0x2154, "frac15": 0x2155,
    "frac25": 0x2156, "frac35": 0x2157, "frac45": 0x2158, "frac16": 0x2159, "frac56": 0x215A,
    "frac18": 0x215B, "frac38": 0x215C, "frac58": 0x215D, "frac78": 0x215E, "half": 0xBD,
    "larr": 0x2190, "uarr": 0x2191, "rarr": 0x2192, "darr": 0x2193, "minus": 0x2212,
    "asymp": 0x2248, "ap": 0x2248, "ne": 0x2260, "le": 0x2264, "ge": 0x2265, "ensp": 0x2002,
    "emsp": 0x2003, "thinsp": 0x2009, "hairsp": 0x200A, "zwnj": 0x200C, "zwj": 0x200D,
    "lrm": 0x200E, "rlm": 0x200F, "NewLine": 0x0A, "Tab": 0x09, "fnof": 0x192, "circ": 0x2C6,
    "tilde": 0x2DC, "hearts": 0x2665,
    "check": 0x2713, "star": 0x2606, "starf": 0x2605, "alpha": 0x3B1, "beta": 0x3B2,
  ]

  private static let latinNames: [String: UInt32] = {
    var values: [String: UInt32] = [:]
    for (offset, name) in latin.split(separator: " ").enumerated() {
      values[String(name)] = 0xA0 + UInt32(offset)
    }
    return values
  }()

  private static let extendedNames: [String: UInt32] = {
    let words = latinExtended.split(separator: " ")
    var values: [String: UInt32] = [:]
    for index in stride(from: 0, to: words.count - 1, by: 2) {
      values[String(words[index])] = UInt32(words[index + 1], radix: 16).map { 0x100 + $0 }
    }
    return values
  }()

  /// The longest name there is, in bytes; a longer one is text.
  private static let longestName = 10

  /// `bytes` with each reference replaced by its character, once; what is not a reference stays.
  ///
  /// O(n): a name's length is bounded.
  static func decoded(_ bytes: [UInt8]) -> [UInt8] {
    guard var mark = bytes.firstIndex(of: UInt8(ascii: "&")) else { return bytes }
    var result: [UInt8] = []
    result.reserveCapacity(bytes.count)
    var start = 0
    while mark < bytes.count {
      guard bytes[mark] == UInt8(ascii: "&"), let (scalar, next) = reference(bytes, after: mark + 1)
      else {
        mark += 1
        continue
      }
      result += bytes[start..<mark]
      for unit in UTF8.encode(scalar) ?? UTF8.encodedReplacementCharacter { result.append(unit) }
      start = next
      mark = next
    }
    result += bytes[start...]
    return result
  }

  /// The character of the reference whose text begins at `start`, and where it ends.
  private static func reference(
    _ bytes: [UInt8], after start: Int
  ) -> (Unicode.Scalar, end: Int)? {
    guard start < bytes.count else { return nil }
    if bytes[start] == UInt8(ascii: "#") { return numeric(bytes, after: start + 1) }
    var end = start
    while end < bytes.count, end - start < longestName, isAlphanumeric(bytes[end]) { end += 1 }
    guard end > start else { return nil }
    let name = String(decoding: bytes[start..<end], as: UTF8.self)
    if end < bytes.count, bytes[end] == UInt8(ascii: ";") {
      return (others[name] ?? latinNames[name] ?? extendedNames[name]).flatMap(Unicode.Scalar.init)
        .map { ($0, end + 1) }
    }
    // Without the semicolon only the oldest names are references, and never before a letter.
    let isOld = ["amp", "lt", "gt", "quot"].contains(name)
    return (latinNames[name] ?? (isOld ? others[name] : nil))
      .flatMap(Unicode.Scalar.init).map { ($0, end) }
  }

  private static func numeric(_ bytes: [UInt8], after start: Int) -> (Unicode.Scalar, end: Int)? {
    var position = start
    var radix: UInt32 = 10
    if position < bytes.count, bytes[position] | 0x20 == UInt8(ascii: "x") {
      radix = 16
      position += 1
    }
    let digits = position
    var value: UInt32 = 0
    while position < bytes.count, position - digits < 8,
      let digit = Character(Unicode.Scalar(bytes[position])).hexDigitValue, digit < radix
    {
      value = value * radix + UInt32(digit)
      guard value <= 0x10FFFF else { return nil }
      position += 1
    }
    guard position > digits else { return nil }
    if position < bytes.count, bytes[position] == UInt8(ascii: ";") { position += 1 }
    // Numbers from 0x80 to 0x9F are read as Windows-1252, as browsers do.
    let scalar = TextEncoding.windows1252(value) ?? Unicode.Scalar(value) ?? "\u{FFFD}"
    return (value == 0 ? "\u{FFFD}" : scalar, position)
  }

  private static func isAlphanumeric(_ byte: UInt8) -> Bool {
    let folded = byte | 0x20
    return (97...122).contains(folded) || (48...57).contains(byte)
  }
}
