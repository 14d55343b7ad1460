internal import DurableFiles
internal import GRDB
package import KitchenModel

extension Diagnostic {
  /// Says in kitchen words what went wrong with the database at `path`; a diagnostic stays itself.
  ///
  /// Only SQLite's own sentence is passed on, never a statement or its arguments.
  init(storage error: any Error, path: String?) {
    if let diagnostic = error as? Diagnostic {
      self = diagnostic
      return
    }
    let file = path.map { "The database \"\($0)\"" } ?? "The database"
    guard let error = error as? DatabaseError else {
      self.init(
        .storageFailed, "\(file) contains something that cannot be read.", hints: [Self.lookCloser])
      return
    }
    if let lack = error.lackOfRoom(for: path ?? "") {
      // On a full disk nothing can be read either, where the log has no index yet.
      let isOfReading = error.resultCode == .SQLITE_IOERR && lack == .diskFull
      self.init(
        .storageFailed,
        isOfReading
          ? "\(file) cannot be read or written: \(lack.reason)."
          : "\(file) cannot grow: \(lack.reason).\(Self.nothingChanged)",
        hints: [lack.hintForRoom].compactMap(\.self))
      return
    }
    let reason = error.message ?? "\(error.resultCode)"
    switch error.resultCode {
    case .SQLITE_BUSY, .SQLITE_LOCKED:
      self.init(
        .busy, "\(file) is in use by another process.", hints: ["Try again in a moment."])
    case .SQLITE_NOTADB:
      self.init(
        .storageFailed, "\(file) is not a database.",
        hints: [.advice(.chooseDatabase), .advice(.restore(.notDatabase))])
    case .SQLITE_CORRUPT:
      self.init(
        .storageFailed, "\(file) is damaged: \(reason).",
        hints: [Self.lookCloser, Self.putBack])
    case .SQLITE_CANTOPEN:
      self.init(
        .cannotCreate, "\(file) cannot be opened or created.",
        hints: [.advice(.orChooseDatabase("Check that its folder exists and may be written to"))])
    case .SQLITE_READONLY where error.extendedResultCode == .SQLITE_READONLY_DBMOVED:
      self = .notInPlace(path ?? ":memory:")
    case .SQLITE_READONLY, .SQLITE_PERM, .SQLITE_AUTH:
      self = path.map(Self.readOnly) ?? Self.readOnly(":memory:")
    case .SQLITE_CONSTRAINT:
      self.init(
        .badContent, "\(file) does not accept a value: \(reason).",
        hints: ["Correct the value and try again."])
    default:
      self.init(
        .storageFailed, "\(file) could not be read or written: \(reason).",
        hints: [Self.lookCloser])
    }
  }

  /// That a file cannot be created beside the database at `path`.
  init(_ fault: SystemFault, creatingBeside path: String) {
    let hint = fault.hintForRoom ?? "Check that its folder exists and may be written to."
    self.init(
      fault.hintForRoom == nil ? .cannotCreate : .storageFailed,
      "A file beside the database \"\(path)\" cannot be created: \(fault.reason).", hints: [hint])
  }

  /// That the file at `path` is shorter than it says itself, or holds half a page.
  static func halfWritten(_ path: String) -> Diagnostic {
    Diagnostic(
      .storageFailed, "The database \"\(path)\" is incomplete: its end is missing.",
      hints: [putBack])
  }

  /// That there is no room for a copy at `path`.
  init(_ lack: SystemFault, forCopy path: String) {
    self.init(
      .storageFailed,
      "The copy \"\(path)\" cannot be written: \(lack.reason).\(Self.nothingChanged)",
      hints: [lack.hintForRoom].compactMap(\.self))
  }

  /// That the file at `path` can only be read.
  static func readOnly(_ path: String) -> Diagnostic {
    Diagnostic(
      .cannotCreate, "The database \"\(path)\" may not be written to.",
      hints: [.advice(.orChooseDatabase("Change its permissions"))])
  }

  /// That the file at `path` can only be read, which does not do while its log holds something.
  static func unreadableLog(_ path: String) -> Diagnostic {
    Diagnostic(
      .cannotCreate,
      "The database \"\(path)\" may not be written to, and the newest changes are in a log beside it "
        + "that cannot be read without writing.",
      hints: [.advice(.letOwnerExamine)])
  }

  /// That there may be something at `path`, but it cannot be reached, for a reason of the system.
  static func unreachable(_ path: String, _ reason: String) -> Diagnostic {
    Diagnostic(
      .cannotCreate, "The database \"\(path)\" cannot be reached: \(reason).",
      hints: [.advice(.orChooseDatabase("Check that you may enter its folder"))])
  }

  /// That the header of the file at `path` is not what its tables are.
  static func damagedHeader(_ path: String) -> Diagnostic {
    Diagnostic(
      .storageFailed,
      "The database \"\(path)\" is damaged: its tables are those of this souschef, but its header "
        + "says otherwise.", hints: [putBack])
  }

  /// That the file at `path` has gone, or another has taken its place, since it was opened.
  static func notInPlace(_ path: String) -> Diagnostic {
    Diagnostic(
      .storageFailed,
      DatabaseFile.exists(path)
        ? "The database \"\(path)\" was replaced by another file meanwhile; this change is "
          + "not in it."
        : "The database \"\(path)\" was removed meanwhile, with this change.",
      hints: [.advice(.examineAndRepeat)])
  }

  /// The same said of a run, of which part has been stored before.
  package var whileCooking: Diagnostic {
    var said = self
    if said.message.hasSuffix(Self.nothingChanged) {
      said.message.removeLast(Self.nothingChanged.count)
    }
    return said
  }

  private static let nothingChanged = " Nothing was changed."

  /// The same without the advice to ask the doctor, for when the doctor says it.
  package var asTheDoctorSaysIt: Diagnostic {
    var said = self
    said.hints.removeAll { $0 == Self.lookCloser }
    if said.kind == .storageFailed, said.hints.isEmpty { said.hints = [Self.putBack] }
    return said
  }

  private static let lookCloser = Hint.advice(.examine)
  private static let putBack = Hint.advice(.restore(.damaged))
}

extension DatabaseError {
  /// The lack of room behind it, for the database at `path` or a file that grows beside it; nil
  /// where there is none.
  func lackOfRoom(for path: String) -> SystemFault? {
    switch resultCode {
    case .SQLITE_FULL: return .diskFull
    case .SQLITE_IOERR where !FileName.isOnFullDisk(path):
      let files = ["", "-wal", "-journal", "-shm"].map { path + $0 }
      return FileSizeLimit.mayBeReached(by: files) ? .tooLarge : nil
    case .SQLITE_IOERR, .SQLITE_CANTOPEN: return FileName.isOnFullDisk(path) ? .diskFull : nil
    default: return nil
    }
  }

  /// Whether another connection is in the way.
  var isBusy: Bool { resultCode == .SQLITE_BUSY || resultCode == .SQLITE_LOCKED }
}
