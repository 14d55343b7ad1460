extension Failure {
  /// What happened, with the value, in words that hold in front of any program.
  package var message: String {
    switch self {
    case .noSuch(let thing, let name, _, _): "No \(thing.word) named \(name.quoted)."
    case .ambiguous(let text, let names):
      "\(text.quoted) could be \(names.prefix(5).map(\.quoted).joined(separator: ", "))"
        + (names.count > 5 ? " and \(names.count - 5) more." : ".")
    case .nameTaken(let thing, let name):
      "There is already a \(thing.rawValue) named \(name.quoted)."
    case .noRun(let run): "There is no run \(run)."
    case .noPlan(let plan): "There is no plan \(plan)."
    case .underWay(let meal, let run): "\(meal) is already being cooked (run \(run))."
    case .cookedElsewhere(let run): "Run \(run) is being cooked by another process."
    case .runOver(let run, let status): "Run \(run) is over (\(status.rawValue))."
    case .runNotCooking(let run, let status):
      "Run \(run) is not being cooked (\(status.rawValue))."
    case .runEndedFirst(let run): "Run \(run) ended before this was done."
    case .runNotInterrupted(let run, let status):
      "Run \(run) cannot be resumed (\(status.rawValue))."
    case .runNotOver(let run, let status): "Run \(run) is not over yet (\(status.rawValue))."
    case .runStillCooking(let run): "Run \(run) is still being cooked."
    case .noSuchStepOfRun(let run): "Run \(run) has no such step."
    case .nothingCooked(let run, _): "Nothing of run \(run) was cooked."
    case .nothingCooks: "Nothing is cooking."
    case .nothingInterrupted: "No run was interrupted."
    case .dishInMeals(let dish, let meals):
      "The dish \(dish.quoted) is in the \(meals.count == 1 ? "meal" : "meals") "
        + meals.map(\.quoted).joined(separator: ", ") + "."
    case .differs(let thing, let name, let file):
      "The \(thing.rawValue) \(name.quoted) is already stored and differs from the one in "
        + "\(file.quotedPath)."
    case .actualsInLiveRun: "True durations need a scaled or simulated run."
    case .stepsTwice: "The steps are given both as a list and by their lengths."
    case .rangeReversed: "The end of the period is before its beginning."
    case .bothTimesAsked: "Give a serving time or a starting time, not both."
    }
  }

  /// What to do next, most promising first.
  package var hints: [Hint] {
    switch self {
    case .noSuch(let thing, _, let nearest, let isEmpty):
      [nearest.map { .text(NearMiss.question($0)) } ?? .advice(thing.whereToLook(isEmpty: isEmpty))]
    case .ambiguous: ["Type a little more of the name."]
    case .nameTaken(let thing, let name): [.advice(.renameOrEdit(thing, name))]
    case .noRun: [.advice(.list(.run))]
    case .noPlan: [.advice(.list(.plan))]
    case .underWay: [.advice(.joinOrCookBeside)]
    case .cookedElsewhere, .runNotCooking: [.advice(.showStatus)]
    case .runOver(let run, _), .runEndedFirst(let run), .runNotInterrupted(let run, _):
      [.advice(.showRun(run))]
    case .runNotOver, .runStillCooking: [.advice(.abortFirst)]
    case .noSuchStepOfRun(let run): [.advice(.listSteps(run))]
    case .nothingCooked(_, let plan): [.advice(.showPlan(plan))]
    case .nothingCooks, .nothingInterrupted: [.advice(.cook)]
    case .dishInMeals: [.advice(.takeOutOfMeals)]
    case .differs: [.advice(.replaceStored)]
    case .actualsInLiveRun: ["In a live run you mark steps as done yourself."]
    case .stepsTwice: [.advice(.writeAsSteps)]
    case .rangeReversed: ["Swap them."]
    case .bothTimesAsked: ["The plan works out the other one."]
    }
  }
}

extension Failure.Thing {
  /// What it is called.
  package var word: String {
    switch self {
    case .dish: "dish"
    case .meal: "meal"
    case .mealOrDish: "meal or dish"
    case .dishOfMeal: "dish in this meal"
    case .step, .stepOfRun: "step"
    case .cook: "cook"
    }
  }

  /// Where its names can be read.
  fileprivate func whereToLook(isEmpty: Bool) -> Advice {
    switch self {
    case .stepOfRun(let run): .listSteps(run)
    case .step, .cook, .dishOfMeal: isEmpty ? .addFirst(.dish) : .showStatus
    case .meal: isEmpty ? .addFirst(.meal) : .list(.meal)
    case .dish, .mealOrDish: isEmpty ? .addFirst(.dish) : .list(.dish)
    }
  }
}
