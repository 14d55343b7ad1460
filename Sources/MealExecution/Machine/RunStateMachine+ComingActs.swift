package import KitchenModel

/// What cooks will have to do, as far as can be foretold.
extension RunStateMachine {
  /// The acts to come, the next first, as far as can be foretold.
  package var comingActs: [ComingAct] { comingActs(by: forecast) }

  /// The acts to come by a forecast.
  package func comingActs(by forecast: Plan) -> [ComingAct] {
    var coming: [ComingAct] = []
    func add(_ act: Act, _ at: Seconds, cook: Int? = nil, cooling: Bool = false) {
      guard !state.isDue(act) else { return }
      coming.append(ComingAct(act: act, at: max(at, now), cook: cook, isCooling: cooling))
    }
    for planned in forecast.steps {
      guard let index = state.number(of: planned.reference), !steps[index].isOver else { continue }
      let step = steps[index]
      if step.status == .pending {
        if planned.kind == .blocking {
          add(.perform(planned.reference), planned.start, cook: planned.cooks.first)
        } else if state.isPutIn(step) {
          add(.putIn(planned.reference), planned.start)
        }
      }
      guard planned.kind == .waiting, planned.duration > .zero, state.isInHeatOrCold(step) else {
        continue
      }
      let isFollowed = forecast.steps.contains { next in
        next.kind == .blocking && next.reference.dish == planned.reference.dish
          && next.start == planned.end
          && (state.number(of: next.reference).map { number in
            state.graph.limits[number].contains { $0.other == index }
          } ?? false)
      }
      if !isFollowed { add(.takeOut(planned.reference), planned.end) }
    }
    for coming in state.comingPreheats {
      add(.heat(coming.preheat.heating), coming.at, cooling: coming.isCooling)
    }
    let menu = state.menu
    for course in menu.courses
    where state.served[course] == nil && !menu.servedDishes(ofCourse: course).isEmpty {
      add(.serve(course: course), forecast.makespan + course)
    }
    let ordered = coming.enumerated()
      .sorted { ($0.element.at, $0.offset) < ($1.element.at, $1.offset) }.map(\.element)
    return plan.menu.kitchen.cooks.count > 1 ? sharedOut(ordered, by: forecast) : ordered
  }

  /// Acts to come, each with the cook it will fall to if things go as foretold.
  private func sharedOut(_ coming: [ComingAct], by forecast: Plan) -> [ComingAct] {
    var shared: [ComingAct] = []
    for var next in coming {
      if next.cook == nil {
        var future = state.foretold(forecast, at: next.at)
        // What is served has been taken out.
        let others = shared.filter {
          $0.at == next.at && (next.act.kind != .serve || $0.act.kind != .takeOut)
        }
        future.acts = others.compactMap { other in
          other.cook.map { DueAct(other.act, since: other.at, cook: $0) }
        }
        next.cook = future.hand(for: next.act, settings.limits)
      }
      shared.append(next)
    }
    return shared
  }
}

extension RunState {
  /// The kitchen as it stands at a moment to come if things go by a forecast.
  fileprivate func foretold(_ forecast: Plan, at moment: Seconds) -> RunState {
    var future = self
    future.now = moment
    for planned in forecast.steps {
      guard let index = number(of: planned.reference), !steps[index].isOver else { continue }
      future.steps[index].planned = planned
      guard planned.start < moment else { continue }
      future.steps[index].status = planned.end <= moment ? .finished : .running
      future.steps[index].start = planned.start
      future.steps[index].end = planned.end <= moment ? planned.end : nil
      future.steps[index].cooks = planned.cooks
    }
    return future
  }
}
