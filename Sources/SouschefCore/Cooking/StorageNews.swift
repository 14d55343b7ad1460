import KitchenModel

/// What becomes of the storing of a run.
enum StorageNews: Sendable {
  /// What happens from now on is not stored yet, and why.
  case waits(Diagnostic)
  /// Everything is stored.
  case storesAgain
  /// The database is gone, or another is in its place; the run is kept in this file, if it could be
  /// written.
  case goesApart(isRemoved: Bool, file: String?)

  /// In kitchen words.
  var diagnostic: Diagnostic {
    switch self {
    case .waits(let reason):
      Diagnostic(
        reason.kind, "\(reason.message) What happens now is not stored yet.",
        hints: ["Cooking goes on; everything is stored as soon as the database can be written."],
        severity: .warning)
    case .storesAgain:
      Diagnostic(.couldNotBeDone, "Everything is stored again.", severity: .remark)
    case .goesApart(let isRemoved, let file):
      Diagnostic(
        .storageFailed,
        (isRemoved
          ? "The database has been removed." : "Another file has taken the place of the database.")
          + (file.map { " This run goes on here, and is kept in \"\($0)\"." }
            ?? " This run goes on here, and is not stored."),
        hints: [
          file.map { Hint.advice(.storeRunLater(file: $0)) }
            ?? "Put the database back when it is over.",
          .advice(.endHere),
        ], severity: .warning)
    }
  }

  /// What a view goes on showing; nil where all is well again.
  var trouble: String? {
    switch self {
    case .waits: "Not stored yet: the database cannot be written."
    case .storesAgain: nil
    case .goesApart: "Not in the database: it has been removed."
    }
  }
}

extension StoreJournal.Ending {
  /// What is missing of a run, where something is.
  func loss(of run: Int) -> Diagnostic? {
    switch self {
    case .stored: nil
    case .isShort(let count, let reason):
      Diagnostic(
        reason.kind,
        "\(reason.message) The last \(count == 1 ? "event" : "\(count) events") of run \(run) could "
          + "not be stored.",
        hints: reason.hints + [.advice(.goOnFromStored(run))])
    case .apart(let file):
      Diagnostic(
        .storageFailed,
        "Run \(run) is not in the database: it was removed while cooking."
          + (file.map { " It is kept in \"\($0)\"." } ?? ""),
        hints: file.map { [Hint.advice(.storeRun(file: $0))] } ?? [])
    }
  }
}
