import ArgumentParser
import Foundation
import KitchenModel
import SouschefCore

/// Names from the database, for the shell's completion.
///
/// Completion never fails and never creates anything: without a database there is nothing to offer.
enum Completions {
  /// Dish names.
  static let dishes = named { _ in [.dishes] }
  /// Meal names.
  static let meals = named { _ in [.meals] }
  /// Both.
  static let menu = named { _ in [.meals, .dishes] }
  /// Cooks of the kitchen.
  static let cooks = named { _ in [.cooks] }
  /// Numbers of runs.
  static let runs = named { _ in [.runs] }
  /// Numbers of plans.
  static let plans = named { _ in [.plans] }
  /// Steps of what is cooking.
  static let openSteps = named { _ in [.openSteps] }
  /// Dishes of what is cooking.
  static let openDishes = named { _ in [.openDishes] }
  /// Steps of the run whose number stands before.
  static let stepsOfRun = named { words in
    words.lazy.compactMap { Int($0) }.first.map { [.steps(ofRun: $0)] } ?? []
  }
  /// Equipment with the sign that its count or time follows.
  static let equipment = named(ending: "=") { _ in [.equipment] }

  private static func named(
    ending: String = "", _ kinds: @escaping @Sendable ([String]) -> [CompletionNames.Kind]
  ) -> CompletionKind {
    .custom { words, _, prefix in
      offered(prefix, from: database(of: words), kinds(words)).map { quoted($0 + ending) }
    }
  }

  /// The database that a line of words is about; nil where no folder is known to hold one.
  private static func database(of words: [String]) -> String? {
    if let place = words.firstIndex(of: "--db"), place + 1 < words.count {
      return words[place + 1]
    }
    if let word = words.first(where: { $0.hasPrefix("--db=") }) { return String(word.dropFirst(5)) }
    return try? Workspace.defaultPath(ProcessInfo.processInfo.environment)
  }

  private static func offered(
    _ prefix: String, from path: String?, _ kinds: [CompletionNames.Kind]
  ) -> [String] {
    guard let path else { return [] }
    let typed = folded(prefix)
    return CompletionNames(databasePath: path).perform(kinds)
      .filter { name in
        !name.unicodeScalars.contains(where: \.isControl)
          && (folded(name).hasPrefix(typed) || step(of: name).hasPrefix(typed))
          // Fish leaves a tilde at the beginning as it is, and would read it as somebody's home.
          && !(CompletionShell.requesting == .fish && name.hasPrefix("~"))
      }
  }

  /// What follows the dish in `Dish/step`: a step is found by its own name too.
  private static func step(of name: String) -> String {
    name.firstIndex(of: "/").map { folded(String(name[name.index(after: $0)...])) } ?? folded(name)
  }

  /// A text without case, accents and what a shell quotes with.
  private static func folded(_ text: String) -> String {
    Name.looseKey(of: text.filter { !"'\"\\".contains($0) })
  }

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
