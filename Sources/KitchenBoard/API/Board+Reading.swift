import HTTPTypes
import Hummingbird
import JSON
import KitchenModel
import Rendering
import SouschefCore

extension Board {
  /// The documents that the command line prints.
  func addReading(to router: Router<BoardContext>) {
    router.get("api/status") { _, _ in
      let snapshot = await hub.current()
      if let failure = snapshot.failure { throw failure }
      let text = StatusDocument.text(snapshot.members, at: kitchen.clock())
      return Answer(type: "application/json", text: text + "\n")
    }
    router.get("api/events") { request, context in
      guard request.method == .get else {
        return Response(status: .ok, headers: [.contentType: EventStream.contentType])
      }
      return try await EventStream(hub: hub, clock: kitchen.clock, counts: streams)
        .open(for: try context.requireDevice(), context)
    }
    router.get("api/dishes") { request, _ in
      let tag = try Arguments(query: request, allowing: ["tag"]).text("tag")
      let dishes = try await kitchen.use { try ListDishes(tag: tag).perform(in: $0).value }
      return Answer.json(.array(dishes.map(Self.document(of:))))
    }
    router.get("api/dishes/:name") { _, context in
      let name = try context.part("name")
      let dish = try await kitchen.use { try ShowDish(name: name).perform(in: $0).value }
      return Answer.json(Self.document(of: dish))
    }
    router.get("api/meals") { _, _ in
      let meals = try await kitchen.use { try ListMeals().perform(in: $0).value }
      return Answer.json(.array(meals.map { JSONValue($0) }))
    }
    router.get("api/plan") { request, context in
      let arguments = try Arguments(query: request, allowing: Arguments.planning)
      let wish = try arguments.planningRequest(in: kitchen.workspace)
      let trying: PlanMeal.Trying = try arguments.flag("whatIf") ? .more(1) : .nothing
      switch try await planner.plan(wish, trying: trying, for: context.channel).value.outcome {
      case .plan(let plan): return Answer.json(JSONValue(plan))
      case .infeasible(let reasons): throw CookActions.infeasible(reasons)
      }
    }
    router.get("api/plans/:id") { _, context in
      let id = try context.number("id")
      return Answer.json(
        JSONValue(try await kitchen.use { try ShowPlan(id: id).perform(in: $0).value }))
    }
    router.get("api/history") { request, _ in
      let arguments = try Arguments(
        query: request, allowing: ["dish", "meal", "status", "all", "simulated", "limit"])
      let limit = try arguments.number("limit")
      if let limit, limit < 1 {
        throw BoardFailure.usage("limit must be 1 or more (got \(limit)).")
      }
      // Pages and scripts try meals out as well as they cook them: all of it is their history.
      let clocks = try arguments.text("simulated").map { _ -> RunClocks in
        try arguments.flag("simulated") ? .simulated : .real
      }
      let question = RunQuestion(
        dish: try arguments.text("dish"), meal: try arguments.text("meal"),
        status: try arguments.word("status"), clocks: clocks ?? .any, limit: limit)
      let runs = try await kitchen.use { try ListRuns(question).perform(in: $0).value }
      return Answer.json(.array(runs.map(JSONValue.init(listed:))))
    }
    router.get("api/week") { request, _ in
      let from = try Arguments(query: request, allowing: ["from"]).text("from")
      return Answer.json(
        JSONValue(try await kitchen.use { try ShowWeek(from: from).perform(in: $0).value }))
    }
    router.get("api/shop") { request, _ in
      let arguments = try Arguments(query: request, allowing: ["name", "names", "days"])
      let names = try arguments.texts("name") + arguments.texts("names")
      let days = try arguments.number("days") ?? 7
      let need = names.isEmpty ? ShowShoppingList.Need.days(from: nil, days) : .dishes(names)
      return Answer.json(
        JSONValue(try await kitchen.use { try ShowShoppingList(need).perform(in: $0).value }))
    }
    router.get("api/history/:id") { _, context in
      let id = try context.number("id")
      let shown = try await kitchen.use { try ShowRun(id: id).perform(in: $0).value }
      return Answer.json(JSONValue(shown))
    }
  }
}
