extension StringProtocol {
  /// The words of a table's form that is nothing but small letters of Latin-1 and spaces, for which
  /// every lexer agrees; nil for any other, which a lexer has to take apart.
  ///
  /// O(n); thousands of forms are read whenever the program starts.
  var plainWords: [String]? {
    for scalar in unicodeScalars {
      switch scalar.value {
      case 0x20, 0x61...0x7A, 0xDF...0xF6, 0xF8...0xFF: continue
      default: return nil
      }
    }
    guard utf8.contains(0x20) else { return isEmpty ? [] : [String(self)] }
    return Substring(self).parts(at: 0x20).map(String.init)
  }
}

extension Substring {
  /// What stands between the bytes of an ASCII mark, without empty parts; byte by byte, since tables
  /// are read whenever the program starts.
  func parts(at mark: UInt8) -> [Substring] { utf8.split(separator: mark).map(Substring.init) }

  /// The cells of a row, empty ones among them.
  var cells: [Substring] {
    utf8.split(separator: 0x09, omittingEmptySubsequences: false).map(Substring.init)
  }

  /// The rows of a table without its comments.
  var rows: [Substring] { parts(at: 0x0A).filter { $0.utf8.first != 0x23 } }

  /// The words between the bars of a cell.
  var alternatives: [Substring] { parts(at: 0x7C) }
}
