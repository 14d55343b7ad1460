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
    if let twice = repeatedKey(in: file.bytes) {
      throw Diagnostic(
        .badContent, "\(twice.quoted) comes twice.", at: place,
        hints: ["Give each step one duration."])
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
      guard durations[reference] == nil else {
        throw Diagnostic(
          .badContent, "\(name.quoted) comes twice, in other letters.", at: place,
          hints: ["Give each step one duration."])
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

  /// The first key of a flat object that comes again; the decoder takes one of them and is silent. The
  /// text is one that the decoder has read.
  private static func repeatedKey(in bytes: [UInt8]) -> String? {
    var seen: Set<String> = []
    var (index, isKey) = (0, true)
    while index < bytes.count {
      switch bytes[index] {
      case UInt8(ascii: ":"): isKey = false
      case UInt8(ascii: ","): isKey = true
      case UInt8(ascii: "\""):
        let start = index
        index += 1
        while index < bytes.count, bytes[index] != UInt8(ascii: "\"") {
          index += bytes[index] == UInt8(ascii: "\\") ? 2 : 1
        }
        guard isKey, index < bytes.count else { break }
        let literal = Data(bytes[start...index])
        guard let key = try? JSONDecoder().decode(String.self, from: literal) else { break }
        if !seen.insert(key).inserted { return key }
      default: break
      }
      index += 1
    }
    return nil
  }
}

extension Menu {
  /// `Dish/step`, as commands name a step.
  func path(_ reference: StepReference) -> String {
    "\(dishes[reference.dish].label)/\(self[reference].id)"
  }
}
