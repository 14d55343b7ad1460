import KitchenModel
import KitchenStore

extension Workspace {
  /// That a run is being cooked whose database has been taken away; nil where there is none.
  ///
  /// No verb reaches it: the process that cooks it and whoever looks here have different files.
  var strandedRun: Diagnostic? {
    let here = KitchenStore.fileMark(at: databasePath)
    guard
      let note = LeaseLock.held(beside: databasePath).first(where: {
        !$0.file.isEmpty && $0.file != here
      })
    else { return nil }
    return Diagnostic(
      .couldNotBeDone,
      "Run \(note.run) (\(note.meal)) is being cooked, but not in this database: the one it began "
        + "in has been removed or replaced.",
      hints: [
        "Go on at the terminal that cooks it: only that one can reach it, and it says where the run is kept.",
        .advice(.suspectSynchroniser),
      ])
  }

  /// That nothing is cooking, with how to go on with what was interrupted last.
  var nothingCooks: Diagnostic {
    get throws {
      var diagnostic = Diagnostic(.nothingCooks)
      if let run = try FindInterrupted().perform(in: self).value {
        diagnostic.hints = [.advice(.goOn(run.id))]
      }
      return diagnostic
    }
  }
}
