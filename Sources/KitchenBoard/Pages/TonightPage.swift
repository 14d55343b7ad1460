import KitchenModel
import Rendering
import SouschefCore

/// Tonight: choose, look at the plan, start cooking.
struct TonightPage {
  let offers: [String]
  let chosen: [String]
  let serveAt: String
  let startAt: String
  let plan: Plan?
  let failure: BoardFailure?
  let isCooking: Bool
  let clock: LocalClock
  let shell: PageShell

  var page: Page {
    Page(
      title: "Tonight", shell: shell,
      main: [
        el("h1", "Tonight"),
        .group(
          isCooking
            ? [
              el(
                "p", [.class("lead")], "Something is cooking: ",
                el("a", [.href(.kitchen)], "to the kitchen"), ".")
            ]
            : []),
        choice, .group(problem), .group(plan.map { PlanPart(plan: $0, clock: clock).nodes } ?? []),
        start,
      ])
  }

  private var choice: Node {
    guard !offers.isEmpty else {
      return el(
        "p", [.class("lead")], "There is no dish yet. ", el("a", [.href(.dishes)], "Add dish"))
    }
    return el(
      "form", [Attribute("method", "get"), .action(.tonight), .class("choice")],
      el(
        "fieldset", el("legend", "What is cooked?"),
        .element(
          "div", [.class("options")],
          offers.map { name in
            el(
              "label", [.class("check")],
              el(
                "input",
                [
                  Attribute("type", "checkbox"), Attribute("name", "name"),
                  Attribute("value", name),
                ] + (chosen.contains(name) ? [.flag("checked")] : [])),
              el("span", .text(name)))
          })),
      el(
        "div", [.class("row")],
        field("Serve at", "serveAt", [Attribute("value", serveAt)], help: "19:00, 7pm, in 2 hours"),
        field("or start at", "startAt", [Attribute("value", startAt)])),
      button("Plan"))
  }

  private var problem: [Node] {
    guard let failure else { return [] }
    return [
      el("p", [.class("lead"), Attribute("role", "alert")], .text(failure.message)),
      .group(failure.hints.map { el("p", .text($0)) }),
    ]
  }

  private var start: Node {
    guard plan != nil, shell.mayAct, !isCooking else { return .group([]) }
    func hidden(_ name: String, _ value: String) -> Node {
      el(
        "input",
        [Attribute("type", "hidden"), Attribute("name", name), Attribute("value", value)])
    }
    return shell.form(
      .to("cook"), [.class("start")], .group(chosen.map { hidden("names", $0) }),
      hidden("serveAt", serveAt), hidden("startAt", startAt),
      button("Start cooking", [.class("large")]),
      el(
        "details", el("summary", "Try it out first"),
        field(
          "Speed", "speed",
          [Attribute("inputmode", "decimal"), Attribute("placeholder", "1")],
          help: "60 cooks a minute in a second.")))
  }
}

/// A plan in words, as a table and as a picture.
struct PlanPart {
  let plan: Plan
  let clock: LocalClock
  /// Its number, where it is stored: then there is a picture of it.
  var id: Int?

  var nodes: [Node] {
    let summary = PlanPage.summary(of: plan, clock)
    return [
      el("h2", .text(plan.menu.name)), el("p", [.class("lead")], .text(summary.headline)),
      .group(summary.sentences.map { el("p", .text($0)) }),
      .group(
        id.map { id in
          [
            el(
              "figure",
              el(
                "img",
                [
                  .source(.to("plans", String(id), "picture.svg")),
                  Attribute("alt", "The plan as a picture; the table has the same."),
                ]))
          ]
        } ?? []),
      table(summary),
      .group(
        plan.why.isEmpty
          ? [] : [el("h3", "Why"), .element("ul", [], plan.why.map { el("li", .text($0)) })]),
    ]
  }

  private func table(_ summary: PlanPage) -> Node {
    stepTable(
      heads: ["Start", "End", "Dish", "Step", "With"],
      rows: summary.rows.map { row in
        el(
          "tr", [.data("data-kind", row.isHandsOn ? "hands" : "wait")],
          el("td", .text(row.start)), el("td", .text(row.end)), el("td", .text(row.dish)),
          el("td", .text(row.step)), el("td", .text(row.with)))
      })
  }
}
