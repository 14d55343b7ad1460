import KitchenModel

/// A row of a chart before it is drawn.
struct GanttRow: Sendable {
  /// What the row belongs to: a dish, an appliance.
  var group: String
  /// What it shows.
  var label: String
  /// The stretches in it.
  var bars: [Bar]

  /// A stretch.
  struct Bar: Sendable {
    var start: Seconds
    var end: Seconds
    var content: Content
  }

  /// What a stretch is.
  enum Content: Sendable {
    case work(Way.Kind)
    case preheat
    /// So many units of equipment are in use.
    case units(Int)
    case serving
  }
}

/// The rows that charts of a plan have.
enum GanttRows {
  /// Preheats by appliance, the steps by dish in listed order, then by start, and when to serve.
  static func steps(of plan: Plan) -> [GanttRow] {
    let words = StepWords(plan.menu)
    let preheats = plan.menu.kitchen.equipment.flatMap { sort in
      plan.preheats.filter { $0.equipment == sort.name }.enumerated().sorted { a, b in
        (a.element.unit, a.offset) < (b.element.unit, b.offset)
      }.map { _, preheat in
        GanttRow(
          group: words.appliance(preheat.equipment, preheat.unit),
          label: (plan.isCooling(preheat) ? "down to " : "heat to ") + preheat.temperature.text,
          bars: [.init(start: preheat.start, end: preheat.end, content: .preheat)])
      }
    }
    let steps = plan.steps.enumerated().sorted { a, b in
      (a.element.reference.dish, a.element.start, a.offset)
        < (b.element.reference.dish, b.element.start, b.offset)
    }.map { _, step in
      GanttRow(
        group: words.dish(step.reference), label: words.stepBesideDish(step.reference, step.kind),
        bars: [.init(start: step.start, end: step.end, content: .work(step.kind))])
    }
    let serving = GanttRow(
      group: "serve", label: "",
      bars: plan.menu.dishes.map { serving in
        let moment = plan.makespan + serving.dish.serveOffset
        return .init(start: moment, end: moment, content: .serving)
      })
    return preheats + steps + [serving]
  }

  /// A row a cook, with what takes their hands.
  static func cooks(of plan: Plan) -> [GanttRow] {
    let words = StepWords(plan.menu)
    return (0..<plan.menu.kitchen.cooks.count).map { cook in
      GanttRow(
        group: words.cook(cook), label: "",
        bars: plan.steps.filter { $0.cooks.contains(cook) }.map { step in
          .init(start: step.start, end: step.end, content: .work(.blocking))
        })
    }
  }

  /// A row for every appliance that is used, or sort of appliances that are not told apart, with
  /// the units of it in use.
  static func equipment(of plan: Plan) -> [GanttRow] {
    let words = StepWords(plan.menu)
    return plan.menu.kitchen.equipment.flatMap { equipment -> [GanttRow] in
      let uses = plan.steps.flatMap { step in
        step.uses.filter { $0.equipment == equipment.name }.map { (step: step, use: $0) }
      }
      let units = Set(uses.map { $0.use.unit ?? 0 })
      return units.sorted().map { unit in
        let number = unit == 0 ? nil : unit
        let held = uses.filter { $0.use.unit == number }.map {
          (start: $0.step.start, end: $0.step.end, units: $0.use.units)
        }
        let preheats = plan.preheats.filter { $0.equipment == equipment.name && $0.unit == unit }
        return GanttRow(
          group: words.appliance(equipment.name, number), label: "",
          bars: preheats.map { .init(start: $0.start, end: $0.end, content: .preheat) }
            + loads(held))
      }
    }
  }

  /// The stretches between starts and ends, with the units in use in each.
  private static func loads(
    _ held: [(start: Seconds, end: Seconds, units: Int)]
  ) -> [GanttRow.Bar] {
    let moments = Set(held.flatMap { [$0.start, $0.end] }).sorted()
    return zip(moments, moments.dropFirst()).compactMap { start, end in
      let units = held.filter { $0.start <= start && end <= $0.end }.reduce(0) { $0 + $1.units }
      return units > 0 ? .init(start: start, end: end, content: .units(units)) : nil
    }
  }
}
