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
  /// Whether it is loaded again and again where there are no scripts.
  let reloads: Bool
  let shell: PageShell
  let dishes: [String]

  var page: Page {
    Page(
      title: view.map { "Kitchen: \($0.meal)" } ?? "Kitchen", shell: shell, script: "kitchen.js",
      reloadsWithoutScripts: reloads,
      main: [
        el("h1", [.id("meal")], .text(view?.meal ?? "Nothing is cooking")), reloading, cooks,
        el(
          "p", [.id("connection"), .class("connection"), .flag("hidden")],
          "Nothing heard from the board since ", el("span", [.id("lost-since")], ""),
          ". The times run on; the buttons are off. Look at the terminal that cooks."),
        el(
          "p", [.id("old-build"), .class("notice"), .flag("hidden")],
          "The board has been renewed. ", el("a", [.href(here)], "Load this page again")),
        el(
          "p", [.id("forecast"), .class("forecast")] + lateness, .text(view?.forecast ?? idleText)),
        el("p", [.id("notice"), .class("quiet")], .text(view?.notice ?? "")),
        el("div", [.id("polite"), Attribute("role", "status"), .class("heard")], ""),
        el("div", [.id("assertive"), Attribute("role", "alert"), .class("heard")], ""), goOn,
        lastRun,
        el(
          "div", [.id("cooking")] + (view == nil ? [.flag("hidden")] : []),
          el(
            "div", [.class("columns")],
            el(
              "div", [.class("first")], nowRegion,
              .group(shell.mayAct ? [verbs.general] : [])),
            el(
              "div", region("WAITING", view?.waiting ?? []), region("NEXT", view?.next ?? []),
              region("DONE", view?.done ?? []))), .group(shell.mayAct ? [verbs.more] : [])),
        ScreenSettings.node,
      ])
  }

  private var here: Link { shell.here ?? .kitchen }

  /// Where there are no scripts a page changes when it is loaded again.
  private var reloading: Node {
    let me = cook.flatMap { view?.cooks[$0] }.map { [("cook", $0)] } ?? []
    return el(
      "noscript",
      el(
        "p", [.class("links")], el("a", [.href(here)], "Load again"),
        reloads
          ? el("a", [.href(.to("kitchen", query: me))], "Stop loading it every 10 seconds")
          : el(
            "a", [.href(.to("kitchen", query: me + [("reload", "yes")]))],
            "Load it every 10 seconds")))
  }

  private var verbs: KitchenVerbs { KitchenVerbs(view: view, dishes: dishes, shell: shell) }

  private var lateness: [Attribute] { view?.isLate == true ? [.data("data-late", "yes")] : [] }

  /// To each cook's own screen, where there are several.
  private var cooks: Node {
    guard let view, view.cooks.count > 1 else { return .group([]) }
    func link(_ name: String, _ place: Link, isHere: Bool) -> Node {
      el(
        "a", [.href(place)] + (isHere ? [Attribute("aria-current", "page")] : []), .text(name))
    }
    return el(
      "p", [.class("links")], link("Everybody", .kitchen, isHere: cook == nil),
      .group(
        view.cooks.enumerated().map { index, name in
          link(name, .to("kitchen", query: [("cook", name)]), isHere: index == cook)
        }))
  }

  private var lastRun: Node {
    guard view == nil, let last, interrupted == nil else { return .group([]) }
    let age = last.finishedAt.map { now.seconds(since: $0) } ?? .minutes(1000)
    guard shell.mayAct, last.rating == nil, !last.status.isOpen, age < .minutes(240) else {
      return el("p", el("a", [.href(.run(last.id))], .text("How was \(last.meal)?")))
    }
    return el(
      "section", [Attribute("aria-labelledby", "how-name")],
      el("h2", [.id("how-name")], .text("How was \(last.meal)?")),
      shell.form(
        .run(last.id), [], RatingField.node(nil),
        field("Note", "note", [Attribute("maxlength", "500")]), button("Save")),
      el("p", el("a", [.href(.run(last.id))], "How it went")))
  }

  private var idleText: String { "Start on the page Tonight, or in a terminal." }

  private var goOn: Node {
    guard shell.mayAct else { return .group([]) }
    return el(
      "div", [.id("interrupted")] + (interrupted == nil ? [.flag("hidden")] : []),
      shell.form(
        .to("kitchen", "cook"), [.data("data-verb", "cook")],
        hidden("resume", interrupted.map { String($0.id) } ?? ""),
        el("p", .text(interrupted.map { "\($0.meal) was interrupted." } ?? "")),
        button("Go on", [.class("large")])))
  }

  // MARK: Sections

  /// What to do now: a card for each cook, each with a Done of its own.
  private var nowRegion: Node {
    let names = view?.cooks ?? []
    let cards = cook.map { [$0] } ?? (names.count > 1 ? Array(names.indices) : [0])
    return el(
      "section", [Attribute("aria-labelledby", "now-name"), .data("data-section", "now")],
      el("h2", [.id("now-name")], "NOW"),
      .element(
        "div", [cards.count > 1 ? .class("cooks many") : .class("cooks"), .id("now")],
        cards.map { card($0, name: cards.count > 1 ? names[$0] : nil, isFirst: $0 == cards[0]) }))
  }

  private func card(_ index: Int, name: String?, isFirst: Bool) -> Node {
    let mine = (view?.now ?? []).filter {
      $0.cook == index || ($0.cook == nil && isFirst) || (view?.cooks.count ?? 1) == 1
    }
    return el(
      "div", [.class("cook"), .data("data-cook", String(index))],
      .group(name.map { [el("h3", .text($0))] } ?? []),
      .element("ul", [.id("now-\(index)")], mine.map { line($0, isNamed: false) }),
      .group(
        shell.mayAct ? [verbs.done(mine.first { $0.act != nil }?.act, cook: index)] : []))
  }

  private func region(_ name: String, _ entries: [KitchenView.Entry]) -> Node {
    let id = name.lowercased()
    let mine = entries.filter { $0.cook == nil || cook == nil || $0.cook == cook }
    return el(
      "section", [Attribute("aria-labelledby", "\(id)-name"), .data("data-section", id)],
      el("h2", [.id("\(id)-name")], .text(name)),
      .element("ul", [.id(id)], mine.map { line($0, isNamed: true) }),
      el(
        "p", [.class("quiet"), .id("\(id)-none")] + (mine.isEmpty ? [] : [.flag("hidden")]),
        "Nothing."))
  }

  private func line(_ entry: KitchenView.Entry, isNamed: Bool) -> Node {
    var attributes: [Attribute] = [
      .data("data-key", entry.key), .data("data-urgency", entry.urgency.rawValue),
    ]
    if let until = entry.until { attributes.append(.data("data-until", until.iso8601)) }
    if let act = entry.act { attributes.append(.data("data-act", act)) }
    let who = entry.cook.flatMap { index -> String? in
      guard isNamed, let view, view.cooks.count > 1, view.cooks.indices.contains(index) else {
        return nil
      }
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
}

/// What a screen does beside showing: ring, speak, stay lit; each says why where it cannot.
enum ScreenSettings {
  static let node = el(
    "section", [Attribute("aria-labelledby", "screen-name"), .class("screen")],
    el("h2", [.id("screen-name")], "This screen"),
    el(
      "p", [.class("row")],
      el(
        "button", [Attribute("type", "button"), .id("sound-on"), .flag("hidden")], "Tap for sound"),
      el(
        "label", [.class("check"), .id("speech-field"), .flag("hidden")],
        el("input", [Attribute("type", "checkbox"), .id("speech")]), el("span", "Say it aloud"))),
    el(
      "p", [.id("no-sound"), .class("quiet"), .flag("hidden")],
      "This browser cannot ring. The terminal or the board that cooks does."),
    el(
      "p", [.id("no-lock"), .class("quiet"), .flag("hidden")],
      "This screen may go dark: browsers keep it lit only over https. Set the tablet itself to stay on, or let the board serve https."
    ),
    el(
      "p", [.id("lock-refused"), .class("quiet"), .flag("hidden")],
      "This screen may go dark: the browser did not keep it lit, as when the battery is low. Set the tablet itself to stay on."
    ))
}
