import HTTPTypes
import Hummingbird
import KitchenModel
import SouschefCore

extension Board {
  /// What the pages' forms do where there are no scripts: each leads to a page.
  func addForms(to router: Router<BoardContext>) {
    router.post("cook") { request, context in
      let arguments = try await form(request, context, CookActions.cooking)
      let shell = try shell(request, context).answering(arguments)
      return try await doOnce(arguments, context) {
        do {
          _ = try await actions.begin(arguments)
          return Answer.goTo(.kitchen)
        } catch {
          // What was chosen stays chosen.
          let draft = try arguments.text("draft").flatMap { drafts.find($0, at: kitchen.clock()) }
          return try await tonight(
            arguments, .init(draft: draft, failure: BoardFailure(error)), shell)
        }
      }
    }
    router.post("kitchen/:verb") { request, context in
      let verb = try context.part("verb")
      let device = try context.requireDevice()
      let arguments = try await form(
        request, context, CookActions.verbs.union(CookActions.cooking))
      let shell = try shell(request, context).answering(arguments)
      return try await doOnce(arguments, context) {
        do {
          if verb == "cook" {
            _ = try await actions.begin(arguments)
          } else {
            _ = try await actions.tell(verb, arguments, by: device)
          }
          return Answer.goTo(try arguments.back() ?? .kitchen)
        } catch {
          let failure = BoardFailure(error)
          return Answer.page(try await kitchenPage(failure: failure, shell), failure.status)
        }
      }
    }
    router.post("undo") { request, context in
      let arguments = try await form(request, context, [])
      let back = try arguments.back() ?? .dishes
      return try await doOnce(arguments, context) {
        _ = try await kitchen.use { try UndoChange().perform(in: $0).value }
        return Answer.goTo(back)
      }
    }
  }

  /// The arguments of a form that one of our pages made for this screen.
  func form(
    _ request: Request, _ context: BoardContext, _ names: Set<String>
  ) async throws -> Arguments {
    let arguments = try await Arguments(body: request, allowing: names)
    guard arguments.carries(formToken: context.formToken) else { throw BoardFailure.foreign }
    return arguments
  }
}
