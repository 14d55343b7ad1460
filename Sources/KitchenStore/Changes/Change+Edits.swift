package import KitchenModel

extension Change {
  /// Appends an edit to the history of a run that is over.
  ///
  /// - Throws: ``Diagnostic``, also where there is no such run, it is not over, or it has no such
  ///   step.
  package func edit(_ kind: RunEdit.Kind, run id: Int, at now: Instant) throws {
    guard let run = try RunRows.load(id, from: db) else { throw RunRows.missing(id) }
    if case .amended = kind, ![.finished, .aborted].contains(run.status) {
      throw Diagnostic(.runNotOver(id, run.status))
    }
    do {
      let edit = try EditRows.append(RunEdit(madeAt: now, kind), to: run, in: db)
      remember(edit: edit, run: id)
    } catch is Run.UnknownStep {
      throw Diagnostic(.noSuchStepOfRun(id))
    }
    switch kind {
    case .rated(let rating): say("rated run \(id): \(rating) of 5")
    case .noted: say("noted on run \(id)")
    case .amended: say("amended run \(id)")
    }
  }
}
