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
      Answer.page(
        try await kitchenPage(
          try Arguments(query: request, allowing: Self.kitchenQuery), shell(request, context)))
    }
    addPlanPages(to: router)
  }

  /// The width in pixels at which a picture is laid out.
  static func width(_ request: Request) throws -> Int {
    let width = try Arguments(query: request, allowing: ["width"]).number("width") ?? 1200
    guard (400...4000).contains(width) else {
      throw BoardFailure.usage("A picture is 400 to 4000 pixels wide (got \(width)).")
    }
    return width
  }

  private func addPlanPages(to router: Router<BoardContext>) {
    @Sendable func plan(_ context: BoardContext) async throws -> (Int, Plan) {
      let id = try context.number("id")
      return (id, try await kitchen.use { try ShowPlan(id: id).perform(in: $0).value })
    }
    router.get("plans/:id") { request, context in
      let (id, plan) = try await plan(context)
      let part = PlanPart(
        plan: plan, clock: clock, place: .to("plans", String(id), "picture.svg"))
      return Answer.page(
        Page(
          title: "Plan \(id)", shell: shell(request, context),
          main: [
            el("h1", .text("Plan \(id)")), .group(part.nodes),
            el("p", el("a", [.href(.to("plans", String(id), "print"))], "To print")),
          ]))
    }
    router.get("plans/:id/picture.svg") { request, context in
      let width = try Self.width(request)
      return Answer.picture(
        PlanSVG.text(of: try await plan(context).1, clock: clock, width: width))
    }
    router.get("tonight/:draft/picture.svg") { request, context in
      guard let draft = drafts.find(try context.part("draft"), at: kitchen.clock()) else {
        throw BoardFailure.notThere
      }
      return Answer.picture(
        PlanSVG.text(of: draft.plan, clock: clock, width: try Self.width(request)))
    }
    router.get("plans/:id/print") { _, context in
      Answer.printed(PlanHTML.text(of: try await plan(context).1, clock: clock))
    }
  }

  private static let kitchenQuery: Set<String> = ["cook", "reload"]

  /// The kitchen as it is after a form of its page that could not do what it says.
  func kitchenPage(failure: BoardFailure, _ shell: PageShell) async throws -> Page {
    let query = try Arguments(form: shell.here?.query ?? "", allowing: Self.kitchenQuery)
    return try await kitchenPage(query, shell).with(failure)
  }

  private func kitchenPage(_ query: Arguments, _ shell: PageShell) async throws -> Page {
    let snapshot = await hub.current()
    if let failure = snapshot.failure { throw failure }
    let name = try query.text("cook")?.lowercased()
    let cook = name.flatMap { name in
      snapshot.view?.cooks.firstIndex { $0.lowercased() == name }
    }
    if let name, cook == nil, let view = snapshot.view {
      throw BoardFailure(
        .notFound, "notFound", "No cook of this meal is called \(name.quoted).",
        hints: ["They are \(view.cooks.joined(separator: ", "))."])
    }
    let (dishes, last) = try await kitchen.use { workspace in
      (
        try ListDishes().perform(in: workspace).value.map(\.name.text),
        try ListRuns(RunQuestion(limit: 1)).perform(in: workspace).value.first
      )
    }
    return KitchenPage(
      view: snapshot.view, interrupted: snapshot.interrupted, last: last, cook: cook,
      now: kitchen.clock(), reloads: try query.flag("reload"), shell: shell, dishes: dishes
    ).page
  }
}
