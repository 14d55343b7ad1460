import KitchenModel
import Rendering
import SouschefCore

/// What was cooked and how it went.
enum HistoryPages {
  static func list(_ runs: [Run], _ clock: LocalClock, _ shell: PageShell) -> Page {
    Page(
      title: "History", shell: shell,
      main: [
        el("h1", "History"),
        runs.isEmpty
          ? el("p", [.class("lead")], "Nothing cooked yet.")
          : .element(
            "ul", [.class("list")],
            runs.map { run in
              el(
                "li", el("a", [.href(.run(run.id))], .text(run.meal)),
                el(
                  "span", [.class("quiet")],
                  .text(
                    "\(clock.shortDayText(run.startedAt)), \(clock.timeText(minute(run.startedAt))) · \(length(run))"
                  )))
            }),
      ])
  }

  private static func minute(_ instant: Instant) -> Instant {
    Instant(epochSeconds: instant.epochSeconds.floorDivided(by: 60).quotient * 60)
  }

  private static func length(_ run: Run) -> String {
    run.actual.map { "\($0.spokenText), planned \(run.planned.spokenText)" } ?? run.status.rawValue
  }

  static func run(_ shown: ShownRun, _ clock: LocalClock, _ shell: PageShell) -> Page {
    let run = shown.run
    return Page(
      title: "\(run.meal), run \(run.id)", shell: shell,
      main: [
        el("h1", .text(run.meal)),
        el(
          "p", [.class("lead")],
          .text(
            "\(clock.dayText(run.startedAt)), \(clock.timeText(minute(run.startedAt))): \(length(run))."
          )),
        el(
          "figure",
          el(
            "img",
            [
              .source(.to("history", String(run.id), "picture.svg")),
              Attribute("alt", "Planned beside actual as a picture; the table has the same."),
            ])),
        steps(run),
        .group(
          shown.edits.compactMap { edit in
            switch edit.kind {
            case .rated(let rating): el("p", .text("Rated \(rating) of 5."))
            case .noted(let text): el("p", .text("Note: \(text)"))
            case .amended: nil
            }
          }),
        el("p", el("a", [.href(.plan(run.planID))], "The plan it began with")),
        .group(shell.mayAct && !run.status.isOpen ? [remark(run, shell)] : []),
      ])
  }

  private static func steps(_ run: Run) -> Node {
    stepTable(
      heads: ["Dish", "Step", "Planned", "Actual", "How it ended"],
      rows: run.steps.map { step in
        let planned = "\(Countdown.text(step.plannedStart))–\(Countdown.text(step.plannedEnd))"
        let actual = step.actualStart.map { start in
          "\(Countdown.text(start))–\(step.actualEnd.map(Countdown.text) ?? "")"
        }
        return el(
          "tr", el("td", .text(step.dish)), el("td", .text(step.step)),
          el("td", .text(planned)), el("td", .text(actual ?? "")),
          el("td", .text(step.status.rawValue)))
      })
  }

  private static func remark(_ run: Run, _ shell: PageShell) -> Node {
    el(
      "section", [Attribute("aria-labelledby", "remark-name")],
      el("h2", [.id("remark-name")], "How was it?"),
      shell.form(
        .run(run.id), [],
        el(
          "fieldset", [.class("row")], el("legend", "Rating"),
          .group(
            (1...5).map { rating in
              el(
                "label", [.class("check")],
                el(
                  "input",
                  [
                    Attribute("type", "radio"), Attribute("name", "rating"),
                    Attribute("value", String(rating)),
                  ]), el("span", .text(String(rating))))
            })), field("Note", "note", [Attribute("maxlength", "500")]), button("Save")))
  }
}
