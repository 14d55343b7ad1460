import KitchenModel
import Rendering

extension CommandLineWords {
  func sentence(_ advice: Advice) -> String {
    switch advice {
    case .nameDatabase: "Name a file with --db or SOUSCHEF_DB."
    case .nameDatabaseAsFile(let path): "Name a file with --db or SOUSCHEF_DB; `./\(path)` is one."
    case .nameDatabaseIn(let folder): "Name a file: `--db \(folder)/souschef.db`."
    case .chooseDatabase: "Choose another file with --db or SOUSCHEF_DB."
    case .chooseDatabasePlace: "Choose another place with --db or SOUSCHEF_DB."
    case .orChooseDatabase(let remedy): "\(remedy), or choose another database with --db."
    case .keepDatabaseElsewhere:
      "Keep it elsewhere (--db, SOUSCHEF_DB), and synchronise copies made by `souschef db backup`."
    case .keepDatabaseHere: "Keep it on a disk of this machine (--db, SOUSCHEF_DB)."
    case .mergeConflictCopy:
      "Open it with --db, copy what is missing with `souschef export` and `import`, "
        + "`souschef history export` and `history import`, then remove it."

    case .examine: "`souschef doctor` says what is wrong with it."
    case .examineAndRepeat: "Check with `souschef doctor`, then try again."
    case .letOwnerExamine:
      "Let its owner run `souschef doctor` once, or copy its files and read those."
    case .restore(let reason): sentence(reason)
    case .restoreOrExport:
      "Restore a copy made by `souschef db backup`, or export what can be read."
    case .nameBackup: "Name a copy made by `souschef db backup`."
    case .listTables:
      "`souschef db query \"SELECT name FROM sqlite_schema\"` lists tables and views."
    case .askForLess: "Ask for less at once, or with sqlite3: `sqlite3 \"$(souschef db path)\"`."

    case .takeBack: "Take it back: souschef undo"
    case .quote(let name): "Put quotation marks around a name of several words: \"\(name)\""
    case .list(.dish): "List them: souschef dish list"
    case .list(.meal): "List them: souschef meal list"
    case .list(.run): "List them: souschef history"
    case .list(.plan): "List them: souschef plans"
    case .list(.screen): "List them: souschef board devices"
    case .showWeek: "See the week: souschef week"
    case .showShopping: "See the list: souschef shop"
    case .showPantry: "See the pantry: souschef pantry"
    case .addFirst(let thing):
      "There is none yet. Add one: souschef \(thing == .meal ? "meal" : "dish") add --help"
    case .addDishFirst: "Add the dish first; `souschef dish list` shows what there is."
    case .sayHowLong:
      "Give its time: --waiting 10m (oven, pot), --blocking 5m (hands), or --step."
    case .writeAsSteps: "Write those as steps too: --step \"blocking 5m: Chop\"."
    case .sayServings(let dish):
      "Say it: souschef dish edit \(dish.quoted) --servings 4"
    case .changeOneStep:
      "Take it back with `souschef undo`; change one step with --step 2 \"bake 45m\"."
    case .sayAllSteps: "Write all steps again with --step, or edit it without options."
    case .nameStepAndLength: "For example: --keeps boil=2m"
    case .renameOrEdit(let thing, let name):
      "Choose another name, or change that one with `souschef \(thing.rawValue) edit \"\(name)\"`."
    case .takeOutOfMeals:
      "--force takes it out of them, and removes a meal that has nothing else."
    case .removeMeal(let name): "Remove the meal instead: souschef meal remove \(name.quoted)"
    case .exportKitchenFile: "A kitchen file keeps it: --format yaml."
    case .replaceStored: "Replace what is stored: --replace. `souschef undo` takes that back."
    case .addEquipment(let names):
      "Add it: souschef kitchen set "
        + names.map { "--equipment \("\($0)=1".shellWord)" }.joined(separator: " ")
    case .takeKitchen: "Take the file's kitchen too: --kitchen"

    case .serveAt(let time):
      "For the earliest: --serve-at \"\(time)\""
    case .serveAtTime(let time): "To serve then: --serve-at \(time)"
    case .searchLonger(let limit):
      "Give it more time: --time-limit \(Seconds(max(60, limit.count * 2)).fileText). "
        + "Or relax the tightest limits."
    case .showPlan(let plan): "See the plan: souschef plans show \(plan)"

    case .cook: "Start with: souschef cook MEAL"
    case .learnToCook: "Cook something: souschef cook --help"
    case .showStatus: "See what is cooking: souschef run status"
    case .joinOrCookBeside:
      "Join it with `souschef run status --watch` and `souschef run done`, or cook this beside it "
        + "with --alongside."
    case .resume: "souschef run resume"
    case .beginEarly: "Begin before the time: souschef run start"
    case .startStep(let step): "Start it: souschef run start \(step.shellWord)"
    case .goOn(let run): "Everything so far is stored. Go on with: souschef cook --resume \(run)"
    case .goOnFromStored(let run): "Go on with what is stored: souschef cook --resume \(run)"
    case .abortFirst: "End it first: souschef run abort"
    case .showRun(let run): "See how it went: souschef history show \(run)"
    case .listSteps(let run): "List them: souschef history show \(run)"
    case .listFinished: "See what there is: souschef history stats"
    case .sayStartAndEnd: "Give both --start and --end, counted from the run's start."
    case .storeRunLater(let file): "When it is over: souschef history import \(file.shellWord)"
    case .storeRun(let file): "Store it: souschef history import \(file.shellWord)"
    case .suspectSynchroniser:
      "A program that synchronises the folder of the database may do this; `souschef doctor` "
        + "says more."
    case .endHere: "No other terminal can reach it. Ctrl-C ends it."
    case .giveRecord: "A record is what `history show ID --json` prints."
    }
  }

  private func sentence(_ reason: Advice.Restoring) -> String {
    switch reason {
    case .damaged:
      "Restore a copy: `souschef db restore COPY`. What is there now is kept beside it."
    case .notDatabase: "If it was a database: restore a copy with `souschef db restore COPY`."
    case .notUpgraded: "Nothing was changed. Restore a copy: `souschef db restore COPY`."
    case .empty:
      "If there was a kitchen in it, restore a copy: `souschef db restore COPY`. "
        + "Otherwise the next change starts a new one."
    }
  }
}

extension String {
  /// The text as one word of a shell.
  var shellWord: String {
    let plain = allSatisfy { $0.isLetter || $0.isNumber || "/._-+=".contains($0) }
    return plain ? self : "'" + replacing("'", with: "'\\''") + "'"
  }
}
