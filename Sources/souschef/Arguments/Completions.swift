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
    guard let path = try? Workspace.defaultPath(environment) else { return [] }
    let found = CompletionNames(databasePath: path).perform()
    let typed = Name.key(of: bare(prefix))
    return choose(found)
      .filter { name in
        !name.unicodeScalars.contains(where: \.isControl)
          && Name.key(of: bare(name)).hasPrefix(typed)
          // Fish leaves a tilde at the beginning as it is, and would read it as somebody's home.
          && !(CompletionShell.requesting == .fish && name.hasPrefix("~"))
      }.map(quoted)
  }

  /// A text without what a shell quotes with: a rough sieve, for the shell itself matches exactly.
  private static func bare(_ text: String) -> String { text.filter { !"'\"\\".contains($0) } }

  /// A name as data for the script of the shell that asks.
  ///
  /// Bash expands what it is offered like words of a command line, so that a name without quotes could
  /// run a command. Zsh takes what follows a colon for a description, and a backslash for its escape.
  private static func quoted(_ name: String) -> String {
    switch CompletionShell.requesting {
    case .bash: "'\(name.replacing("'", with: #"'\''"#))'"
    case .zsh: name.replacing(#"\"#, with: #"\\"#).replacing(":", with: #"\:"#)
    default: name
    }
  }
}
