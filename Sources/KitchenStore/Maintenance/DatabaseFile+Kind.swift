internal import KitchenModel

#if canImport(FoundationEssentials)
  internal import FoundationEssentials
#else
  internal import Foundation
#endif

extension DatabaseFile {
  /// Refuses a path that cannot be a database's: names that SQLite takes for something else than a
  /// file, and what is there and is not a file. A pipe would be waited for without end.
  ///
  /// - Throws: ``Diagnostic`` of kind `cannotCreate`.
  static func requireFile(_ path: String) throws(Diagnostic) {
    if path == ":memory:" || path.hasPrefix("file:") {
      throw Diagnostic(
        .cannotCreate, "\"\(path)\" is not a file: nothing in such a database would be kept.",
        hints: [.advice(.nameDatabaseAsFile(path: path))])
    }
    let file = URL(filePath: path).resolvingSymlinksInPath().path
    let attributes = try? FileManager.default.attributesOfItem(atPath: file)
    switch attributes?[.type] as? FileAttributeType {
    case nil, .typeRegular: return
    case .typeDirectory:
      throw Diagnostic(
        .cannotCreate, "The database \"\(path)\" is a folder.",
        hints: [.advice(.nameDatabaseIn(folder: path))])
    default:
      throw Diagnostic(
        .cannotCreate, "The database \"\(path)\" is a pipe or a device, not a file.",
        hints: [.advice(.chooseDatabase)])
    }
  }
}
