/// What can be done next with the program, whatever its front end: a command line names the command
/// or the option, a page the button.
package enum Advice: Sendable, Hashable, Codable {
  // MARK: Where the database is

  /// Name a file.
  case nameDatabase
  /// Name a file; a path that begins with the folder is one.
  case nameDatabaseAsFile(path: String)
  /// Name a file in this folder.
  case nameDatabaseIn(folder: String)
  /// Choose another file.
  case chooseDatabase
  /// Choose another place.
  case chooseDatabasePlace
  /// Do this, or choose another file.
  case orChooseDatabase(String)
  /// Keep the database elsewhere, and synchronise copies alone.
  case keepDatabaseElsewhere
  /// Keep the database on a disk of this machine.
  case keepDatabaseHere
  /// Take over what is missing from this copy of a synchroniser, then remove it.
  case mergeConflictCopy

  // MARK: What is wrong with the database

  /// Look at what is wrong with it.
  case examine
  /// Look at what is there now, then do it again.
  case examineAndRepeat
  /// Let the owner of the file look at it once.
  case letOwnerExamine
  /// Put back a copy.
  case restore(Restoring)
  /// Put back a copy, or export what can be read.
  case restoreOrExport
  /// Name a copy that was made as a backup.
  case nameBackup
  /// Look at what tables there are.
  case listTables
  /// Ask for less at once, or another program.
  case askForLess

  /// Why a copy is put back.
  package enum Restoring: String, Sendable, Hashable, Codable {
    /// The file is damaged.
    case damaged
    /// The file is none of a database, and may have been one.
    case notDatabase
    /// The file could not be brought up to date, and is as it was.
    case notUpgraded
    /// The file is empty, and may have been a database.
    case empty
  }

  // MARK: Dishes, meals and files

  /// Take the change back.
  case takeBack
  /// Write a name of several words as one.
  case quote(String)
  /// See what there is.
  case list(Listed)
  /// See what is planned for the week.
  case showWeek
  /// See what is to be bought.
  case showShopping
  /// See what the pantry has.
  case showPantry
  /// Store the first one.
  case addFirst(Listed)
  /// Store the dish first; see what there is.
  case addDishFirst
  /// Say how long the dish takes.
  case sayHowLong
  /// Say the short form's lengths as steps too.
  case writeAsSteps
  /// Name a step and how long what it makes may stand.
  case nameStepAndLength
  /// Say how many a dish serves.
  case sayServings(String)
  /// Change one step by its number or title; take this change back.
  case changeOneStep
  /// Say all steps, or edit the dish as text.
  case sayAllSteps
  /// Change what is stored under this name, or choose another.
  case renameOrEdit(Listed, String)
  /// Take the dish out of the meals too.
  case takeOutOfMeals
  /// Remove this meal instead.
  case removeMeal(String)
  /// A kitchen file holds all of it.
  case exportKitchenFile
  /// Replace what is stored, which can be taken back.
  case replaceStored
  /// Add this equipment to the kitchen.
  case addEquipment([String])
  /// Take the kitchen of the file too.
  case takeKitchen

  /// What there are lists of.
  package enum Listed: String, Sendable, Hashable, Codable {
    /// Dishes.
    case dish
    /// Meals.
    case meal
    /// Runs.
    case run
    /// Plans.
    case plan
    /// Screens of the board.
    case screen
  }

  // MARK: Plans

  /// The earliest serving time from now.
  case serveAt(String)
  /// Serve at this time of the clock.
  case serveAtTime(String)
  /// Give the search longer than it had, or relax limits.
  case searchLonger(than: Seconds)
  /// See what was planned.
  case showPlan(Int)

  // MARK: Runs

  /// Cook something.
  case cook
  /// Learn how to cook something.
  case learnToCook
  /// See what is cooking.
  case showStatus
  /// Join the run under way, or cook beside it.
  case joinOrCookBeside
  /// Let the paused run go on.
  case resume
  /// Begin a run that waits for its time.
  case beginEarly
  /// Go on with an interrupted run, of which what was said is stored.
  case goOn(Int)
  /// Go on with an interrupted run from what is stored.
  case goOnFromStored(Int)
  /// Start this step first.
  case startStep(String)
  /// End the run first.
  case abortFirst
  /// See how the run went.
  case showRun(Int)
  /// See the steps of the run.
  case listSteps(Int)
  /// See what has been finished.
  case listFinished
  /// Say both ends of the step, from the run's start.
  case sayStartAndEnd
  /// Store the run that is kept in this file, when it is over.
  case storeRunLater(file: String)
  /// Store the run that is kept in this file.
  case storeRun(file: String)
  /// What synchronises the database's folder does such things; look closer.
  case suspectSynchroniser
  /// End the run where it is cooked: nobody else can reach it.
  case endHere
  /// Give a record as the program writes it.
  case giveRecord
}
