/// What is said beside a time.
package enum Aside {
  /// ` (Heat the oven to 200C)`; `: Take Gratin out of the oven (Bake is done)` where there are parentheses
  /// in it already.
  package static func text(_ what: String) -> String {
    what.contains("(") ? ": \(what)" : " (\(what))"
  }
}
