import KitchenModel
import Rendering

/// The page in the kitchen: what to do now, what is waited for, what comes next.
struct KitchenPage {
  let view: KitchenView?
  let interrupted: Run?
  /// The run that ended last, where nothing is cooking.
  let last: Run?
  /// The cook whose own screen it is, by index; nil for everybody's.
  let cook: Int?
  let now: Instant
  let shell: PageShell
  let dishes: [String]

  var page: Page {
    Page(
      title: view.map { "Kitchen: \($0.meal)" } ?? "Kitchen", shell: shell, script: "kitchen.js",
      main: [
        el("h1", [.id("meal")], .text(view?.meal ?? "Nothing is cooking")),
        el(
          "p", [.id("connection"), .class("connection"), .flag("hidden")],
          "No word from the board since ", el("span", [.id("lost-since")], ""),
          ". The times run on; the buttons are off. Look at the terminal that cooks."),
        el(
          "p", [.id("old-build"), .class("notice"), .flag("hidden")],
          "The board has been renewed. ", el("a", [.href(.kitchen)], "Load this page again")),
        el(
          "p", [.id("forecast"), .class("forecast")] + lateness, .text(view?.forecast ?? idleText)),
        el("p", [.id("notice"), .class("quiet")], .text(view?.notice ?? "")),
        el("div", [.id("polite"), Attribute("role", "status"), .class("heard")], ""),
        el("div", [.id("assertive"), Attribute("role", "alert"), .class("heard")], ""),
        goOn, lastRun,
        el(
          "div", [.id("cooking")] + (view == nil ? [.flag("hidden")] : []),
          el(
            "div", [.class("columns")],
            el("div", [.class("first")], region("NOW", view?.now ?? []), act),
            el(
              "div", region("WAITING", view?.waiting ?? []), region("NEXT", view?.next ?? []),
              region("DONE", view?.done ?? []))),
          more),
        el(
          "p", [.id("sound"), .class("quiet")],
          el(
            "button", [Attribute("type", "button"), .id("sound-on"), .flag("hidden")],
            "Tap for sound")),
      ])
  }

  private var lateness: [Attribute] { view?.isLate == true ? [.data("data-late", "yes")] : [] }

  private var lastRun: Node {
    guard view == nil, let last, interrupted == nil else { return .group([]) }
    return el("p", el("a", [.href(.run(last.id))], .text("How was \(last.meal)?")))
  }

  private var idleText: String { "Start on the page Tonight, or in a terminal." }

  private var goOn: Node {
    guard shell.mayAct else { return .group([]) }
    return el(
      "div", [.id("interrupted")] + (interrupted == nil ? [.flag("hidden")] : []),
      shell.form(
        .to("kitchen", "cook"), [.data("data-verb", "cook")],
        el(
          "input",
          [
            Attribute("type", "hidden"), Attribute("name", "resume"),
            Attribute("value", interrupted.map { String($0.id) } ?? ""),
          ]),
        el("p", .text(interrupted.map { "\($0.meal) was interrupted." } ?? "")),
        button("Go on", [.class("large")])))
  }

  // MARK: Sections

  private func region(_ name: String, _ entries: [KitchenView.Entry]) -> Node {
    let id = name.lowercased()
    let mine = entries.filter { $0.cook == nil || cook == nil || $0.cook == cook }
    return el(
      "section", [Attribute("aria-labelledby", "\(id)-name"), .data("data-section", id)],
      el("h2", [.id("\(id)-name")], .text(name)),
      .element("ul", [.id(id)], mine.map(line)),
      el(
        "p", [.class("quiet"), .id("\(id)-none")] + (mine.isEmpty ? [] : [.flag("hidden")]),
        "Nothing."))
  }

  private func line(_ entry: KitchenView.Entry) -> Node {
    var attributes: [Attribute] = [
      .data("data-key", entry.key), .data("data-urgency", entry.urgency.rawValue),
    ]
    if let until = entry.until { attributes.append(.data("data-until", until.iso8601)) }
    if let act = entry.act { attributes.append(.data("data-act", act)) }
    let who = entry.cook.flatMap { index -> String? in
      guard let view, view.cooks.count > 1, view.cooks.indices.contains(index) else { return nil }
      return view.cooks[index]
    }
    return el(
      "li", attributes, el("span", [.class("left")], .text(countdown(entry))),
      el(
        "span", [.class("what")], el("b", [.class("who")], .text(who ?? "")),
        el("span", [.class("text")], .text(entry.text)),
        el("span", [.class("detail")], .text(entry.detail))),
      el("span", [.class("clock")], .text(entry.clock)))
  }

  private func countdown(_ entry: KitchenView.Entry) -> String {
    guard let until = entry.until, let view else { return "" }
    let left = (until.milliseconds - now.milliseconds) * view.speedThousandths
    return Countdown.text(Seconds(left.floorDivided(by: 1_000_000).quotient))
  }

  // MARK: What can be pressed

  private var firstAct: KitchenView.Entry? {
    view?.now.first { $0.act != nil && (cook == nil || $0.cook == cook) }
  }

  private var act: Node {
    guard shell.mayAct else { return .group([]) }
    return el(
      "div", [.class("acts")],
      shell.form(
        .to("kitchen", "done"), [.data("data-verb", "done")],
        hidden("act", firstAct?.act ?? "", id: "done-act"),
        hidden("run", view.map { String($0.run) } ?? "", id: "done-run"),
        button(
          "Done",
          to: nil,
          [.id("done-button"), .class("done"), Attribute("aria-describedby", "now")]
            + (firstAct == nil ? [.flag("disabled")] : []))),
      el(
        "div", [.class("row")],
        shell.form(.to("kitchen", "undo"), [.data("data-verb", "undo")], button("Undo")),
        shell.form(
          .to("kitchen", "pause"),
          [.id("pause-form"), .data("data-verb", "pause")] + hiddenIf(view?.status == .paused),
          button("Pause")),
        shell.form(
          .to("kitchen", "resume"),
          [.id("resume-form"), .data("data-verb", "resume")] + hiddenIf(view?.status != .paused),
          button("Resume"))))
  }

  private var more: Node {
    guard shell.mayAct else { return .group([]) }
    let steps = view?.steps ?? []
    return el(
      "details", [.class("more")], el("summary", "More"),
      shell.form(
        .to("kitchen", "extend"), [.data("data-verb", "extend")],
        select("Step", "step", steps, id: "step-choice"),
        field(
          "Minutes", "minutes",
          [
            Attribute("type", "number"), Attribute("min", "1"), Attribute("max", "600"),
            Attribute("value", "5"), Attribute("inputmode", "numeric"),
          ]),
        el(
          "div", [.class("row")], verb("Extend", "extend"), verb("Shorten", "shorten"),
          verb("Skip", "skip"), verb("Start", "start"))),
      shell.form(
        .to("kitchen", "hand"),
        [.data("data-verb", "hand")] + hiddenIf((view?.cooks.count ?? 0) < 2),
        select("Step", "step", steps, id: "hand-choice"),
        select(
          "Cook", "cook", (view?.cooks ?? []).map { .init(name: $0, text: $0) }, id: "cook-choice"),
        button("Hand over")),
      shell.form(
        .to("kitchen", "note"), [.data("data-verb", "note")],
        field("Note", "text", [Attribute("maxlength", "500"), .flag("required")]),
        button("Write down")),
      shell.form(
        .to("kitchen", "add"), [.data("data-verb", "add")],
        select("Dish", "dishes", dishes.map { .init(name: $0, text: $0) }, id: "add-choice"),
        button("Add dish")),
      shell.form(
        .to("kitchen", "drop"), [.data("data-verb", "drop")],
        select("Dish of this meal", "dish", view?.dishes ?? [], id: "drop-choice"),
        button("Leave out")),
      shell.form(
        .to("kitchen", "abort"), [.data("data-verb", "abort")],
        el(
          "label", [.class("check")],
          el(
            "input",
            [
              Attribute("type", "checkbox"), Attribute("name", "sure"), Attribute("value", "yes"),
              .flag("required"),
            ]),
          el("span", "End this run for good; its record stays.")),
        button("End the run")))
  }

  private func verb(_ words: String, _ name: String) -> Node {
    button(words, to: .to("kitchen", name), [.data("data-verb", name)])
  }

  private func hidden(_ name: String, _ value: String, id: String) -> Node {
    el(
      "input",
      [
        Attribute("type", "hidden"), Attribute("name", name), Attribute("value", value), .id(id),
      ])
  }

  private func hiddenIf(_ condition: Bool) -> [Attribute] { condition ? [.flag("hidden")] : [] }

  private func select(
    _ label: String, _ name: String, _ choices: [KitchenView.Choice], id: String
  ) -> Node {
    el(
      "label", [.class("field")], el("span", .text(label)),
      .element(
        "select", [Attribute("name", name), .id(id)],
        choices.map { el("option", [Attribute("value", $0.name)], .text($0.text)) }))
  }
}
