import HTTPTypes
import Hummingbird
import KitchenModel
import Rendering
import SouschefCore

extension Board {
  /// What was cooked: looked at, asked, and said something of.
  func addHistory(to router: Router<BoardContext>) {
    router.get("history") { request, context in
      let find = try Arguments(query: request, allowing: ["find"]).text("find") ?? ""
      let runs = try await runs(finding: find)
      return Answer.page(history(request, context).list(runs, find: find))
    }
    router.get("history/:id") { request, context in
      let shown = try await shownRun(context)
      return Answer.page(history(request, context).run(shown))
    }
    router.get("history/:id/picture.svg") { request, context in
      let shown = try await shownRun(context)
      return Answer.picture(RunSVG.text(of: shown, width: try Self.width(request)))
    }
    router.get("history/compare") { request, context in
      let runs = try Arguments(query: request, allowing: ["run"]).texts("run").compactMap {
        Int($0)
      }
      guard runs.count == 2 else {
        let failure = BoardFailure.usage("Tick two runs to compare them (got \(runs.count)).")
        let all = try await self.runs(finding: "")
        return Answer.page(
          history(request, context).list(all, find: "", chosen: Set(runs)).with(failure),
          failure.status)
      }
      let (a, b) = try await kitchen.use { workspace in
        let (a, b) = try CompareRuns(runs[0], runs[1]).perform(in: workspace).value
        return (a.run, b.run)
      }
      return Answer.page(history(request, context).comparison(a, b))
    }
    addQuestions(to: router)
    router.post("history/learn") { request, context in
      let arguments = try await form(request, context, ["dish"])
      guard let dish = try arguments.text("dish") else {
        throw BoardFailure.usage("learn needs: dish.")
      }
      return try await doOnce(arguments, context) {
        _ = try await kitchen.use {
          try LearnEstimates(dish: dish, .apply).perform(in: $0).value.count
        }
        return Answer.goTo(try arguments.back() ?? .history)
      }
    }
    router.post("history/:id") { request, context in
      let id = try context.number("id")
      let pages = history(request, context)
      let arguments = try await form(request, context, ["rating", "note", "step", "length"])
      return try await doOnce(arguments, context) {
        do {
          try await remark(on: id, arguments)
          return Answer.goTo(.run(id))
        } catch {
          let failure = BoardFailure(error)
          let shown = try await kitchen.use { try ShowRun(id: id).perform(in: $0).value }
          return Answer.page(pages.run(shown).with(failure), failure.status)
        }
      }
    }
  }

  private func addQuestions(to router: Router<BoardContext>) {
    router.get("history/steps") { request, context in
      let steps = try await kitchen.use { try StepTimes(.any).perform(in: $0).value }
      return Answer.page(history(request, context).steps(steps))
    }
    router.get("history/steps/picture.svg") { request, _ in
      let width = try Self.width(request)
      let steps = try await kitchen.use { try StepTimes(.any).perform(in: $0).value }
      return Answer.picture(StepTimesSVG.text(of: Array(steps.prefix(60)), width: width))
    }
    router.get("history/meals") { request, context in
      let (meals, runs) = try await kitchen.use { workspace in
        (
          try MealLateness(.any).perform(in: workspace).value,
          try ListRuns(RunQuestion(limit: 500)).perform(in: workspace).value
        )
      }
      let hasRuns = runs.contains { $0.actual != nil }
      return Answer.page(history(request, context).meals(meals, hasRuns: hasRuns))
    }
    router.get("history/meals/picture.svg") { request, _ in
      let width = try Self.width(request)
      let runs = try await kitchen.use { workspace in
        let real = try ListRuns(RunQuestion(clocks: .real, limit: 500)).perform(in: workspace).value
        guard real.allSatisfy({ $0.actual == nil }) else { return real }
        return try ListRuns(RunQuestion(limit: 500)).perform(in: workspace).value
      }
      return Answer.picture(LatenessSVG.text(of: runs, clock: clock, width: width))
    }
    router.get("history/dishes") { request, context in
      let dishes = try await kitchen.use { try DishesCooked(.any).perform(in: $0).value }
      return Answer.page(history(request, context).dishes(dishes, now: kitchen.clock()))
    }
    router.get("history/learn") { request, context in
      let estimates = try await kitchen.use { try LearnEstimates(.propose).perform(in: $0).value }
      return Answer.page(history(request, context).learning(estimates))
    }
  }

  private func history(_ request: Request, _ context: BoardContext) -> HistoryPages {
    HistoryPages(clock: clock, shell: shell(request, context))
  }

  private func shownRun(_ context: BoardContext) async throws -> ShownRun {
    let id = try context.number("id")
    return try await kitchen.use { try ShowRun(id: id).perform(in: $0).value }
  }

  /// The runs of a meal, or else of a dish.
  private func runs(finding text: String) async throws -> [Run] {
    try await kitchen.use { workspace in
      guard !text.isEmpty else {
        return try ListRuns(RunQuestion(limit: 200)).perform(in: workspace).value
      }
      let meals = try ListRuns(RunQuestion(meal: text, limit: 200)).perform(in: workspace).value
      guard meals.isEmpty else { return meals }
      return try ListRuns(RunQuestion(dish: text, limit: 200)).perform(in: workspace).value
    }
  }

  /// Rates a run, notes something of it, or corrects one of its steps.
  private func remark(on id: Int, _ arguments: Arguments) async throws {
    var remarks: [EditRun.Remark] = []
    if let rating = try arguments.number("rating") { remarks.append(.rating(rating)) }
    if let note = try arguments.text("note") { remarks.append(.note(note)) }
    if let step = try arguments.text("step"), let length = try arguments.duration("length") {
      remarks.append(.amendment(step: step, .init(length: length)))
    }
    guard !remarks.isEmpty else {
      throw BoardFailure.usage("There is nothing to save.", hints: ["Rate it, or write a note."])
    }
    for remark in remarks {
      try await kitchen.use { try EditRun(id, remark).perform(in: $0).value }
    }
  }
}
