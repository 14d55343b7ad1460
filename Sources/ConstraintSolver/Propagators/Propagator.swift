/// A constraint that tightens bounds and says why.
///
/// A class with overridden methods rather than a protocol: one call through a table for each run, and
/// none inside. A propagator reads bounds from the trail, which it is handed, and keeps nothing that
/// backtracking would have to undo.
package class Propagator {
  /// Its number in the solver.
  final var number = 0

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

  /// Appends premises, true before a position of the trail, that imply a literal which the propagator
  /// made true there for a reason of its own.
  func explain(
    _ literal: Literal, _ detail: Int, at position: Int, _ trail: borrowing Trail,
    into premises: inout Vector<Literal>
  ) {}
}
