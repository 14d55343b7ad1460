internal import DurableFiles

/// A file that is written whole, or stays as it was.
package enum KeptFile {
  /// Writes `text` so that it survives the loss of power.
  ///
  /// - Parameters:
  ///   - path: Where.
  ///   - isNew: Whether it is written for the first time: then it takes the place of nothing, and goes
  ///     to another folder where that one takes nothing.
  /// - Returns: Where it is; nil where it could be written nowhere.
  package static func write(_ text: String, at path: String, isNew: Bool) -> String? {
    guard isNew else { return replace(path, with: text) ? path : nil }
    let (folder, name) = FileName.parts(of: path)
    for folder in [folder, FileName.resolved("."), "/tmp"] {
      let place =
        name.hasSuffix(ending)
        ? DatabaseFile.unusedName("\(folder)/\(name.dropLast(ending.count))", ending: ending)
        : DatabaseFile.unusedName("\(folder)/\(name)")
      if replace(place, with: text) { return place }
    }
    return nil
  }

  /// Where a run is kept that its database was taken away from.
  package static func path(ofRun run: Int, beside database: String) -> String {
    "\(database)\(infix)\(run)\(ending)"
  }

  /// The files beside the database in which runs are kept.
  package static func runs(beside database: String) -> [String] {
    let (folder, name) = FileName.parts(of: database)
    return FileName.entries(of: folder).filter { entry in
      entry.hasPrefix(name + infix) && entry.contains(ending)
    }.sorted().map { "\(folder)/\($0)" }
  }

  private static let infix = ".run-"
  private static let ending = ".jsonl"

  private static func replace(_ path: String, with text: String) -> Bool {
    do {
      let file = try GrowingFile(toBecome: path, named: .fromTheStart)
      try file.write(Array(text.utf8))
      try file.replaceTarget()
      return true
    } catch {
      return false
    }
  }
}
