import Foundation
import KitchenModel
import MealExecution

/// A file of true durations: `{"Pasta/waiting": "12m", …}`.
enum TrueDurationsFile {
  /// A duration as JSON has it: text, or a number of minutes.
  private struct Value: Decodable {
    let text: String

    init(from decoder: any Decoder) throws {
      let container = try decoder.singleValueContainer()
      if let minutes = try? container.decode(Int.self) {
        text = String(minutes)
      } else if let minutes = try? container.decode(Decimal.self) {
        text = "\(minutes)"
      } else {
        text = try container.decode(String.self)
      }
    }
  }

  /// Reads the file for a menu.
  ///
  /// - Throws: a ``Diagnostic`` for what cannot be read or names no step.
  static func read(_ file: SourceFile, for menu: Menu) throws -> TrueDurations {
    let place = Diagnostic.Place(file: file.name)
    let values: [String: Value]
    do {
      values = try JSONDecoder().decode([String: Value].self, from: Data(file.bytes))
    } catch {
      throw Diagnostic(
        .badContent, "This is no list of true durations.", at: place,
        hints: ["It is JSON: {\"Pasta/waiting\": \"12m\"}."])
    }
    let names = menu.stepReferences.map { (menu.path($0), $0) }
    var durations: [StepReference: Seconds] = [:]
    for (name, value) in values.sorted(by: { $0.key < $1.key }) {
      guard let reference = names.first(where: { Name.key(of: $0.0) == Name.key(of: name) })?.1
      else {
        let near = NearMiss.best(of: names.map(\.0), for: name)
        throw Diagnostic(
          .badContent, "There is no step \(name.quoted) in \(menu.name).", at: place,
          hints: [near.map { "Did you mean \($0.quoted)?" } ?? "Steps are named Dish/step."])
      }
      do {
        durations[reference] = try Seconds(durationText: value.text)
      } catch {
        throw Diagnostic(
          .badContent, "\(name.quoted): \(error.message)", at: place, hints: [error.hint])
      }
    }
    return TrueDurations(durations)
  }
}

extension Menu {
  /// `Dish/step`, as commands name a step.
  func path(_ reference: StepReference) -> String {
    "\(dishes[reference.dish].label)/\(self[reference].id)"
  }
}
