internal import GRDB
package import KitchenModel

extension RunRepository {
  /// The newest run under way, how it stands, and how many events its log has; nil where nothing is.
  ///
  /// - Throws: ``Diagnostic``.
  /// - Complexity: Two reads of indexes.
  package func newestOpen() throws -> (run: Int, status: Run.Status, events: Int)? {
    try store.read { db in
      let head = try db.firstRow(
        """
        SELECT id, status FROM run WHERE status IN ('running', 'paused') AND removed_at IS NULL
        ORDER BY id DESC LIMIT 1
        """
      ) { (try $0.int(), try $0.word(Run.Status.self)) }
      guard let (run, status) = head else { return nil }
      return (run, status, try EventRows.count(run: run, from: db))
    }
  }
}
