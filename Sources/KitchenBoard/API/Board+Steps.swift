import HTTPTypes
import Hummingbird
import KitchenModel
import SouschefCore

extension Board {
  /// The steps of a dish, each as a form.
  func addStepForms(to router: Router<BoardContext>) {
    router.get("dishes/:name/steps") { request, context in
      let page = try await stepPage(try context.part("name"), nil, shell(request, context))
      return Answer.page(page.page)
    }
    router.get("dishes/:name/steps/:step") { request, context in
      let (name, step) = (try context.part("name"), try context.part("step"))
      return Answer.page(try await stepPage(name, step, shell(request, context)).page)
    }
    router.post("dishes/:name/steps") { request, context in
      try await save(request, context, step: nil) { .add(try $0.stepForm()) }
    }
    router.post("dishes/:name/steps/:step") { request, context in
      let step = try context.part("step")
      return try await save(request, context, step: step) { .change(step, try $0.stepForm()) }
    }
    router.post("dishes/:name/steps/:step/remove") { request, context in
      let step = try context.part("step")
      return try await save(request, context, step: step) { _ in .remove(step) }
    }
  }

  private func stepPage(
    _ name: String, _ step: String?, _ shell: PageShell
  ) async throws -> StepPage {
    try await kitchen.use { workspace in
      let dish = try ShowDish(name: name).perform(in: workspace).value
      let opened = try EditedDishText(name: dish.name.text).perform(in: workspace).value
      var found: Step?
      if let step {
        do throws(UnknownStep) { found = dish.steps[try dish.place(ofStep: step)] } catch {
          throw BoardFailure(.notFound, "notFound", error.message, hints: [error.hint])
        }
      }
      return StepPage(
        dish: dish, opened: opened, step: found,
        kitchen: try ShowKitchen().perform(in: workspace).value, shell: shell)
    }
  }

  private func save(
    _ request: Request, _ context: BoardContext, step: String?,
    _ action: @escaping @Sendable (Arguments) throws -> SaveStep.Action
  ) async throws -> Answer {
    let name = try context.part("name")
    let shell = shell(request, context)
    let arguments = try await form(request, context, Arguments.stepFields)
    return try await doOnce(arguments, context) {
      var failure: BoardFailure
      var stored: String?
      do {
        let (wanted, opened) = (try action(arguments), try arguments.lines("opened"))
        let result = try await kitchen.use {
          try SaveStep(dish: name, wanted, opened: opened).perform(in: $0).value
        }
        switch result {
        case .replaced(let edited): return Answer.goTo(.dish(edited.value.name.text))
        case .hasChanged(let difference):
          (failure, stored) = (.changedElsewhere(difference.read), difference.read)
        }
      } catch {
        failure = BoardFailure(error)
      }
      // What was typed comes back, with what was wrong about it.
      do {
        var page = try await stepPage(name, step, shell)
        page.typed = try arguments.typedStep()
        if stored == nil { page.opened = try arguments.lines("opened") }
        return Answer.page(page.page.with(failure), failure.status)
      } catch let gone where BoardFailure(gone).status == .notFound {
        // The dish or the step is gone: the dish as it was opened, to be added again.
        let opened = try arguments.lines("opened")
        return Answer.page(DishTextForm.removed(name, text: opened, shell), .notFound)
      }
    }
  }
}

extension Arguments {
  static let stepFields: Set<String> = [
    "title", "kind", "length", "equipment", "temperature", "after", "opened",
  ]

  /// What stands in the fields of a step, as it was typed.
  func typedStep() throws -> StepPage.Typed {
    StepPage.Typed(
      title: try text("title") ?? "", kind: try text("kind") ?? "",
      length: try text("length") ?? "", equipment: try texts("equipment"),
      temperature: try text("temperature") ?? "", after: try texts("after"))
  }

  /// The step that a form says.
  ///
  /// - Throws: ``BoardFailure``, or what is wrong with a length or a temperature.
  func stepForm() throws -> StepForm {
    guard let title = try text("title")?.trimmed, title.count <= 100 else {
      throw BoardFailure.usage("Say what is done, in 100 characters at most.")
    }
    let length = try text("length")
    // A step with several ways has no fields for them.
    if length == nil, try text("kind") != nil {
      throw BoardFailure.usage("Say how long it takes.", hints: ["Such as 10m, or 1h 30m."])
    }
    return StepForm(
      title: title, kind: try word("kind") ?? .blocking,
      duration: try Estimate(parsing: length ?? "1m"), equipment: try texts("equipment"),
      temperature: try text("temperature").map { try Temperature(parsing: $0) },
      after: try texts("after"))
  }
}
