import JSON
import KitchenModel
import MealExecution

/// A file of true durations: `{"Pasta/waiting": "12m", …}`.
enum TrueDurationsFile {
  /// Reads the file for a menu.
  ///
  /// - Throws: a ``Diagnostic`` for what cannot be read or names no step.
  static func read(_ file: SourceFile, for menu: Menu) throws -> TrueDurations {
    let place = Diagnostic.Place(file: file.name)
    let values = try entries(of: file, at: place)
    let names = menu.stepReferences.map { (menu.path($0), $0) }
    var durations: [StepReference: Seconds] = [:]
    for (name, text) in values.sorted(by: { $0.name < $1.name }) {
      guard let reference = names.first(where: { Name.key(of: $0.0) == Name.key(of: name) })?.1
      else {
        throw Diagnostic(
          .badContent, "There is no step \(name.quoted) in \(menu.name).", at: place,
          hints: [NearMiss.question(of: names.map(\.0), for: name) ?? "Steps are named Dish/step."])
      }
      guard durations[reference] == nil else {
        throw Diagnostic(
          .badContent, "\(name.quoted) comes twice, in different letter case.", at: place,
          hints: ["Give each step one duration."])
      }
      do {
        durations[reference] = try Seconds(durationText: text)
      } catch {
        throw Diagnostic(
          .badContent, "\(name.quoted): \(error.message)", at: place, hints: [error.hint])
      }
    }
    return TrueDurations(durations)
  }

  /// The steps' names with the texts of their durations; a number is one of minutes.
  private static func entries(
    of file: SourceFile, at place: Diagnostic.Place
  ) throws(Diagnostic) -> [(name: String, text: String)] {
    let none = Diagnostic(
      .badContent, "Expected a list of true durations.", at: place,
      hints: ["Write JSON: {\"Pasta/waiting\": \"12m\"}."])
    guard let text = String(validating: file.bytes, as: UTF8.self) else { throw none }
    let node: JSONNode
    do { node = try StrictJSON.read(text) } catch {
      guard case .repeatedKey(let key) = error.kind else { throw none }
      throw Diagnostic(
        .badContent, "\(key.quoted) comes twice.", at: place,
        hints: ["Give each step one duration."])
    }
    guard case .object(let entries) = node.content else { throw none }
    var values: [(String, String)] = []
    for entry in entries {
      switch entry.value.content {
      case .string(let text): values.append((entry.key, text))
      case .word(let word) where Double(word) != nil: values.append((entry.key, word))
      default: throw none
      }
    }
    return values
  }
}

extension Menu {
  /// `Dish/step`, as commands name a step.
  func path(_ reference: StepReference) -> String {
    "\(dishes[reference.dish].label)/\(self[reference].id)"
  }
}
