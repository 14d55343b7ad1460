package import KitchenModel

#if canImport(FoundationEssentials)
  internal import FoundationEssentials
#else
  internal import Foundation
#endif

/// A run as its record tells it, without its log and its plan.
package struct RunDraft: Sendable, Hashable, Codable {
  /// Its number where it comes from.
  package var id: Int?
  /// What was cooked.
  package var meal: String
  /// How far it came; nil for finished.
  package var status: Run.Status?
  /// Its clock; nil for live.
  package var mode: Run.Mode?
  /// Kitchen seconds in a second; nil for 1.
  package var speed: Double?
  /// How steps were chosen; nil for replan.
  package var policy: Run.Policy?
  /// When it began.
  package var startedAt: Instant
  /// When it ended; nil: with its last step.
  package var finishedAt: Instant?
  /// The plan's makespan; nil: the last planned end.
  package var plannedSeconds: Int?
  /// How often the plan was replaced.
  package var replans: Int?
  /// From 1 to 5; nil for unrated.
  package var rating: Int?
  /// Its steps, those of a dish in order.
  package var steps: [Step]

  /// Creates a draft.
  package init(
    id: Int?, meal: String, status: Run.Status?, mode: Run.Mode?, speed: Double?,
    policy: Run.Policy?, startedAt: Instant, finishedAt: Instant?, plannedSeconds: Int?,
    replans: Int?, rating: Int?, steps: [Step]
  ) {
    self.id = id
    self.meal = meal
    self.status = status
    self.mode = mode
    self.speed = speed
    self.policy = policy
    self.startedAt = startedAt
    self.finishedAt = finishedAt
    self.plannedSeconds = plannedSeconds
    self.replans = replans
    self.rating = rating
    self.steps = steps
  }

  /// A step of it.
  package struct Step: Sendable, Hashable, Codable {
    /// The dish's identity in the meal.
    package var dish: String
    /// The step's identifier.
    package var step: String
    /// Whether it took hands.
    package var kind: Way.Kind
    /// How far it came; nil for finished.
    package var status: RunStep.Status?
    /// Its planned start, from the run's start.
    package var plannedStartSeconds: Int
    /// Its planned end.
    package var plannedEndSeconds: Int
    /// Its true start; nil where it never started.
    package var actualStartSeconds: Int?
    /// Its true end; nil where it never ended.
    package var actualEndSeconds: Int?
    /// Who did it.
    package var cooks: [String]?
    /// What ended it.
    package var endedBy: RunStep.EndedBy?

    /// Creates a step.
    package init(
      dish: String, step: String, kind: Way.Kind, status: RunStep.Status?,
      plannedStartSeconds: Int, plannedEndSeconds: Int, actualStartSeconds: Int?,
      actualEndSeconds: Int?, cooks: [String]?, endedBy: RunStep.EndedBy?
    ) {
      self.dish = dish
      self.step = step
      self.kind = kind
      self.status = status
      self.plannedStartSeconds = plannedStartSeconds
      self.plannedEndSeconds = plannedEndSeconds
      self.actualStartSeconds = actualStartSeconds
      self.actualEndSeconds = actualEndSeconds
      self.cooks = cooks
      self.endedBy = endedBy
    }
  }

  /// The run, and a plan that it could have begun with: its steps where they were planned.
  ///
  /// - Throws: ``Diagnostic`` of kind `badContent`.
  func runAndPlan() throws -> (run: Run, plan: Plan) {
    func refuse(_ reason: String) -> Diagnostic {
      Diagnostic(
        .badContent, "The run of \(meal.quoted) at \(startedAt.iso8601) \(reason).",
        hints: ["Correct the record and import again: nothing was stored."])
    }
    guard !steps.isEmpty else { throw refuse("has no steps") }
    let moments: [Int?] = steps.flatMap { step -> [Int?] in
      [
        step.plannedStartSeconds, step.plannedEndSeconds, step.actualStartSeconds,
        step.actualEndSeconds,
      ]
    }
    guard (moments + [plannedSeconds]).compactMap(\.self).allSatisfy({ Seconds($0).isNear }) else {
      throw refuse("has a time that is out of range")
    }
    guard (0...Self.mostReplans).contains(replans ?? 0) else {
      throw refuse("says \(replans ?? 0) new plans, not 0 to \(Self.mostReplans)")
    }
    if let rating, !(1...5).contains(rating) { throw refuse("is rated \(rating), not 1 to 5") }
    var labels: [String] = []
    for step in steps where !labels.contains(step.dish) { labels.append(step.dish) }
    var dishes: [Dish] = []
    for label in labels {
      let own = steps.filter { $0.dish == label }
      guard Set(own.map(\.step)).count == own.count else {
        throw refuse("has a step of \(label.quoted) twice")
      }
      let name: Name
      do { name = try Name(Self.dishName(label, among: labels)) } catch {
        throw Diagnostic(.badContent, error)
      }
      dishes.append(
        Dish(
          name: name,
          steps: try own.map { step in
            let length = Seconds(step.plannedEndSeconds - step.plannedStartSeconds)
            guard step.plannedStartSeconds >= 0, length >= .zero else {
              throw refuse("plans \(step.step.quoted) to end before it starts")
            }
            if let start = step.actualStartSeconds, let end = step.actualEndSeconds, end < start {
              throw refuse("has \(step.step.quoted) end before it starts")
            }
            return KitchenModel.Step(
              id: step.step, title: step.step, Way(step.kind, Estimate(length)), after: [])
          }))
    }
    let menu = Menu(name: meal, dishes: dishes, kitchen: .standard)
    var places: [Int: Int] = [:]
    var runSteps: [RunStep] = []
    for step in steps {
      let dish = labels.firstIndex(of: step.dish) ?? 0
      let place = places[dish, default: 0]
      places[dish] = place + 1
      runSteps.append(
        RunStep(
          reference: StepReference(dish: dish, step: place), dish: step.dish, step: step.step,
          kind: step.kind, status: step.status ?? .finished,
          plannedStart: Seconds(step.plannedStartSeconds),
          plannedEnd: Seconds(step.plannedEndSeconds),
          actualStart: step.actualStartSeconds.map(Seconds.init),
          actualEnd: step.actualEndSeconds.map(Seconds.init), cooks: step.cooks ?? [],
          endedBy: step.endedBy))
    }
    runSteps.sort { $0.reference < $1.reference }
    let makespan = Seconds(plannedSeconds ?? runSteps.map(\.plannedEnd.count).max() ?? 0)
    let total = runSteps.reduce(Seconds.zero) { $0 + ($1.plannedEnd - $1.plannedStart) }
    let plan = Plan(
      menu: menu, status: .feasible, objective: .hot, anchor: nil, makespan: makespan,
      lowerBound: .zero, stalenessLowerBound: nil, sequential: total, inOrder: nil,
      steps: runSteps.map {
        PlannedStep($0.reference, kind: $0.kind, start: $0.plannedStart, end: $0.plannedEnd)
      })
    let thousandths = ((speed ?? 1) * 1000).rounded()
    guard thousandths >= 1, thousandths < 1e12 else { throw refuse("has no possible speed") }
    let ends = runSteps.compactMap(\.actualEnd).max()
    let run = Run(
      id: 0, meal: meal, planID: 0, status: status ?? .finished, mode: mode ?? .live,
      speedThousandths: Int(thousandths), policy: policy ?? .replan, startedAt: startedAt,
      finishedAt: finishedAt ?? startedAt + (ends ?? .zero), planned: makespan,
      actual: status == .finished || status == nil ? ends : nil, replans: replans ?? 0,
      steps: runSteps)
    guard startedAt + (ends ?? .zero) <= .latest, run.finishedAt ?? startedAt <= .latest else {
      throw refuse("ends after the year 9999")
    }
    if let fault = plan.fault { throw refuse("is invalid: \(fault)") }
    return (run, plan)
  }

  /// The most new plans of a run: more than one for each step.
  private static let mostReplans = 100_000

  /// A log that leads to the record.
  func events(of run: Run) -> [RunEvent] {
    var events: [RunEvent] = []
    func add(_ elapsed: Seconds, _ kind: RunEvent.Kind, _ step: RunStep? = nil) {
      events.append(
        RunEvent(
          at: run.startedAt + elapsed, elapsed: elapsed, kind, step: step?.reference,
          endedBy: kind == .stepFinished ? step?.endedBy ?? .timer : nil,
          cooks: kind == .stepStarted ? step?.cooks ?? [] : []))
    }
    add(.zero, .runStarted)
    for step in run.steps {
      if let start = step.actualStart { add(start, .stepStarted, step) }
      switch step.status {
      case .finished: add(step.actualEnd ?? step.actualStart ?? .zero, .stepFinished, step)
      case .skipped: add(step.actualEnd ?? step.plannedStart, .stepSkipped, step)
      case .pending, .running, .dropped: break
      }
    }
    for _ in 0..<run.replans { add(.zero, .planReplaced) }
    let ordered = events.enumerated().sorted { a, b in
      (a.element.elapsed, a.offset) < (b.element.elapsed, b.offset)
    }.map(\.element)
    let last = ordered.last?.elapsed ?? .zero
    let closing: RunEvent.Kind? =
      switch run.status {
      case .finished: .runFinished
      case .aborted: .runAborted
      case .interrupted, .running, .paused: .runInterrupted
      }
    return ordered
      + [closing].compactMap(\.self).map { kind in
        RunEvent(at: run.finishedAt ?? run.startedAt + last, elapsed: last, kind)
      }
  }

  /// `Pizza` for `Pizza (2)`, where there is a Pizza.
  private static func dishName(_ label: String, among labels: [String]) -> String {
    guard label.hasSuffix(")"), let mark = label.lastIndex(of: "(") else { return label }
    let base = String(label[..<mark].dropLast())
    return labels.contains(base) ? base : label
  }
}
