internal import DurableFiles
internal import Glibc
package import KitchenModel

/// A process's hold on the run that it cooks: a lock on a small file beside the database, which the
/// kernel drops with the process, however that ends.
///
/// A process's number says nothing to another container or sandbox that shares the database; a lock
/// holds for everybody who sees the file. The lease of the run in the database names the lock by
/// its token; the file says which run it is and which file the run is stored in, so that a database
/// that has taken the place of that one can be distinguished from it.
package final class LeaseLock: Sendable {
  /// What the lease in the database names it by.
  package var token: String { file.token }
  private let file: HeldFile

  /// Takes a new lock beside the database at `database`, and removes the files of those that killed
  /// processes have left there.
  ///
  /// - Throws: ``Diagnostic`` where the file cannot be created.
  package init(beside database: String) throws(Diagnostic) {
    Self.removeAbandoned(beside: database)
    do {
      file = try HeldFile(.lease, beside: FileName.resolved(database))
    } catch {
      throw Diagnostic(error, creatingBeside: database)
    }
  }

  /// What the file of a lock says.
  package struct Note: Hashable, Sendable {
    /// The number of the run.
    package var run: Int
    /// Which file the run is stored in, by the system's number, or ``apart``.
    package var file: String
    /// What is cooked.
    package var meal: String

    /// In place of a file: the run is not in a database any more.
    package static let apart = "apart"

    /// Creates a note.
    package init(run: Int, file: String, meal: String) {
      (self.run, self.file, self.meal) = (run, file, meal)
    }
  }

  /// Writes into the file which run it is for, and where that is stored.
  ///
  /// Where there is no room for it the lock holds all the same.
  package func write(_ note: Note) {
    let text = "\(note.run)\n\(note.file)\n\(note.meal)\n"
    // In this order, so that whoever reads it meanwhile finds one or the other.
    let count = Array(text.utf8).withUnsafeBytes {
      pwrite(file.descriptor, $0.baseAddress, $0.count, 0)
    }
    if count > 0 { ftruncate(file.descriptor, off_t(count)) }
  }

  /// Whether some process holds the lock with that token. Where that cannot be found out, it does.
  package static func isHeld(_ token: String, beside database: String) -> Bool {
    HeldFile.isToken(token)
      && HeldFile.isHeld(HeldFile.Kind.lease.path(FileName.resolved(database), token))
  }

  /// Removes what killed processes have left beside the database.
  package static func removeAbandoned(beside database: String) {
    HeldFile.removeAbandoned(in: FileName.parts(of: database).folder)
  }

  /// What the locks say that processes hold beside the database.
  package static func held(beside database: String) -> [Note] {
    let (folder, name) = FileName.parts(of: database)
    return FileName.entries(of: folder).filter { entry in
      HeldFile.Kind.lease.token(in: entry).map {
        entry == HeldFile.Kind.lease.path(name, String($0))
      }
        ?? false
    }
    .map { "\(folder)/\($0)" }.filter(HeldFile.isHeld).compactMap(note)
  }

  private static func note(at path: String) -> Note? {
    let lines = FileName.text(of: path)?
      .split(separator: "\n", maxSplits: 2, omittingEmptySubsequences: false)
    guard let lines, lines.count == 3, let run = Int(lines[0]) else { return nil }
    return Note(run: run, file: String(lines[1]), meal: String(lines[2].prefix { $0 != "\n" }))
  }
}
