import HTTPTypes
import Hummingbird
import JSON
import KitchenModel
import Rendering
import SouschefCore

extension Board {
  /// What scripts and live pages do.
  func addDoing(to router: Router<BoardContext>) {
    router.post("api/cook") { request, context in
      let arguments = try await Arguments(body: request, allowing: CookActions.cooking)
      return try await doOnce(arguments, context) {
        let run = try await actions.begin(arguments)
        return Answer.json(["runId": .int(run)])
      }
    }
    router.post("api/run/:verb") { request, context in
      let verb = try context.part("verb")
      let device = try context.requireDevice()
      let arguments = try await Arguments(body: request, allowing: CookActions.verbs)
      return try await doOnce(arguments, context) {
        let said = try await actions.tell(verb, arguments, by: device)
        return Answer.json(["said": .string(said)])
      }
    }
    router.post("api/undo") { request, context in
      let arguments = try await Arguments(body: request, allowing: [])
      return try await doOnce(arguments, context) {
        let undone = try await kitchen.use { try UndoChange().perform(in: $0).value }
        return Answer.json(["undone": .string(undone)])
      }
    }
    router.post("api/dishes") { request, context in
      let arguments = try await Arguments(body: request, allowing: Self.dishArguments)
      return try await doOnce(arguments, context) {
        let dish = try await addDish(arguments)
        return Answer.json(Self.document(of: dish))
      }
    }
  }

  /// Does what a request asks for; once, however often it comes with the same id.
  func doOnce(
    _ arguments: Arguments, _ context: BoardContext,
    _ body: @escaping @Sendable () async throws -> Answer
  ) async throws -> Answer {
    guard let id = try arguments.id() else { return try await body() }
    let device = try context.requireDevice().id
    let path = context.endpointPath ?? ""
    return try await once.answer(to: "\(device) \(path) \(id) \(arguments.typed)", body)
  }

  static let dishArguments: Set<String> = [
    "name", "steps", "step", "text", "blocking", "waiting", "tag", "tags", "serve", "servings",
    "ingredient", "holdMax", "serveOffset", "saysStart", "saysFinish", "notes",
  ]

  /// A dish as the command line prints it.
  static func document(of dish: Dish) -> JSONValue {
    JSONValue(dish, reading: dish.ingredientsRead)
  }

  /// Stores a new dish.
  func addDish(_ arguments: Arguments) async throws -> Dish {
    guard let name = try arguments.text("name") else {
      throw BoardFailure.usage("A dish needs a name.")
    }
    var words = DishWords()
    words.blocking = try arguments.text("blocking")
    words.waiting = try arguments.text("waiting")
    words.serve = try arguments.text("serve")
    words.holdMax = try arguments.text("holdMax")
    words.serveOffset = try arguments.text("serveOffset")
    var changes = try words.changes()
    changes.steps = try ["steps", "step", "text"].flatMap { field in
      try arguments.texts(field).flatMap { try StepText.steps(of: $0, from: .file(field)) }
    }
    let tags = try (arguments.texts("tag") + arguments.texts("tags"))
      .flatMap { $0.split(separator: ",") }.map { $0.trimming(\.isWhitespace) }
    if !tags.isEmpty { changes.tags = tags.filter { !$0.isEmpty } }
    changes.servings = try arguments.number("servings").map { .people($0) }
    let ingredients = try arguments.texts("ingredient")
    if !ingredients.isEmpty { changes.ingredients = ingredients }
    changes.saysStart = try arguments.text("saysStart")
    changes.saysFinish = try arguments.text("saysFinish")
    changes.notes = try arguments.text("notes")
    return try await kitchen.use { [changes] in
      try AddDish(name: name, changes: changes).perform(in: $0).value
    }
  }
}
