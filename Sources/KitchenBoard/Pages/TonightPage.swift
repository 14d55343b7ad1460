import KitchenModel
import Rendering
import SouschefCore

/// Tonight: choose, look at the plan, start cooking.
struct TonightPage {
  /// What could be cooked: the meals, then the dishes.
  let offers: OfferMenu.Offers
  /// What was chosen, by name.
  let chosen: [String]
  let serveAt: String
  let startAt: String
  /// How fast it was to be tried out, as it was typed.
  let speed: String
  /// What the week has for tonight; nil for nothing.
  let entry: WeekEntry?
  /// Whether that was chosen.
  let isOfWeek: Bool
  let found: Found
  /// Whether the plan says what would help.
  let saysWhatIf: Bool
  let isCooking: Bool
  let clock: LocalClock
  let shell: PageShell

  /// What came of what was chosen.
  struct Found: Sendable {
    /// The plan; nil where nothing is chosen, or there is none.
    var draft: DraftPlan?
    /// What went wrong.
    var failure: BoardFailure?
  }

  private var draft: DraftPlan? { found.draft }

  var page: Page {
    Page(
      title: "Tonight", shell: shell,
      main: [
        el("h1", "Tonight"), .group(cooking), .group(found.failure.map(Problem.nodes) ?? []),
        .group(week), .group(plan), choice,
      ])
  }

  private var cooking: [Node] {
    guard isCooking else { return [] }
    return [
      el(
        "p", [.class("lead")], "Something is cooking: ",
        el("a", [.href(.kitchen)], "to the kitchen"), ".")
    ]
  }

  private var week: [Node] {
    guard let entry, !isOfWeek else { return [] }
    return [
      el(
        "p", "From the week: ",
        el(
          "a", [.href(.to(query: [("week", "yes")]))],
          .text("\(entry.spokenDishes), \(entry.time.said)")))
    ]
  }

  private var plan: [Node] {
    guard let draft else { return [] }
    let part = PlanPart(
      plan: draft.plan, clock: clock, place: .to("tonight", draft.id, "picture.svg"),
      risk: draft.risk)
    let remarks = draft.remarks.map { remark in
      let words = [BoardWords().message(remark)] + BoardWords().hints(remark)
      return el("p", [.class("notice")], .text(words.joined(separator: " ")))
    }
    return [part.heading] + remarks + [start(draft), part.pictureAndReasons, whatIf, part.table]
  }

  private var whatIf: Node {
    guard !saysWhatIf else { return .group([]) }
    return el(
      "p",
      el(
        "a", [.href(.to(query: query + [("whatIf", "yes")]))],
        "What if there were one more cook or appliance?"))
  }

  /// What leads to this plan again.
  private var query: [(String, String)] {
    let names = isOfWeek ? [("week", "yes")] : chosen.map { ("name", $0) }
    let portions = draft.map { draft in
      draft.request.portions.sorted { $0.key.key < $1.key.key }.map { name, portion in
        switch portion {
        case .people(let count): ("for:\(name.text)", String(count))
        case .times(let scale): ("times:\(name.text)", scale.text)
        }
      }
    }
    return names + (portions ?? [])
      + [("serveAt", serveAt), ("startAt", startAt)].filter { !$0.1.isEmpty }
  }

  private func start(_ draft: DraftPlan) -> Node {
    guard shell.mayAct, !isCooking else { return .group([]) }
    return shell.form(
      .to("cook"), [.class("start")], .group(query.map { hidden($0.0, $0.1) }),
      hidden("draft", draft.id),
      button("Start cooking", [.class("large")]),
      el(
        "details", speed.isEmpty ? [] : [.flag("open")], el("summary", "Try it out first"),
        field(
          "Speed", "speed",
          [
            Attribute("inputmode", "decimal"), Attribute("placeholder", "1"),
            Attribute("value", speed),
          ],
          help: "60 cooks a minute in a second.")))
  }

  // MARK: Choosing

  private var choice: Node {
    guard !offers.isEmpty else {
      return el(
        "p", [.class("lead")], "No dishes yet. ", el("a", [.href(.dishes)], "Add dish"))
    }
    return el(
      "form", [Attribute("method", "get"), .action(.tonight), .class("choice")],
      .group(isOfWeek ? [hidden("week", "yes")] : []), portions,
      .group(isOfWeek ? [] : [boxes("Meals", offers.meals), boxes("Dishes", offers.dishes)]),
      el(
        "div", [.class("row")],
        field("Serve at", "serveAt", [Attribute("value", serveAt)], help: "19:00, 7pm, in 2 hours"),
        field("or start at", "startAt", [Attribute("value", startAt)])),
      button(draft == nil ? "Plan" : "Plan again"))
  }

  private func boxes(_ legend: String, _ names: [String]) -> Node {
    guard !names.isEmpty else { return .group([]) }
    return el(
      "fieldset", el("legend", .text(legend)),
      .element(
        "div", [.class("options")],
        names.map { name in
          el(
            "label", [.class("check")],
            el(
              "input",
              [
                Attribute("type", "checkbox"), Attribute("name", "name"),
                Attribute("value", name),
              ] + (chosen.contains(name) ? [.flag("checked")] : [])),
            el("span", .text(name)))
        }))
  }

  /// For how many each dish of the plan is.
  private var portions: Node {
    guard let draft else { return .group([]) }
    var seen: Set<Name> = []
    let dishes = draft.plan.menu.dishes.filter { seen.insert($0.dish.name).inserted }
    return el(
      "fieldset", el("legend", "How much of each"),
      .element(
        "div", [.class("row numbers")],
        dishes.map { serving in
          let name = serving.dish.name.text
          if let servings = serving.dish.servings {
            return field(
              "\(name), servings", "for:\(name)",
              [
                Attribute("type", "number"), Attribute("min", "1"), Attribute("max", "10000"),
                Attribute("value", String(servings)), Attribute("inputmode", "numeric"),
              ])
          }
          return field(
            "\(name), times the recipe", "times:\(name)",
            [Attribute("value", serving.scale?.text ?? "1"), Attribute("inputmode", "decimal")])
        }))
  }
}
