/// What a stretch of text is, so that a terminal may colour it; text alone says it all too.
package enum TextStyle: Sendable, Hashable, CaseIterable {
  /// Nothing in particular.
  case plain
  /// A title or a column's head.
  case heading
  /// A stretch in which hands are taken.
  case handsOn
  /// A stretch that needs nobody.
  case waiting
  /// An appliance that heats up.
  case preheating
  /// What serving time hangs on.
  case critical
  /// Something less important.
  case quiet
  /// Something that differs from what was planned.
  case alarming
}
