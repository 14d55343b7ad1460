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
    return String(self).split(separator: " ").map(String.init)
  }
}
