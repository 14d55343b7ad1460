import HTTPTypes
import Hummingbird
import KitchenModel
import Rendering
import SouschefCore

extension Board {
  /// The pages.
  func addPages(to router: Router<BoardContext>) {
    router.get("/") { request, context in try await tonight(request, context) }
    router.get("kitchen") { request, context in
      Answer.page(try await kitchenPage(request, context))
    }
    router.get("dishes") { request, context in
      let find = try Arguments(query: request, allowing: ["find"]).text("find") ?? ""
      let dishes = try await kitchen.use { try ListDishes().perform(in: $0).value }
      return Answer.page(DishPages.list(dishes, find: find, shell(request, context)))
    }
    router.get("dishes/:name") { request, context in
      let name = try context.part("name")
      return Answer.page(try await dishPage(name, shell(request, context)))
    }
    router.get("import") { request, context in
      Answer.page(ImportPage.page(shell(request, context)))
    }
    router.get("history") { request, context in
      let runs = try await kitchen.use {
        try ListRuns(RunQuestion(limit: 200)).perform(in: $0).value
      }
      return Answer.page(HistoryPages.list(runs, clock, shell(request, context)))
    }
    router.get("history/:id") { request, context in
      let id = try context.number("id")
      let shown = try await kitchen.use { try ShowRun(id: id).perform(in: $0).value }
      return Answer.page(HistoryPages.run(shown, clock, shell(request, context)))
    }
    router.get("history/:id/picture.svg") { _, context in
      let id = try context.number("id")
      let shown = try await kitchen.use { try ShowRun(id: id).perform(in: $0).value }
      return Answer.picture(RunSVG.text(of: shown))
    }
    addPlanPages(to: router)
  }

  private func addPlanPages(to router: Router<BoardContext>) {
    @Sendable func plan(_ context: BoardContext) async throws -> (Int, Plan) {
      let id = try context.number("id")
      return (id, try await kitchen.use { try ShowPlan(id: id).perform(in: $0).value })
    }
    router.get("plans/:id") { request, context in
      let (id, plan) = try await plan(context)
      let part = PlanPart(plan: plan, clock: clock, id: id)
      return Answer.page(
        Page(
          title: "Plan \(id)", shell: shell(request, context),
          main: [
            el("h1", .text("Plan \(id)")), .group(part.nodes),
            el("p", el("a", [.href(.to("plans", String(id), "print"))], "To print")),
          ]))
    }
    router.get("plans/:id/picture.svg") { _, context in
      Answer.picture(PlanSVG.text(of: try await plan(context).1, clock: clock))
    }
    router.get("plans/:id/print") { _, context in
      Answer(
        type: "text/html; charset=utf-8",
        text: PlanHTML.text(of: try await plan(context).1, clock: clock),
        fields: [
          .contentSecurityPolicy:
            "default-src 'none'; style-src 'unsafe-inline'; img-src 'self' data:; frame-ancestors 'none'; "
            + "base-uri 'none'; form-action 'none'"
        ])
    }
  }

  private func tonight(_ request: Request, _ context: BoardContext) async throws -> Answer {
    let arguments = try Arguments(query: request, allowing: Arguments.planning)
    let (offers, isCooking) = try await kitchen.use { workspace in
      (
        try OfferMenu().perform(in: workspace).value,
        try GlanceAtRun().perform(in: workspace).value.run != nil
      )
    }
    var plan: Plan?
    var failure: BoardFailure?
    let chosen = try arguments.texts("name")
    if !chosen.isEmpty {
      do {
        let wish = try arguments.planningRequest(in: kitchen.workspace)
        switch try await planner.plan(wish, for: context.channel).outcome {
        case .plan(let made): plan = made
        case .infeasible(let reasons): failure = CookActions.infeasible(reasons)
        }
      } catch {
        failure = BoardFailure(error)
      }
    }
    let page = TonightPage(
      offers: offers, chosen: chosen, serveAt: try arguments.text("serveAt") ?? "",
      startAt: try arguments.text("startAt") ?? "", plan: plan, failure: failure,
      isCooking: isCooking, clock: clock, shell: shell(request, context)
    ).page
    return Answer.page(page, failure?.status ?? .ok)
  }

  private func kitchenPage(_ request: Request, _ context: BoardContext) async throws -> Page {
    let query = try Arguments(query: request, allowing: ["cook", "said", "problem"])
    let snapshot = await hub.current()
    if let failure = snapshot.failure { throw failure }
    let name = try query.text("cook")?.lowercased()
    let cook = name.flatMap { name in
      snapshot.view?.cooks.firstIndex { $0.lowercased() == name }
    }
    let (dishes, last) = try await kitchen.use { workspace in
      (
        try ListDishes().perform(in: workspace).value.map(\.name.text),
        try ListRuns(RunQuestion(limit: 1)).perform(in: workspace).value.first
      )
    }
    return KitchenPage(
      view: snapshot.view, interrupted: snapshot.interrupted, last: last, cook: cook,
      now: kitchen.clock(),
      shell: shell(request, context), dishes: dishes
    ).page
  }

  /// The page of a dish, with what went wrong where anything did.
  func dishPage(
    _ name: String, failure: BoardFailure? = nil, _ shell: PageShell
  ) async throws -> Page {
    let (dish, yaml) = try await kitchen.use { workspace in
      let dish = try ShowDish(name: name).perform(in: workspace).value
      return (dish, try EditedDishText(name: dish.name.text).perform(in: workspace).value)
    }
    return DishPages.dish(dish, yaml: yaml, failure: failure, shell)
  }
}
