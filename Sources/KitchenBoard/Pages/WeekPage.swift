import KitchenModel
import Rendering
import SouschefCore

/// The days to come: what is eaten when, when to start, and what begins on an earlier day.
struct WeekPage {
  let week: PlannedWeek
  let offers: OfferMenu.Offers
  let words: WeekWords
  /// Today.
  let today: CookDay
  /// What was chosen of a meal that could not be put on a day.
  let typed: Typed
  let shell: PageShell

  /// The fields of the form that puts a meal on a day.
  struct Typed: Sendable {
    var day: CookDay?
    var time = ""
    var names: [String] = []
    var servings = ""
  }

  var page: Page {
    Page(
      title: "Week", shell: shell,
      main: [
        el("h1", "Week"), steps,
        .element("div", [.class("days")], days.map(day)), ahead,
        .group(shell.mayAct ? [adding, UndoForm.node(back: .week, shell)] : []),
        el("p", el("a", [.href(.to("week", "print", query: from))], "To print")),
      ])
  }

  private var days: [CookDay] { (0..<week.days).map { week.first.advanced(by: $0) } }

  private var from: [(String, String)] {
    week.first == today ? [] : [("from", week.first.text)]
  }

  /// To the days before and behind.
  private var steps: Node {
    func link(_ text: String, _ day: CookDay) -> Node {
      el("a", [.href(.to("week", query: day == today ? [] : [("from", day.text)]))], .text(text))
    }
    return el(
      "p", [.class("quiet")],
      .group(
        week.first > today
          ? [link("Earlier", max(today, week.first.advanced(by: -week.days))), " · "] : []),
      link("Later", week.first.advanced(by: week.days)))
  }

  private func day(_ day: CookDay) -> Node {
    let entries = week.entries.filter { $0.entry.day == day }
    return el(
      "section", [Attribute("aria-labelledby", "day-\(day.text)")],
      el("h2", [.id("day-\(day.text)")], .text(words.day(day))),
      entries.isEmpty
        ? el("p", [.class("quiet")], "Nothing.")
        : .element("ul", [.class("plain")], entries.map(entry)))
  }

  private func entry(_ shown: PlannedWeek.Entry) -> Node {
    let start = words.start(shown)
    let hands = shown.handsOn.map { $0 == .zero ? "" : "\($0.spokenText) of hands" } ?? ""
    let facts = [start.isEmpty ? "" : "start \(start)", hands].filter { !$0.isEmpty }
    let isTonight = shown.entry.day == today && shown.entry.leftoversOf == nil && !shown.isCooked
    return el(
      "li",
      el(
        "p", el("b", .text(shown.entry.time.said)), " ", .text(shown.entry.spokenMeal),
        .group(isTonight ? [" ", el("a", [.href(.to(query: [("week", "yes")]))], "Plan it")] : [])),
      .group(
        facts.isEmpty
          ? [] : [el("p", [.class("quiet")], .text(facts.joined(separator: ", ")))]),
      .group(words.notes(shown).map { el("p", [.class("notice")], .text($0)) }),
      .group(shell.mayAct ? [change(shown.entry)] : []))
  }

  private func change(_ entry: WeekEntry) -> Node {
    let name = "Change \(entry.title)"
    return el(
      "details",
      el("summary", "Change", el("span", [.class("heard")], .text(" \(entry.title)"))),
      shell.form(
        .to("week", "move"), [Attribute("aria-label", name)],
        hidden("entry", String(entry.id)),
        el(
          "div", [.class("row")], daySelect(entry.day),
          field("Time", "time", [Attribute("value", entry.time.said)])),
        el(
          "div", [.class("row")], button("Move"), button("Copy", to: .to("week", "copy")),
          button("Remove", to: .to("week", "remove")))))
  }

  private func daySelect(_ chosen: CookDay) -> Node {
    let days = (0..<21).map { today.advanced(by: $0) }
    let all = days.contains(chosen) ? days : [chosen] + days
    return el(
      "label", [.class("field")], el("span", "Day"),
      .element(
        "select", [Attribute("name", "day")],
        all.map { day in
          el(
            "option",
            [Attribute("value", day.text)] + (day == chosen ? [.flag("selected")] : []),
            .text(words.day(day)))
        }))
  }

  private var adding: Node {
    el(
      "section", [Attribute("aria-labelledby", "add-name")],
      el("h2", [.id("add-name")], "Put a meal on a day"),
      offers.isEmpty
        ? el("p", "No dishes yet. ", el("a", [.href(.dishes)], "Add dish"))
        : shell.form(
          .to("week", "add"), [],
          el(
            "div", [.class("row")], daySelect(typed.day ?? max(today, week.first)),
            field(
              "Time", "time",
              [Attribute("placeholder", "19:00"), Attribute("value", typed.time)])),
          el("div", [.class("row")], what("Meal or dish", 0), what("and", 1), what("and", 2)),
          field(
            "For how many", "servings",
            [
              Attribute("type", "number"), Attribute("min", "1"), Attribute("max", "10000"),
              Attribute("inputmode", "numeric"), Attribute("value", typed.servings),
            ], help: "Empty: as the recipes are."),
          button("Add to the week")))
  }

  /// One of the choices of what is eaten, the first of which may be leftovers.
  private func what(_ label: String, _ place: Int) -> Node {
    let chosen = typed.names.indices.contains(place) ? typed.names[place] : ""
    func choice(_ value: String, _ words: String) -> Node {
      el(
        "option", [Attribute("value", value)] + (value == chosen ? [.flag("selected")] : []),
        .text(words))
    }
    let cooked = week.entries.filter { $0.entry.leftoversOf == nil }.map(\.entry)
    let leftovers = cooked.map { entry in
      choice(
        "leftovers of \(entry.id)", "Leftovers of \(entry.day.weekday): \(entry.title)")
    }
    return el(
      "label", [.class("field")], el("span", .text(label)),
      .element(
        "select", [Attribute("name", "names")],
        [choice("", place == 0 ? "Choose" : "nothing more")]
          + (offers.meals + offers.dishes).map { choice($0, $0) }
          + (place == 0 ? leftovers : [])))
  }

  private var ahead: Node {
    el(
      "section", [Attribute("aria-labelledby", "ahead-name")],
      el("h2", [.id("ahead-name")], "Ahead"),
      week.ahead.isEmpty
        ? el(
          "p", [.class("quiet")], "Nothing has to begin on an earlier day.")
        : .element("ul", [], week.ahead.map { el("li", .text(words.sentence($0))) }))
  }
}
