import Foundation
import KitchenModel
import MealExecution

/// A verb's details on their way through the database.
struct PostedVerb: Codable, Hashable {
  /// The step that is meant; nil where it is plain.
  var step: StepReference?
  /// When it happened, from the run's start; nil for now.
  var at: Seconds?

  init(step: StepReference? = nil, at: Seconds? = nil) {
    self.step = step
    self.at = at
  }

  /// Reads what ``payload`` writes; nil for anything else.
  init?(_ payload: String) {
    guard let value = try? JSONDecoder().decode(Self.self, from: Data(payload.utf8)) else {
      return nil
    }
    self = value
  }

  /// The details as JSON.
  var payload: String {
    get throws {
      let encoder = JSONEncoder()
      encoder.outputFormatting = .sortedKeys
      return String(decoding: try encoder.encode(self), as: UTF8.self)
    }
  }

  /// The verb of a name with these details; nil for a name that is not known.
  func verb(_ name: String) -> RunVerb? {
    switch RunVerbName(rawValue: name) {
    case .done: .done(step, at: at)
    case .abort: .abort
    case nil: nil
    }
  }
}

/// The verbs that other processes may ask of a run, as the database has them.
enum RunVerbName: String {
  case done, abort
}
