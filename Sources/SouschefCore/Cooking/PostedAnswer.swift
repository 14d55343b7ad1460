import Foundation
import KitchenModel

/// The answer to a verb on its way back.
struct PostedAnswer: Codable, Hashable {
  /// Why it was refused; nil where it was followed.
  var refusal: Diagnostic?

  /// Reads an answer; nil for anything else.
  init?(text: String) {
    guard let answer = try? JSONDecoder().decode(Self.self, from: Data(text.utf8)) else {
      return nil
    }
    self = answer
  }

  init(refusal: Diagnostic?) { self.refusal = refusal }

  /// The answer as JSON.
  var text: String {
    get throws {
      let encoder = JSONEncoder()
      encoder.outputFormatting = .sortedKeys
      return String(decoding: try encoder.encode(self), as: UTF8.self)
    }
  }
}
