/// Whether a change is made or only said.
package enum Rehearsing: Sendable, Hashable {
  /// The change is made.
  case no
  /// `--dry-run`: everything is checked and said, and nothing is written.
  case dryRun
}
