import KitchenModel
import Rendering

/// How a page says what to do next: by its links and buttons.
struct BoardWords: FrontEndWords {
  var program: String { "souschef" }

  func sentence(_ failure: Failure) -> String? { nil }

  func name(_ field: RequestField) -> String {
    switch field {
    case .cooks: "Cooks"
    case .servings: "Servings"
    case .blocking: "Hands-on time"
    case .waiting: "Waiting time"
    case .step: "Step"
    case .keeps: "How long it may stand"
    case .serve: "Serve"
    case .holdMax: "The longest it may wait"
    case .keepsFor: "How long it keeps"
    case .serveOffset: "Served later by"
    case .serveAt: "Serving time"
    case .startAt: "Starting time"
    case .objective: "Objective"
    case .later: "How much later"
    case .timeLimit: "Time to search"
    case .estimates: "Durations"
    }
  }

  func sentence(_ advice: Advice) -> String {
    switch advice {
    case .takeBack: "Undo takes it back."
    case .quote(let name): NearMiss.question(name)
    case .list(.dish), .list(.meal), .addDishFirst: "The page Dishes shows what there is."
    case .list(.run), .showRun, .listSteps, .listFinished: "The page History shows how runs went."
    case .list(.screen): "Whoever started the board can list them."
    case .list(.plan), .showPlan: "The page History leads to the plans that were cooked."
    case .showWeek: "The page Week shows what is planned."
    case .showShopping, .showPantry: "The page Shop shows what is on the list."
    case .addFirst: "There is none yet. Add one on the page Dishes."
    case .sayHowLong:
      "Write a step with its time, such as \u{201C}boil 10m\u{201D}."
    case .nameStepAndLength: "For example: boil=2m"
    case .sayServings: "Its page says how many it serves."
    case .changeOneStep: "Undo takes it back; each step has a page where it is changed."
    case .writeAsSteps, .sayAllSteps: "Write all its steps, one a line."
    case .renameOrEdit: "Choose another name, or change that one on the page Dishes."
    case .takeOutOfMeals, .removeMeal: "Take it out of the meals first."
    case .addEquipment: "Add it to the kitchen where the board was started."
    case .replaceStored: "Choose to replace what is stored; Undo takes that back."
    case .takeKitchen: "The stored kitchen stays."
    case .serveAtTime(let time): "Write \(time) as the serving time."
    case .serveAt(let time): "The earliest serving time from now is \(time)."
    case .searchLonger: "Choose fewer dishes, or relax the tightest limits."
    case .cook, .learnToCook: "Start cooking on the page Tonight."
    case .showStatus, .joinOrCookBeside: "The page Kitchen shows what is cooking."
    case .beginEarly: "Start lets it begin before its time."
    case .startStep: "Start it first, on the page Kitchen."
    case .resume: "Resume lets it go on."
    case .goOn, .goOnFromStored: "Everything so far is stored. Resume it on the page Kitchen."
    case .abortFirst: "End the run first, on the page Kitchen."
    case .sayStartAndEnd: "Give both the start and the end, counted from the run's start."
    case .orChooseDatabase(let remedy): "\(remedy)."
    case .askForLess: "Ask for less at once."
    case .nameDatabase, .nameDatabaseAsFile, .nameDatabaseIn, .chooseDatabase,
      .chooseDatabasePlace, .keepDatabaseElsewhere, .keepDatabaseHere, .mergeConflictCopy,
      .examine, .examineAndRepeat, .letOwnerExamine, .restore, .restoreOrExport, .nameBackup,
      .listTables, .exportKitchenFile, .storeRunLater, .storeRun, .suspectSynchroniser, .endHere,
      .giveRecord:
      "Look at the database in a terminal, where the board was started."
    }
  }
}
