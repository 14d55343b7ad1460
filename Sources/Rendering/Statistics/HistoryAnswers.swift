import JSON
package import KitchenModel

extension AnswerTable {
  /// The steps of a run, planned beside actual.
  package init(stepsOf run: Run) {
    self.init(
      [
        .init("dish", "dish"), .init("step", "step"), .init("kind", nil), .init("status", nil),
        .init("plannedStartSeconds", "planned start", .moment), .init("plannedEndSeconds", nil),
        .init("actualStartSeconds", "actual start", .moment), .init("actualEndSeconds", nil),
        .init("deviationSeconds", "took", .deviation), .init("cooks", "who"),
        .init("endedBy", "ended by"),
      ], nothing: "No steps.")
    for step in run.steps {
      let took = step.length.map { $0 - (step.plannedEnd - step.plannedStart) }
      append([
        .string(step.dish), .string(step.step), .string(step.kind.rawValue),
        .string(step.status.rawValue), .seconds(step.plannedStart), .seconds(step.plannedEnd),
        .seconds(step.actualStart), .seconds(step.actualEnd), .seconds(took),
        .texts(step.cooks), .text(step.endedBy?.rawValue),
      ])
    }
  }

  /// How often dishes were cooked and when last.
  package init(dishes: [DishHistory], now: Instant) {
    self.init(
      [
        .init("dish", "dish"), .init("runs", "times", .number),
        .init("lastAt", "last", .instant), .init("daysSince", "days ago", .number),
      ], nothing: "No such dishes.")
    for dish in dishes {
      let days = dish.lastAt.map { now.seconds(since: $0).count.floorDivided(by: 86_400).quotient }
      append([.string(dish.dish), .int(dish.runs), .instant(dish.lastAt), .number(days)])
    }
  }

  /// How long steps take.
  package init(steps: [StepStatistics]) {
    self.init(
      [
        .init("dish", "dish"), .init("step", "step"), .init("simulated", nil),
        .init("n", "times", .number), .init("medianSeconds", "usual", .length),
        .init("p10Seconds", "quick", .length),
        .init("p90Seconds", "slow", .length),
        .init("meanDeviationSeconds", "overrun", .deviation),
        .init("recentSeconds", "lately", .spark),
      ], nothing: "No step has been finished yet.")
    for step in steps {
      append([
        .string(step.dish), .string(step.step), .bool(step.isSimulated), .int(step.times),
        .seconds(step.median), .seconds(step.p10), .seconds(step.p90),
        .rounded(step.meanDeviation), .array(step.recent.map { .seconds($0) }),
      ])
    }
  }

  /// How late meals were served.
  package init(meals: [MealHistory]) {
    self.init(
      [
        .init("meal", "meal"), .init("runs", "times", .number), .init("lastAt", "last", .instant),
        .init("medianLateSeconds", "late", .deviation),
        .init("p90LateSeconds", "9 in 10 within", .deviation),
      ], nothing: "No meal has been finished yet.")
    for meal in meals {
      append([
        .string(meal.meal), .int(meal.runs), .instant(meal.lastAt), .seconds(meal.medianLate),
        .seconds(meal.p90Late),
      ])
    }
  }

  /// Two runs, figure by figure and step by step.
  package init(comparing a: Run, _ b: Run) {
    self.init(
      [
        .init("what", "what"), .init("aSeconds", "run \(a.id)", .length),
        .init("bSeconds", "run \(b.id)", .length),
        .init("differenceSeconds", "differs", .difference),
      ], nothing: "Nothing to compare.")
    add("planned", a.planned, b.planned)
    add("took", a.actual, b.actual)
    add("hands-on", a.figures?.handsOn, b.figures?.handsOn)
    add("waited to be served", a.figures?.hold, b.figures?.hold)
    add("stood between steps", a.figures?.standing, b.figures?.standing)
    let names = { (run: Run) in run.steps.map { "\($0.dish)/\($0.step)" } }
    let (ours, theirs) = (names(a), names(b))
    for (index, name) in ours.enumerated() {
      let other = theirs.firstIndex(of: name)
      add(name, a.steps[index].length, other.flatMap { b.steps[$0].length })
    }
    for (index, name) in theirs.enumerated() where !ours.contains(name) {
      add(name, nil, b.steps[index].length)
    }
  }

  private mutating func add(_ what: String, _ a: Seconds?, _ b: Seconds?) {
    let difference = a.flatMap { a in b.map { $0 - a } }
    append([.string(what), .seconds(a), .seconds(b), .seconds(difference)])
  }
}
