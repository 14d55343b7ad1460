import Foundation
import KitchenModel
import MealPlanning
import TestSupport

@testable import MealExecution
@testable import SouschefCore

/// A live run on a clock that a test moves, with a cook who answers every act.
struct LiveEvening {
  private(set) var machine: RunStateMachine
  /// What was said, and what was asked about.
  private(set) var log: [String] = []
  private(set) var faults: [String] = []
  /// How many new plans were followed.
  private(set) var replans = 0
  private let truth: [StepReference: Seconds]
  private var next: Seconds?

  /// Begins an evening in which one to three hands-on steps take up to 40 per cent more or less than
  /// planned; none without a seed.
  init(_ plan: Plan, seed: Int? = nil) {
    var truth: [StepReference: Seconds] = [:]
    let steps = plan.steps.filter { $0.kind == .blocking }
    if let seed, !steps.isEmpty {
      var numbers = SeededNumbers(seed: seed)
      for _ in 0..<1 + numbers.next(below: 3) {
        let step = steps[numbers.next(below: steps.count)]
        truth[step.reference] = Seconds(step.duration.count * (60 + numbers.next(below: 81)) / 100)
      }
    }
    self.truth = truth
    machine = RunStateMachine(
      plan: plan,
      settings: .init(
        policy: .replan, ending: .cook,
        timeline: RunTimeline(startedAt: Instant(epochSeconds: 0)), answering: .byCook),
      placer: PlannerPlacer())
    hear(machine.start())
  }

  static func plan(_ menu: Menu) -> Plan? {
    let request = PlanRequest(menu: menu, now: Instant(epochSeconds: 0))
    guard case .plan(let plan) = MealPlanner(stopwatch: { 0 }).plan(request) else { return nil }
    return plan
  }

  /// Cooks until a moment, or to the end.
  mutating func cook(until end: Seconds? = nil) async {
    for _ in 0..<3000 where machine.status == .running {
      let answer = answers.min { $0.at < $1.at }
      guard let moment = [answer?.at, next].compactMap(\.self).min() else {
        faults.append("stuck at \(machine.now.count)")
        return
      }
      if let end, moment > end { return }
      let told = replans
      if moment > machine.now || answer == nil { await perform(machine.advance(to: moment)) }
      if let answer, answer.at <= moment,
        machine.state.acts.contains(where: { $0.act == answer.act })
      {
        do { try await say(.answer(answer.act)) } catch { faults.append("\(error)") }
      }
      // While something is to be answered, what comes after it is only foretold.
      guard replans > told, machine.state.acts.allSatisfy({ $0.act.kind == .perform }) else {
        continue
      }
      faults += machine.idleFaults
    }
  }

  /// Says something now.
  mutating func say(_ verb: RunVerb) async throws { await perform(try machine.handle(verb)) }

  /// Says several things now; nil, with nothing said, where one makes no sense.
  mutating func said(_ verbs: [RunVerb]) async throws -> Seconds? {
    let before = self
    for verb in verbs {
      do { try await say(verb) } catch is VerbRefusal {
        self = before
        return nil
      }
    }
    return machine.now
  }

  /// Lets time pass in which nobody says anything.
  mutating func pass(_ time: Seconds) async {
    await perform(machine.advance(to: machine.now + time))
  }

  /// When each act that is due will be answered: a hands-on step when it is done, the rest within half a
  /// minute.
  private var answers: [(act: Act, at: Seconds)] {
    machine.state.acts.map { due in
      guard case .perform(let reference) = due.act else {
        return (due.act, max(machine.now, due.since + Seconds(due.act.delay)))
      }
      let step = machine.steps.first { $0.reference == reference }
      let takes = truth[reference] ?? step?.planned.duration ?? .zero
      return (due.act, max(machine.now, (step?.start ?? .zero) + takes))
    }
  }

  private mutating func perform(_ first: [RunAction]) async {
    var actions = first
    while true {
      hear(actions)
      guard case .consult(let situation, let cause) = actions.last else { return }
      let replanner = Run.Policy.replan.replanner(for: .simulated, in: .gmt)
      actions = machine.apply(await replanner?.plan(after: situation, cause: cause))
    }
  }

  private mutating func hear(_ actions: [RunAction]) {
    for case .record(let entry) in actions {
      log.append("\(entry.event.elapsed.count) \(entry.event.kind) \(entry.event.text ?? "")")
      if entry.event.kind == .planReplaced { replans += 1 }
    }
    if case .wait(let moment) = actions.last { next = moment }
  }
}

extension Act {
  /// How long a cook takes to answer it, in seconds.
  fileprivate var delay: Int { ((step?.step ?? 3) * 5 + (step?.dish ?? 1) * 11) % 25 }
}

extension Plan {
  /// When each step is done and by whom, for a failure's message.
  fileprivate var places: String {
    steps.map {
      "\($0.reference.dish).\($0.reference.step) \($0.start.count)-\($0.end.count) \($0.cooks)"
    }
    .joined(separator: "; ")
  }
}

extension RunStateMachine {
  /// The hands-on steps that could begin now, by whom they are to be done, without harm: dinner is as
  /// soon, no food stands longer and nothing else is put off.
  var idleFaults: [String] {
    guard state.phase == .running else { return [] }
    let present = forecast
    return steps.indices.compactMap { index -> String? in
      let step = steps[index]
      guard step.status == .pending, step.planned.kind == .blocking, step.planned.duration > .zero,
        state.readiness(of: index, .possible, under: settings) == .ready,
        let place = present.steps.firstIndex(where: { $0.reference == step.reference }),
        present.steps[place].start > now + Seconds(30)
      else { return nil }
      var moved = present
      moved.steps[place].start = now
      moved.steps[place].end = now + step.planned.duration
      moved.steps.sort { ($0.start, $0.reference) < ($1.start, $1.reference) }
      var trial = self
      trial.state.adopt(moved)
      let after = trial.forecast
      guard after.steps.contains(where: { $0.reference == step.reference && $0.start == now }),
        merit(of: after) <= merit(of: present),
        merit(of: after).staleness <= merit(of: present).staleness,
        merit(of: after).excess <= merit(of: present).excess,
        after.steps.allSatisfy({ new in
          guard let old = present.steps.first(where: { $0.reference == new.reference }) else {
            return true
          }
          return new.start <= old.start
        })
      else { return nil }
      return
        """
        \(now.count): \(step.reference) waits until \(present.steps[place].start.count)
        \(present.places) \(merit(of: present))
        \(after.places) \(merit(of: after))
        """
    }
  }
}
