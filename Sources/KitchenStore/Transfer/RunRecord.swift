internal import KitchenModel

/// A bare record with all that is made from it: a plan that it could have begun with, a log that leads
/// to it, and the run that follows from both.
struct RunRecord: Sendable {
  /// Its number where it comes from.
  let number: Int?
  let plan: Plan
  /// The plan as it is stored.
  let snapshot: String
  let events: [RunEvent]
  /// The run, without its number and its plan's.
  let run: Run
  let rating: Int?

  /// Works out what belongs to a record.
  ///
  /// - Throws: ``Diagnostic`` of kind `badContent`.
  init(_ draft: RunDraft) throws {
    let (told, plan) = try draft.runAndPlan()
    events = draft.events(of: told)
    var run = told.begun(following: plan)
    // A bare record does not tell of courses.
    for event in events { try run.apply(event, []) }
    self.run = run
    self.plan = plan
    snapshot = try StoredJSON.encode(plan)
    number = draft.id
    rating = draft.rating
  }
}
