import HTTPTypes
import Hummingbird
import JSON
import KitchenModel
import Rendering
import SouschefCore

extension Board {
  /// The shopping list, ticked off from any screen.
  func addShop(to router: Router<BoardContext>) {
    router.get("shop") { request, context in
      let query = try Arguments(query: request, allowing: Self.shopQuery)
      return Answer.page(try await shopPage(query, shell(request, context)))
    }
    router.post("shop/tick") { request, context in
      let arguments = try await form(request, context, ["ticked", "was"])
      return try await doOnce(arguments, context) {
        // Only what changed on this screen: what others tick meanwhile stays as they have it.
        let (ticked, was) = (Set(try arguments.texts("ticked")), Set(try arguments.texts("was")))
        _ = try await tick(ticked.subtracting(was).sorted(), .tick)
        _ = try await tick(was.subtracting(ticked).sorted(), .untick)
        return Answer.goTo(try arguments.back() ?? .shop)
      }
    }
    router.post("shop/pantry") { request, context in
      let arguments = try await form(request, context, ["add", "remove"])
      let shell = try shell(request, context).answering(arguments)
      return try await doOnce(arguments, context) {
        let (added, removed) = (try arguments.texts("add"), try arguments.texts("remove"))
        do {
          try await kitchen.use { workspace in
            if !added.isEmpty { _ = try ChangeShopItems(.stock, of: added).perform(in: workspace) }
            if !removed.isEmpty {
              _ = try ChangeShopItems(.unstock, of: removed).perform(in: workspace)
            }
          }
          return Answer.goTo(try arguments.back() ?? .shop)
        } catch {
          let failure = BoardFailure(error)
          let query = try Arguments(form: shell.here?.query ?? "", allowing: Self.shopQuery)
          return Answer.page(try await shopPage(query, shell).with(failure), failure.status)
        }
      }
    }
    router.post("api/shop") { request, context in
      let arguments = try await Arguments(body: request, allowing: ["tick", "untick"])
      return try await doOnce(arguments, context) {
        let refused =
          try await tick(try arguments.texts("tick"), .tick)
          + tick(try arguments.texts("untick"), .untick)
        return Answer.json(["refused": .texts(refused)])
      }
    }
  }

  /// Ticks things off or back, one by one: a thing that is no longer on the list keeps nothing else
  /// from being ticked.
  ///
  /// - Returns: those that could not be.
  /// - Throws: ``Diagnostic`` where the database cannot be written: then it is tried again.
  private func tick(
    _ names: [String], _ change: ChangeShopItems.Change
  ) async throws -> [String] {
    guard names.count <= 1000 else {
      throw BoardFailure.usage("That is too much at once.", hints: ["1000 things at most."])
    }
    return try await kitchen.use { workspace in
      try names.filter { name in
        do {
          _ = try ChangeShopItems(change, of: [name]).perform(in: workspace)
          return false
        } catch let refusal as Diagnostic
          where refusal.kind == .couldNotBeDone || refusal.kind == .usage
        { return true }
      }
    }
  }

  private static let shopQuery: Set<String> = ["days"]

  private func shopPage(_ query: Arguments, _ shell: PageShell) async throws -> Page {
    let days = try query.number("days") ?? 7
    let (list, pantry) = try await kitchen.use { workspace in
      (
        try ShowShoppingList(.days(from: nil, days)).perform(in: workspace).value,
        try ListPantry().perform(in: workspace).value
      )
    }
    return ShopPage(list: list, pantry: pantry, days: days, shell: shell).page
  }
}
