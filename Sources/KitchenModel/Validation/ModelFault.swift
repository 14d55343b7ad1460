/// What can be wrong in a kitchen, its dishes and meals, each value of which can be read.
package enum ModelFault: Explained, Hashable {
  /// A count below 1: of what, and how many.
  case notPositive(String, Int)
  /// A count of appliances, slots or cooks beyond ``Kitchen/mostUnits``.
  case tooMany(String, Int)
  /// A name or an identifier that is empty, too long or has characters it must not have.
  case badName(String, NameFault)
  /// A sort of thing that has one name twice.
  case duplicate(String, String)
  /// A dish and a meal of one name.
  case sharedName(String)
  /// A dish without any step.
  case noSteps(dish: String)
  /// A meal without any dish.
  case noDishes(meal: String)
  /// An `after` that names no step of the dish.
  case unknownStep(String, dish: String, nearest: String?)
  /// An `after` that names no dish of the meal.
  case unknownDish(String, nearest: String?)
  /// A step after itself.
  case afterItself(String)
  /// A least distance beyond the greatest.
  case contradictoryLag(minimum: Seconds, maximum: Seconds)
  /// Steps whose distances no schedule keeps, in order, the first again at the end.
  case impossibleCycle([String])
  /// Equipment that the kitchen lacks.
  case unknownEquipment(String, nearest: String?, known: [String])
  /// A cook who is not in the kitchen.
  case unknownCook(String, nearest: String?, known: [String])
  /// A waiting step with what only a blocking one has: `cooks`, `cook`.
  case onlyBlocking(String)
  /// A blocking step that would start itself.
  case startsItselfBlocking
  /// An absence or a window that ends before it begins.
  case endsBeforeBeginning(from: ClockTime, to: ClockTime)
  /// A clock time over which the clock is put forward on the day that it falls on: of what.
  case skippedTime(of: String, ClockTime)
  /// A length that must not be negative: of what.
  case negative(String, Seconds)
  /// A value beyond what any text of it may say: of what.
  case outOfRange(String)
  /// Units of equipment beyond those that there are.
  case tooFewUnits(equipment: String, needed: Int, there: Int)
  /// Cooks beyond those that there are.
  case tooFewCooks(needed: Int, there: Int)

  package var message: String {
    switch self {
    case .notPositive(let what, let count): "\(what.firstUpper) cannot be \(count)."
    case .tooMany(let what, let count): "\(what.firstUpper) of \(count) is too large."
    case .badName(let what, let fault): "\(what.firstUpper): \(fault.message)"
    case .duplicate(let what, let name): "The \(what) \(name.quoted) is listed twice."
    case .sharedName(let name): "A dish and a meal are both called \(name.quoted)."
    case .noSteps(let dish): "The dish \(dish.quoted) has no steps."
    case .noDishes(let meal): "The meal \(meal.quoted) has no dishes."
    case .unknownStep(let step, let dish, _): "\(dish.quoted) has no step \(step.quoted)."
    case .unknownDish(let dish, _): "There is no dish \(dish.quoted) here."
    case .afterItself(let step): "The step \(step.quoted) comes after itself."
    case .contradictoryLag(let minimum, let maximum):
      "The least distance, \(minimum.fileText), is beyond the greatest, \(maximum.fileText)."
    case .impossibleCycle(let steps):
      "No schedule keeps the order \(steps.joined(separator: " → "))."
    case .unknownEquipment(let name, _, _): "The kitchen has no \(name.quoted)."
    case .unknownCook(let name, _, _): "There is no cook \(name.quoted)."
    case .onlyBlocking(let key): "A waiting step cannot have \(key.quoted)."
    case .startsItselfBlocking: "A blocking step cannot start itself."
    case .endsBeforeBeginning(let from, let to):
      "The time from \(from.text) to \(to.text) ends before it begins."
    case .skippedTime(let what, let time):
      "\(time.text), which \(what) asks for, does not exist: the clocks are put forward over it."
    case .negative(let what, let length): "\(what.firstUpper) cannot be \(length.fileText)."
    case .outOfRange(let what): "\(what.firstUpper) is out of range."
    case .tooFewUnits(let equipment, let needed, let there):
      "A step needs \(needed) of \(equipment.quoted), and there \(there == 1 ? "is" : "are") \(there)."
    case .tooFewCooks(let needed, let there):
      "A step needs \(needed) cooks, and there \(there == 1 ? "is" : "are") \(there)."
    }
  }

  package var hint: String {
    switch self {
    case .notPositive: "Write a whole number from 1."
    case .tooMany: "The most is \(Kitchen.mostUnits)."
    case .badName(_, let fault): fault.hint
    case .duplicate(let what, _): "Give each \(what) a different name."
    case .sharedName: "Rename one of them."
    case .noSteps: "Give it blocking or waiting with a duration, or a list of steps."
    case .noDishes: "List its dishes, as in dishes: [Pasta]."
    case .unknownStep(_, _, let nearest?), .unknownDish(_, let nearest?),
      .unknownEquipment(_, let nearest?, _), .unknownCook(_, let nearest?, _):
      NearMiss.question(nearest)
    case .unknownStep: "\"after\" takes a step's id, or Dish/step for one of another dish."
    case .unknownDish: "Plan the other dish together with this one, or take the \"after\" out."
    case .afterItself: "Name an earlier step, or write after: [] for none."
    case .contradictoryLag: "Make \"min\" at most \"max\"."
    case .impossibleCycle:
      "Take one of the steps' \"after\" out, or loosen its \"min\" and \"max\"."
    case .unknownEquipment(let name, nil, let known):
      known.isEmpty
        ? "Add \(name.quoted) to the kitchen's equipment."
        : "It has \(known.listed()); add \(name.quoted) to its equipment or use one of them."
    case .unknownCook(_, nil, let known): known.listedAsCooks
    case .onlyBlocking: "Make the step blocking, or take it out."
    case .startsItselfBlocking: "Make it waiting, or take \"startsItself\" out."
    case .endsBeforeBeginning(.timeOfDay, _):
      "Write the earlier time first, or give both their dates, as in 2026-11-26 18:30."
    case .endsBeforeBeginning: "Write the earlier time first."
    case .skippedTime: ClockTimeFault.skipped("").hint
    case .negative: "Write it as a duration from 0m."
    case .outOfRange: "Correct the value."
    case .tooFewUnits: "Use fewer, or add to the kitchen's equipment."
    case .tooFewCooks: "Add cooks to the kitchen, or ask for fewer in the step."
    }
  }
}
