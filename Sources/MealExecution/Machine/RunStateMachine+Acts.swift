package import KitchenModel

/// What cooks must do: coming due, being answered, being served.
extension RunStateMachine {
  /// Whether cooks answer for what they do, so that it is in the log.
  var asksCooks: Bool { settings.ending == .cook && settings.answering == .byCook }

  /// Whether what is put in, taken out, heated and served counts as done at its instant although somebody
  /// cooks: the log has it all the same.
  private var answersByItself: Bool { settings.ending == .cook && settings.answering != .byCook }

  /// Records an act that is done as it comes due; nothing where cooks answer, and in a run that nobody
  /// cooks.
  mutating func recordAnswered(_ act: Act, at moment: Seconds, text: String? = nil) {
    guard answersByItself else { return }
    let cook = state.hand(for: act, settings.limits)
    record(.actDue, at: moment, text: text, act: act, cook: cook)
    record(.actDone, at: moment, act: act, cook: cook)
  }

  /// Says that something is to be heated where nobody is asked whether they did.
  mutating func announceHeating(_ preheat: Preheat, isCooling: Bool) {
    guard answersByItself else {
      outbox.append(.remark(.preheat(preheat, isCooling: isCooling)))
      return
    }
    let act = Act.heat(preheat.heating)
    recordAnswered(act, at: now, text: plan.menu.imperative(act, cooling: isCooling) + ".")
  }

  /// Whether a cook should have answered something by now, or has paused: dinner moves by the second.
  package var isLate: Bool {
    // A pause puts dinner off for as long as it lasts.
    state.phase == .paused && !steps.allSatisfy(\.isOver)
      || state.phase == .running
        && (state.acts.contains { state.deadline(of: $0) <= now }
          || steps.contains { $0.status == .running && $0.isOverdue })
  }

  /// Has an act come due.
  mutating func raise(_ act: Act, at moment: Seconds) {
    guard !state.isDue(act) else { return }
    var cooling = false
    if case .heat(let heating) = act { cooling = state.appliances?.isHotter(heating) ?? false }
    let due = DueAct(
      act, since: moment, cook: state.hand(for: act, settings.limits), isCooling: cooling)
    state.acts.append(due)
    guard asksCooks else { return }
    record(due)
  }

  /// Records that an act is due.
  mutating func record(_ due: DueAct) {
    record(.actDue, at: due.since, text: narrator.line(forDue: due), act: due.act, cook: due.cook)
  }

  /// The acts that are due, as events of when they came due, for whoever comes to a run under way.
  package var dueEvents: [RunEvent] {
    let names = plan.menu.kitchen.cooks.names
    return state.actsByAge.map { due in
      RunEvent(
        at: settings.timeline.instant(at: due.since), elapsed: due.since, .actDue,
        step: due.act.step, text: narrator.line(forStillDue: due, at: now),
        cooks: [names[due.cook]], act: due.act)
    }
  }

  /// The moments at which acts come due by themselves.
  var actMoments: [Seconds] {
    var moments: [Seconds] = []
    if state.phase == .running {
      moments = state.openPreheats.filter {
        !state.isDue(.heat($0.heating)) && !state.isTaken($0.heating)
      }.map(\.start)
    }
    for course in plan.menu.courses where !state.isDue(.serve(course: course)) {
      if let moment = servingMoment(of: course) { moments.append(moment) }
    }
    return moments
  }

  /// Has come due what is to be heated and served by now.
  mutating func raiseActs() {
    guard state.phase == .running || state.phase == .paused else { return }
    if state.phase == .running {
      for preheat in state.openPreheats
      where preheat.start <= now && !state.isTaken(preheat.heating) {
        if asksCooks {
          raise(.heat(preheat.heating), at: now)
        } else {
          announceHeating(
            preheat, isCooling: state.appliances?.isHotter(preheat.heating) ?? false)
          setHeat(preheat.heating, at: now)
        }
      }
    }
    for course in plan.menu.courses {
      guard let moment = servingMoment(of: course), moment <= now else { continue }
      if asksCooks {
        raise(.serve(course: course), at: moment)
      } else {
        recordAnswered(.serve(course: course), at: moment)
        serve(course, at: moment)
      }
    }
  }

  /// When a course that is ready is to be served; nil where it is not ready, or was served.
  func servingMoment(of course: Seconds) -> Seconds? {
    guard state.served[course] == nil, !state.isForetold, state.isReady(course) else { return nil }
    let dishes = plan.menu.dishes(ofCourse: course)
    let ready = steps.filter { dishes.contains($0.reference.dish) }.compactMap(\.end).max()
    let serving =
      plan.menu.courses.count == 1
      ? nil : steps.allSatisfy(\.isOver) ? figures.serving : forecast.makespan
    return max(ready ?? now, serving.map { $0 + course } ?? .zero)
  }

  /// How long food waits and stands, as it was cooked so far.
  var figures: ServingFigures {
    ServingFigures(
      plan.menu,
      steps.compactMap { step in
        step.start.map {
          .init(step.reference, way: step.planned.option, start: $0, end: step.end)
        }
      })
  }

  mutating func serve(_ course: Seconds, at moment: Seconds) {
    state.served[course] = moment
    let hasWords = plan.menu.dishes.contains {
      $0.dish.says.start != nil || $0.dish.says.finish != nil
    }
    let isSaid = asksCooks || plan.menu.courses.count > 1 || !hasWords
    let label = state.menu.label(ofCourse: course)
    record(
      .runServed, at: moment,
      text: isSaid ? asksCooks ? "Served: \(label)." : "Serve: \(label)." : nil,
      act: .serve(course: course))
    state.pruneActs()
  }

  mutating func setHeat(_ heating: Act.Heating, at moment: Seconds) {
    let equipment = plan.menu.kitchen.equipment(named: heating.equipment)
    state.appliances?[heating.equipment, heating.unit] = .init(
      temperature: heating.temperature, readyAt: moment + (equipment?.preheat ?? .zero))
    state.pruneActs()
  }

  /// Does what a cook's answer to an act leads to.
  mutating func answer(_ act: Act, at time: Seconds?) throws(VerbRefusal) {
    guard let due = state.acts.first(where: { $0.act == act }) else { throw .notDue(act) }
    let moment = time ?? now
    let earliest = act.step.flatMap(state.number).flatMap { steps[$0].start } ?? due.since
    guard moment >= min(earliest, due.since), moment <= now else {
      throw .outOfTime(act.step, moment)
    }
    if asksCooks {
      record(.actDone, at: moment, text: narrator.line(forDone: due), act: act, cook: due.cook)
    }
    state.acts.removeAll { $0.act == act }
    let tolerance = Seconds(Int(Self.tolerance))
    switch act {
    case .perform(let reference), .takeOut(let reference):
      guard let index = state.number(of: reference) else { return }
      end(index, at: moment, by: .cook)
      if act.kind == .takeOut {
        // Whoever takes it out is at hand for what it goes into, whatever has been begun meanwhile.
        for next in state.pendingSteps(after: index) { state.asked[next] = due.since }
      }
      want(.endedOffPlan([reference]), whereDinnerMovesBy: tolerance)
    case .putIn(let reference):
      guard let index = state.number(of: reference) else { return }
      begin(index, by: [], at: moment)
      announceStart(index)
      if (moment - steps[index].planned.start).count.magnitude >= Self.tolerance {
        want(.startedLate(reference))
      }
      want(.startedLate(reference), whereDinnerMovesBy: tolerance)
    case .heat(let heating):
      setHeat(heating, at: moment)
      if moment - due.since >= tolerance { want(.heatedLate) }
      want(.heatedLate, whereDinnerMovesBy: tolerance)
    case .serve(let course): serve(course, at: moment)
    }
  }

  /// How far off its plan, in seconds, what a cook answers may be without a new plan: nobody presses
  /// a key to the second.
  static let tolerance: UInt = 30

  /// Answers by themselves the acts that nobody has to answer any more, where a run is taken up by
  /// somebody who does not ask.
  mutating func settleActs() {
    guard !asksCooks else { return }
    for due in state.actsByAge where due.act.kind != .perform {
      do throws(VerbRefusal) { try answer(due.act, at: nil) } catch {
        state.acts.removeAll { $0.act == due.act }
      }
    }
  }

  /// In what may come, whatever is to be heated by now is heated now.
  mutating func settleHeat(of present: RunState) {
    for due in present.acts {
      guard case .heat(let heating) = due.act else { continue }
      setHeat(heating, at: now)
    }
  }
}
