import KitchenModel
import Rendering
import SouschefCore

/// What was cooked and how it went.
struct HistoryPages {
  let clock: LocalClock
  let shell: PageShell

  /// What the history tells beside its runs.
  private static let questions: [(String, Link)] = [
    ("What overruns", .to("history", "steps")), ("Lateness", .to("history", "meals")),
    ("Last cooked", .to("history", "dishes")), ("Learn", .to("history", "learn")),
  ]

  private var questions: Node {
    el(
      "p", [.class("links")],
      .group(
        Self.questions.map { name, link in el("a", [.href(link)], .text(name)) }))
  }

  // MARK: The runs

  func list(_ runs: [Run], find: String, chosen: Set<Int> = []) -> Page {
    Page(
      title: "History", shell: shell,
      main: [
        el("h1", "History"), questions,
        el(
          "form",
          [
            Attribute("method", "get"), .action(.history), Attribute("role", "search"),
            .class("row"),
          ],
          field(
            "Find a meal or a dish", "find",
            [Attribute("type", "search"), Attribute("value", find)]), button("Find")),
        runs.isEmpty
          ? el(
            "p", [.class("lead")],
            .text(find.isEmpty ? "Nothing cooked yet." : "No run of this meal or dish."))
          : el(
            "form", [Attribute("method", "get"), .action(.to("history", "compare"))],
            .element(
              "ul", [.class("list picks")],
              runs.map { line($0, runs.count < 2 ? nil : chosen.contains($0.id)) }),
            .group(runs.count > 1 ? [button("Compare two")] : [])),
      ])
  }

  /// - Parameter isChosen: whether it is ticked to be compared; nil where there is nothing to compare.
  private func line(_ run: Run, _ isChosen: Bool?) -> Node {
    let box = el(
      "label", [.class("check")],
      el(
        "input",
        [
          Attribute("type", "checkbox"), Attribute("name", "run"),
          Attribute("value", String(run.id)),
        ] + (isChosen == true ? [.flag("checked")] : [])),
      el("span", [.class("heard")], .text("Compare run \(run.id), \(run.meal)")))
    return el(
      "li", .group(isChosen == nil ? [] : [box]), el("a", [.href(.run(run.id))], .text(run.meal)),
      el("span", [.class("quiet")], .text("\(moment(run)) · \(length(run))")))
  }

  private func moment(_ run: Run) -> String {
    "\(clock.shortDayText(run.startedAt)), \(clock.timeText(run.startedAt.wholeMinute))"
  }

  private func length(_ run: Run) -> String {
    let took = run.actual.map { "\($0.spokenText), planned \(run.planned.spokenText)" }
    // What was never cooked is not to be taken for an evening.
    return
      ([took ?? run.status.rawValue] + (run.mode == .live ? [] : [RunWords.modeInWords(run)])
      + (run.rating.map { ["\($0) of 5"] } ?? [])).joined(separator: " · ")
  }

  // MARK: One run

  func run(_ shown: ShownRun) -> Page {
    let run = shown.run
    return Page(
      title: "\(run.meal), run \(run.id)", shell: shell,
      main: [
        el("h1", .text(run.meal)),
        el("p", [.class("lead")], .text("\(moment(run)): \(length(run)).")),
        Picture(
          place: .to("history", String(run.id), "picture.svg"),
          words: "Planned beside actual as a picture; the table has the same."
        ).node,
        answerTable("The steps", AnswerTable(stepsOf: run), clock),
        .group(
          shown.edits.compactMap { edit in
            switch edit.kind {
            case .rated: nil
            case .noted(let text): el("p", .text("Note: \(text)"))
            case .amended: nil
            }
          }),
        el(
          "p", [.class("links")], el("a", [.href(.plan(run.planID))], "The plan it began with"),
          el("a", [.href(.history)], "All runs")),
        .group(shell.mayAct && !run.status.isOpen ? [remark(run), amend(run)] : []),
        .group(shell.mayAct ? [UndoForm.node(back: .history, shell)] : []),
      ])
  }

  private func remark(_ run: Run) -> Node {
    el(
      "section", [Attribute("aria-labelledby", "remark-name")],
      el("h2", [.id("remark-name")], "How was it?"),
      shell.form(
        .run(run.id), [], RatingField.node(run.rating),
        field("Note", "note", [Attribute("maxlength", "500")]), button("Save")))
  }

  private func amend(_ run: Run) -> Node {
    el(
      "details", el("summary", "Correct how long a step took"),
      shell.form(
        .run(run.id), [],
        el(
          "label", [.class("field")], el("span", "Step"),
          .element(
            "select", [Attribute("name", "step")],
            run.steps.map { step in
              let name = "\(step.dish)/\(step.step)"
              let took = step.length.map { ", took \($0.spokenText)" } ?? ""
              return el("option", [Attribute("value", name)], .text(name + took))
            })),
        field(
          "It really took", "length", [.flag("required"), Attribute("maxlength", "20")],
          help: "12m, 1h 5m"),
        button("Correct")))
  }

  // MARK: Comparing

  func comparison(_ a: Run, _ b: Run) -> Page {
    func picture(_ run: Run) -> [Node] {
      [
        el(
          "h2", el("a", [.href(.run(run.id))], .text("Run \(run.id): \(run.meal), \(moment(run))"))),
        Picture(
          place: .to("history", String(run.id), "picture.svg"),
          words: "Run \(run.id), planned beside actual; the table has the same."
        ).node,
      ]
    }
    return Page(
      title: "Compare runs \(a.id) and \(b.id)", shell: shell,
      main: [
        el("h1", .text("Runs \(a.id) and \(b.id)")),
        answerTable("The two runs", AnswerTable(comparing: a, b), clock),
        .group(picture(a)), .group(picture(b)),
        el("p", el("a", [.href(.history)], "All runs")),
      ])
  }

  // MARK: Questions

  /// How long steps take and which overrun.
  func steps(_ steps: [StepStatistics]) -> Page {
    question(
      "What overruns", AnswerTable(steps: steps), "How long steps take",
      picture: steps.isEmpty ? nil : .to("history", "steps", "picture.svg"),
      "Each bar is eight of ten times, the line in it the middle, a dot one of the last times.")
  }

  /// How late meals were.
  func meals(_ meals: [MealHistory], hasRuns: Bool) -> Page {
    question(
      "Lateness", AnswerTable(meals: meals), "How late meals were",
      picture: hasRuns ? .to("history", "meals", "picture.svg") : nil,
      "Each dot is a run: above the line it was late, below it early.")
  }

  /// How often dishes were cooked, and when last.
  func dishes(_ dishes: [DishHistory], now: Instant) -> Page {
    question("Last cooked", AnswerTable(dishes: dishes, now: now), "Dishes", picture: nil, nil)
  }

  private func question(
    _ title: String, _ answer: AnswerTable, _ name: String, picture: Link?, _ legend: String?
  ) -> Page {
    Page(
      title: title, shell: shell,
      main: [
        el("h1", .text(title)), questions,
        .group(
          picture.map { place in
            [
              Picture(place: place, words: "\(name) as a plot; the table has the same.").node,
              el("p", [.class("quiet")], .text(legend ?? "")),
            ]
          } ?? []), answerTable(name, answer, clock),
        el("p", el("a", [.href(.history)], "All runs")),
      ])
  }

  /// What cooking taught, with its evidence.
  func learning(_ estimates: [LearnedEstimate]) -> Page {
    var dishes: [String] = []
    for estimate in estimates where !dishes.contains(estimate.dish) { dishes.append(estimate.dish) }
    return Page(
      title: "Learn", shell: shell,
      main: [
        el("h1", "Learn"), questions,
        el(
          "p", [.class("quiet")],
          "An estimate needs five live runs in which you ended the step. Plans change only where you accept it."
        ),
        estimates.isEmpty
          ? answerTable("Estimates", AnswerTable(learned: []), clock)
          : .group(
            dishes.map { dish in learned(dish, estimates.filter { $0.dish == dish }) }),
        .group(shell.mayAct ? [UndoForm.node(back: .history, shell)] : []),
      ])
  }

  private func learned(_ dish: String, _ estimates: [LearnedEstimate]) -> Node {
    let runs = estimates.flatMap(\.runs)
    let evidence = Array(Set(runs)).sorted(by: >).prefix(12)
    return el(
      "section", el("h2", .text(dish)),
      answerTable("Estimates for \(dish)", AnswerTable(learned: estimates), clock),
      el(
        "p", [.class("links")], "From",
        .group(evidence.map { el("a", [.href(.run($0))], .text("run \($0)")) })),
      .group(
        shell.mayAct
          ? [
            shell.form(
              .to("history", "learn"), [],
              hidden("dish", dish),
              button("Accept", [Attribute("aria-label", "Accept for \(dish)")]))
          ] : []))
  }
}

/// One to five.
enum RatingField {
  static func node(_ rating: Int?) -> Node {
    el(
      "fieldset", el("legend", "Rating"),
      .group(
        (1...5).map { number in
          el(
            "label", [.class("check")],
            el(
              "input",
              [
                Attribute("type", "radio"), Attribute("name", "rating"),
                Attribute("value", String(number)),
              ] + (number == rating ? [.flag("checked")] : [])),
            el("span", .text(String(number))))
        }))
  }
}
