import ArgumentParser
import Foundation
import KitchenModel
import SouschefCore

/// Names from the database, for the shell's completion.
///
/// Completion never fails and never creates anything: without a database there is nothing to offer.
enum Completions {
  /// Dish names.
  static let dishes = CompletionKind.custom { _, _, prefix in offered(prefix) { $0.dishes } }
  /// Meal names.
  static let meals = CompletionKind.custom { _, _, prefix in offered(prefix) { $0.meals } }
  /// Both.
  static let menu = CompletionKind.custom { _, _, prefix in
    offered(prefix) { $0.meals + $0.dishes }
  }

  private static func offered(
    _ prefix: String, _ choose: (CompletionNames.Found) -> [String]
  ) -> [String] {
    let environment = ProcessInfo.processInfo.environment
    guard let path = try? DatabaseOptions.defaultPath(environment) else { return [] }
    let found = CompletionNames(databasePath: path).perform()
    let typed = Name.key(of: prefix.trimmingCharacters(in: CharacterSet(charactersIn: "'\"")))
    return choose(found).filter { Name.key(of: $0).hasPrefix(typed) }.map(quoted)
  }

  /// Bash drops apostrophes unless they are escaped.
  private static func quoted(_ name: String) -> String {
    CompletionShell.requesting == .bash ? name.replacing("'", with: "\\'") : name
  }
}
