internal import GRDB
package import KitchenModel

/// What the cook has chosen for good.
package struct PreferenceRepository: Sendable {
  let store: KitchenStore

  /// How live runs are shown; nil where the cook has not chosen.
  ///
  /// - Throws: ``Diagnostic``.
  package func view() throws -> ViewStyle? {
    try store.read { db in
      try db.firstRow("SELECT value FROM preference WHERE name = 'view'", []) { try $0.text() }
        .flatMap(ViewStyle.init)
    }
  }

  /// Shows live runs like this from now on. Undo does not take it back.
  ///
  /// - Throws: ``Diagnostic``.
  package func set(_ view: ViewStyle) throws {
    try store.write { db in
      try db.perform(
        """
        INSERT INTO preference (name, value) VALUES ('view', ?)
        ON CONFLICT (name) DO UPDATE SET value = excluded.value
        """, [view.rawValue])
    }
  }
}
