/// Which build of the board this is: pages of an older one offer to load again.
enum Build {
  /// Differs wherever a page's style or script does.
  static let id: String = {
    let texts = (EmbeddedStyles.all + EmbeddedScripts.all).map(\.text).joined()
    return String(SHA256.hex(texts.utf8).prefix(12))
  }()
}
