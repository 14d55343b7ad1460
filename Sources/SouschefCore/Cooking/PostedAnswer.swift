import Foundation
import KitchenModel

/// The answer to a verb on its way back.
struct PostedAnswer: Codable, Hashable {
  /// Why it was refused; nil where it was followed.
  var refusal: Diagnostic?
  /// What it led to, in a sentence; nil where nothing need be said.
  var said: String?

  /// Reads an answer; nil for anything else.
  init?(text: String) {
    guard let answer = try? JSONDecoder().decode(Self.self, from: Data(text.utf8)) else {
      return nil
    }
    self = answer
  }

  init(refusal: Diagnostic? = nil, said: String? = nil) {
    self.refusal = refusal
    self.said = said
  }

  /// The answer as JSON.
  var text: String {
    get throws {
      let encoder = JSONEncoder()
      encoder.outputFormatting = .sortedKeys
      return String(decoding: try encoder.encode(self), as: UTF8.self)
    }
  }
}
