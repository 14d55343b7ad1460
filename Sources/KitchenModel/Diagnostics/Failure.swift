/// What went wrong, as a value: what a front end tells apart, and may say in words of its own.
package enum Failure: Error, Sendable, Hashable, Codable {
  /// Nothing is called so. `nearest` is a name that is near.
  case noSuch(Thing, String, nearest: String?, isEmpty: Bool)
  /// Several names begin so.
  case ambiguous(String, among: [String])
  /// A dish or a meal has the name already.
  case nameTaken(Advice.Listed, String)
  /// There is no run of this number.
  case noRun(Int)
  /// There is no plan of this number.
  case noPlan(Int)
  /// Another run is under way.
  case underWay(meal: String, run: Int)
  /// Another process is at the run.
  case cookedElsewhere(run: Int)
  /// The run is over.
  case runOver(Int, Run.Status)
  /// The run is not under way.
  case runNotCooking(Int, Run.Status)
  /// The run ended before it did what was said.
  case runEndedFirst(Int)
  /// The run was not interrupted, so that it cannot be taken up.
  case runNotInterrupted(Int, Run.Status)
  /// The run is under way; what is wanted needs one that is over.
  case runNotOver(Int, Run.Status)
  /// The run is under way, so that it cannot be removed.
  case runStillCooking(Int)
  /// The run has no such step.
  case noSuchStepOfRun(Int)
  /// No step of the run was begun.
  case nothingCooked(run: Int, plan: Int)
  /// Nothing is cooking.
  case nothingCooks
  /// No run was interrupted.
  case nothingInterrupted
  /// Meals have the dish.
  case dishInMeals(String, [String])
  /// What is stored under the name differs from what a file has.
  case differs(Advice.Listed, String, file: String)
  /// True durations are for runs whose clock is not the wall's.
  case actualsInLiveRun
  /// A dish's steps are given as a list and in the short form.
  case stepsTwice
  /// A range of time ends before it begins.
  case rangeReversed
  /// Both a serving time and a starting time are asked for.
  case bothTimesAsked

  /// What a name was to name.
  package enum Thing: Sendable, Hashable, Codable {
    /// A stored dish.
    case dish
    /// A stored meal.
    case meal
    /// Either.
    case mealOrDish
    /// A dish of the meal that is cooking.
    case dishOfMeal
    /// A step of the meal that is cooking.
    case step
    /// A step of a run that is over.
    case stepOfRun(Int)
    /// A cook.
    case cook
  }

  /// What sort of failure it is.
  package var kind: Diagnostic.Kind {
    switch self {
    case .underWay, .cookedElsewhere: .busy
    case .actualsInLiveRun, .stepsTwice, .rangeReversed, .bothTimesAsked: .usage
    default: .couldNotBeDone
    }
  }
}
