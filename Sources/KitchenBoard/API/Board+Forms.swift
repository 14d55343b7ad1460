import HTTPTypes
import Hummingbird
import KitchenModel
import SouschefCore

extension Board {
  /// What the pages' forms do where there are no scripts: each leads to a page.
  func addForms(to router: Router<BoardContext>) {
    router.post("cook") { request, context in
      let arguments = try await form(request, context, CookActions.cooking)
      return try await doOnce(arguments, context) {
        _ = try await actions.begin(arguments)
        return Answer.goTo(.kitchen)
      }
    }
    router.post("kitchen/:verb") { request, context in
      let verb = try context.part("verb")
      let device = try context.requireDevice()
      let arguments = try await form(
        request, context, CookActions.verbs.union(CookActions.cooking))
      return try await doOnce(arguments, context) {
        if verb == "cook" {
          _ = try await actions.begin(arguments)
        } else {
          _ = try await actions.tell(verb, arguments, by: device)
        }
        return Answer.goTo(.kitchen)
      }
    }
    router.post("undo") { request, context in
      let arguments = try await form(request, context, [])
      return try await doOnce(arguments, context) {
        _ = try await kitchen.use { try UndoChange().perform(in: $0).value }
        return Answer.goTo(.dishes)
      }
    }
    addDishForms(to: router)
    router.post("history/:id") { request, context in
      let id = try context.number("id")
      let arguments = try await form(request, context, ["rating", "note"])
      return try await doOnce(arguments, context) {
        if let rating = try arguments.number("rating") {
          _ = try await kitchen.use { try EditRun(id, .rating(rating)).perform(in: $0).remarks }
        }
        if let note = try arguments.text("note") {
          _ = try await kitchen.use { try EditRun(id, .note(note)).perform(in: $0).remarks }
        }
        return Answer.goTo(.run(id))
      }
    }
  }

  private func addDishForms(to router: Router<BoardContext>) {
    router.post("dishes") { request, context in
      let arguments = try await form(request, context, Self.dishArguments)
      return try await doOnce(arguments, context) {
        Answer.goTo(.dish(try await addDish(arguments).name.text))
      }
    }
    router.post("dishes/:name") { request, context in
      let name = try context.part("name")
      let shell = shell(request, context)
      let arguments = try await form(request, context, ["text", "opened"])
      return try await doOnce(arguments, context) {
        try await saveDish(name, arguments, shell)
      }
    }
    router.post("import") { request, context in
      let shell = shell(request, context)
      let arguments = try await form(request, context, ImportDesk.arguments)
      return try await doOnce(arguments, context) { try await importing(arguments, shell) }
    }
  }

  /// The arguments of a form that one of our pages made for this screen.
  private func form(
    _ request: Request, _ context: BoardContext, _ names: Set<String>
  ) async throws -> Arguments {
    let arguments = try await Arguments(body: request, allowing: names)
    guard arguments.carries(formToken: context.formToken) else { throw BoardFailure.foreign }
    return arguments
  }

  private func saveDish(
    _ name: String, _ arguments: Arguments, _ shell: PageShell
  ) async throws -> Answer {
    let text = (try arguments.text("text") ?? "").replacing("\r\n", with: "\n")
    let opened = (try arguments.text("opened") ?? "").replacing("\r\n", with: "\n")
    do {
      let result = try await kitchen.use {
        try ReplaceDish(name: name, text: text, opened: opened).perform(in: $0).value
      }
      switch result {
      case .replaced(let edited): return Answer.goTo(.dish(edited.value.name.text))
      case .hasChanged(let difference):
        throw BoardFailure(
          .conflict, "changedElsewhere", "Another screen has changed this dish meanwhile.",
          hints: ["Your text is below, as you wrote it. It is stored as:", difference.read])
      }
    } catch {
      // Nothing that was typed is lost: it comes back with what was wrong.
      let failure = BoardFailure(error)
      return Answer.page(
        DishPages.unsaved(name, text: text, opened: opened, failure, shell), failure.status)
    }
  }

  private func importing(_ arguments: Arguments, _ shell: PageShell) async throws -> Answer {
    let (text, name) = (try arguments.text("text") ?? "", try arguments.text("name") ?? "")
    do {
      let desk = ImportDesk(kitchen: kitchen)
      let content = try await desk.read(arguments)
      guard try arguments.flag("store") else {
        return Answer.page(
          ImportPage.page(
            text: text, name: name, drafts: content.value.dishes, remarks: content.remarks, shell))
      }
      let report = try await desk.store(content.value, arguments)
      let stored = report.value.added + report.value.replaced
      return Answer.goTo(stored.count == 1 ? .dish(stored[0]) : .dishes)
    } catch {
      let failure = BoardFailure(error)
      return Answer.page(
        ImportPage.page(text: text, name: name, failure: failure, shell), failure.status)
    }
  }
}
