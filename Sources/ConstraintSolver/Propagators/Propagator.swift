/// A constraint that tightens bounds and says why.
///
/// A class with overridden methods rather than a protocol: one call through a table for each run, and
/// none inside. A propagator reads bounds from the trail, which it is handed, and keeps nothing that
/// backtracking would have to undo.
package class Propagator {
  /// How soon it runs; cheap ones run first.
  enum Priority: Int {
    case soon, later, last
  }

  var priority: Priority { .soon }

  /// The terms whose lower bounds it depends on.
  var watched: [Term] { [] }

  /// Tightens bounds until it has nothing more to say or runs once through.
  /// Returns false after a contradiction, which the trail has recorded.
  func propagate(_ trail: inout Trail) -> Bool { true }
}
