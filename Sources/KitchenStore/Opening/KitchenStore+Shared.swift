internal import KitchenModel
internal import Synchronization

extension KitchenStore {
  /// The store of this process on the database at `path`: opened where nobody here has it open, and
  /// otherwise the one that there is.
  ///
  /// Where another file has taken the database's place meanwhile, whoever asks from now on gets a
  /// store on that one.
  ///
  /// - Throws: ``Diagnostic``, as ``open(at:for:)``.
  package static func shared(at path: String, for access: Access) throws -> KitchenStore {
    try opened.withLock { opened in
      if let store = opened[path]?.store, store.isOpen, store.isInPlace,
        access == .reading || !store.isReadOnly
      {
        do {
          if try store.prepare(for: access, schema: .embedded) { return store }
        } catch {
          throw Diagnostic(storage: error, path: path)
        }
      }
      let store = try open(at: path, for: access)
      // A kitchen in memory is for who asked for it; the next may find a file.
      opened[path] = store.path.map { _ in Holder(store: store) }
      return store
    }
  }

  private static let opened = Mutex<[String: Holder]>([:])

  /// The stores are kept by those who use them.
  private struct Holder {
    weak var store: KitchenStore?
  }
}
