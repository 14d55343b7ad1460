import Foundation
import KitchenModel
import MealExecution

/// The verbs that other processes may ask of a run, as the database has them.
enum RunVerbName: String, Codable {
  case done, start, extend, shorten, skip, pause, resume, hand, add, drop, note, undo, abort
}

/// A verb on its way through the database: its name, and its details as JSON.
struct PostedVerb: Hashable {
  /// Which verb.
  var name: RunVerbName
  /// The details.
  var details = Details()

  /// What a verb may need to know; each verb looks at its own.
  struct Details: Codable, Hashable {
    /// The step that is meant; nil where it is plain.
    var step: StepReference?
    /// When it happened, from the run's start; nil for now.
    var at: Seconds?
    /// How much longer or less.
    var by: Seconds?
    /// Who, by index in the kitchen.
    var cook: Int?
    /// Which dish, by index in the menu.
    var dish: Int?
    /// What comes on the menu.
    var dishes: [Dish]?
    /// A cook's own words.
    var text: String?
  }

  init(_ input: CookInput) {
    switch input {
    case .done(let step, let at): (name, details.step, details.at) = (.done, step, at)
    case .start(let step): (name, details.step) = (.start, step)
    case .extend(let step, let by): (name, details.step, details.by) = (.extend, step, by)
    case .shorten(let step, let by): (name, details.step, details.by) = (.shorten, step, by)
    case .skip(let step): (name, details.step) = (.skip, step)
    case .pause: name = .pause
    case .resume: name = .resume
    case .hand(let step, let cook): (name, details.step, details.cook) = (.hand, step, cook)
    case .add(let dishes): (name, details.dishes) = (.add, dishes)
    case .drop(let dish): (name, details.dish) = (.drop, dish)
    case .note(let text): (name, details.text) = (.note, text)
    case .undo: name = .undo
    case .abort: name = .abort
    }
  }

  /// Reads what a database has; nil for a verb that is not known or lacks a detail.
  init?(name: String, payload: String) {
    guard let name = RunVerbName(rawValue: name),
      let details = try? JSONDecoder().decode(Details.self, from: Data(payload.utf8))
    else { return nil }
    (self.name, self.details) = (name, details)
  }

  /// The details as JSON.
  var payload: String {
    get throws {
      let encoder = JSONEncoder()
      encoder.outputFormatting = .sortedKeys
      return String(decoding: try encoder.encode(details), as: UTF8.self)
    }
  }

  /// The verb as the executor takes it; nil where a detail is missing.
  var runVerb: RunVerb? {
    switch name {
    case .done: .done(details.step, at: details.at)
    case .start: .start(details.step)
    case .extend: details.by.map { .extend(details.step, by: $0) }
    case .shorten: details.by.map { .shorten(details.step, by: $0) }
    case .skip: .skip(details.step)
    case .pause: .pause
    case .resume: .resume
    case .hand: details.cook.map { .hand(details.step, to: $0) }
    case .add: details.dishes.map { .add($0) }
    case .drop: details.dish.map { .drop(dish: $0) }
    case .note: details.text.map { .note($0) }
    case .undo: .undo
    case .abort: .abort
    }
  }
}

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
