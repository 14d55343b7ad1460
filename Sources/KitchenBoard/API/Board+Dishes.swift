import HTTPTypes
import Hummingbird
import KitchenModel
import Rendering
import SouschefCore

extension Board {
  /// The dishes: found, looked at, added and changed.
  func addDishPages(to router: Router<BoardContext>) {
    router.get("dishes") { request, context in
      let query = try Arguments(query: request, allowing: Self.dishesQuery)
      return Answer.page(try await dishList(query, shell(request, context)))
    }
    router.get("dishes/:name") { request, context in
      let name = try context.part("name")
      return Answer.page(try await dishPage(name, shell(request, context)))
    }
    router.get("dishes/:name/picture.svg") { request, context in
      let name = try context.part("name")
      let dish = try await kitchen.use { try ShowDish(name: name).perform(in: $0).value }
      return Answer.picture(DishSVG.text(of: dish, width: try Self.width(request)))
    }
    router.post("dishes") { request, context in
      let arguments = try await form(request, context, Self.dishArguments)
      let shell = try shell(request, context).answering(arguments)
      return try await doOnce(arguments, context) {
        do {
          return Answer.goTo(.dish(try await addDish(arguments).name.text))
        } catch {
          let failure = BoardFailure(error)
          let query = try Arguments(form: shell.here?.query ?? "", allowing: Self.dishesQuery)
          let page = try await dishList(query, shell, typed: try arguments.typedDish())
          return Answer.page(page.with(failure), failure.status)
        }
      }
    }
    addDishChanges(to: router)
    addStepForms(to: router)
  }

  private func addDishChanges(to router: Router<BoardContext>) {
    router.post("dishes/:name") { request, context in
      let name = try context.part("name")
      let shell = shell(request, context)
      let arguments = try await form(request, context, ["text", "opened"])
      return try await doOnce(arguments, context) { try await saveText(name, arguments, shell) }
    }
    router.post("dishes/:name/again") { request, context in
      let name = try context.part("name")
      let shell = shell(request, context)
      let arguments = try await form(request, context, ["text"])
      return try await doOnce(arguments, context) {
        let text = try arguments.lines("text")
        do {
          let dish = try await kitchen.use { try RestoreDishText(text).perform(in: $0).value }
          return Answer.goTo(.dish(dish.name.text))
        } catch {
          let failure = BoardFailure(error)
          return Answer.page(
            DishTextForm.unsaved(name, text: text, opened: "", failure, shell), failure.status)
        }
      }
    }
    router.post("dishes/:name/facts") { request, context in
      let name = try context.part("name")
      let shell = shell(request, context)
      let arguments = try await form(request, context, ["tags", "servings"])
      return try await doOnce(arguments, context) {
        do {
          var changes = DishChanges()
          changes.tags = (try arguments.text("tags") ?? "").split(separator: ",")
            .map { $0.trimming(\.isWhitespace) }.filter { !$0.isEmpty }
          // A field that was emptied says that it is not known.
          changes.servings = try arguments.number("servings").map { .people($0) } ?? .unknown
          let wanted = changes
          let dish = try await kitchen.use {
            try EditDish(name: name, changes: wanted).perform(in: $0).value.value
          }
          return Answer.goTo(.dish(dish.name.text))
        } catch {
          let failure = BoardFailure(error)
          let typed = DishPage.Typed(
            tags: try arguments.text("tags") ?? "", servings: try arguments.text("servings") ?? "")
          let page = try await dishPage(name, shell, typed: typed)
          return Answer.page(page.with(failure), failure.status)
        }
      }
    }
    router.post("dishes/:name/remove") { request, context in
      let name = try context.part("name")
      let shell = shell(request, context)
      let arguments = try await form(request, context, [])
      return try await doOnce(arguments, context) {
        do {
          _ = try await kitchen.use { try RemoveDish(name: name).perform(in: $0).remarks }
          return Answer.goTo(.dishes)
        } catch {
          let failure = BoardFailure(error)
          return Answer.page(try await dishPage(name, shell).with(failure), failure.status)
        }
      }
    }
  }

  private static let dishesQuery: Set<String> = ["find"]

  /// The dishes, with what was typed of one that could not be added.
  private func dishList(
    _ query: Arguments, _ shell: PageShell, typed: DishPages.Typed = .init()
  ) async throws -> Page {
    let find = try query.text("find") ?? ""
    let dishes = try await kitchen.use { try ListDishes().perform(in: $0).value }
    return DishPages.list(dishes, find: find, typed, shell)
  }

  /// The page of a dish, with what was typed of its tags and servings where it could not be saved.
  private func dishPage(
    _ name: String, _ shell: PageShell, typed: DishPage.Typed? = nil
  ) async throws -> Page {
    let (dish, text) = try await kitchen.use { workspace in
      let dish = try ShowDish(name: name).perform(in: workspace).value
      return (dish, try EditedDishText(name: dish.name.text).perform(in: workspace).value)
    }
    return DishPage(dish: dish, text: text, typed: typed, shell: shell).page
  }

  private func saveText(
    _ name: String, _ arguments: Arguments, _ shell: PageShell
  ) async throws -> Answer {
    let (text, opened) = (try arguments.lines("text"), try arguments.lines("opened"))
    do {
      let result = try await kitchen.use {
        try ReplaceDish(name: name, text: text, opened: opened).perform(in: $0).value
      }
      switch result {
      case .replaced(let edited): return Answer.goTo(.dish(edited.value.name.text))
      case .hasChanged(let difference):
        // Whoever saves again has seen what is stored.
        return Answer.page(
          DishTextForm.unsaved(
            name, text: text, opened: difference.read, .changedElsewhere(difference.read), shell),
          .conflict)
      }
    } catch {
      // Nothing that was typed is lost: it comes back with what was wrong.
      let failure = BoardFailure(error)
      if failure.status == .notFound {
        return Answer.page(DishTextForm.removed(name, text: text, shell), .notFound)
      }
      return Answer.page(
        DishTextForm.unsaved(name, text: text, opened: opened, failure, shell), failure.status)
    }
  }
}

extension BoardFailure {
  /// That a dish is not as it was when its form was made.
  static func changedElsewhere(_ text: String) -> BoardFailure {
    BoardFailure(
      .conflict, "changedElsewhere", "Another screen has changed this dish meanwhile.",
      hints: [
        "What you typed is below. The dish is stored as follows; Save puts yours there.", text,
      ])
  }
}

extension Arguments {
  /// A text of several lines, empty where it is missing.
  func lines(_ name: String) throws -> String {
    (try text(name) ?? "").replacing("\r\n", with: "\n")
  }

  /// What was typed of a new dish.
  fileprivate func typedDish() throws -> DishPages.Typed {
    DishPages.Typed(
      name: try text("name") ?? "", steps: try lines("steps"), tags: try text("tags") ?? "")
  }
}
