package import JSON
import KitchenModel
import RecipeProse

extension RecipeDraft {
  /// The draft as JSON, for scripts that look before anything is stored.
  ///
  /// Every length is in whole seconds. `instructions` are the recipe's own words, headings among
  /// them; `steps` are what the dish would be made of; `tree` is there for Cooklang only.
  package func json(includingTree: Bool) -> JSONValue {
    var members: [JSONValue.Member] = [
      .init("format", .string("souschef.draft/1")),
      .init("name", .string(dish.name.text)),
      .init("title", .string(title.isEmpty ? dish.name.text : title)),
      .init("kind", .string(kind.rawValue)),
      .init(
        "source",
        .object([
          .init("name", .optional(source.name)), .init("url", .optional(source.address)),
        ])),
      .init("servings", dish.servings.map { .number(Double($0)) } ?? .null),
      .init("tags", .strings(dish.tags)),
      .init("totalSeconds", .optional(stated.total)),
      .init("prepSeconds", .optional(stated.prep)),
      .init("cookSeconds", .optional(stated.cook)),
      .init("sumSeconds", .optional(sum)),
      .init("ingredients", .strings(dish.ingredients)),
      .init("ingredientsRead", .array(ingredientsRead)),
      .init("instructions", .strings(instructions.map(\.text))),
      .init("steps", .array(zip(dish.steps, origins).map(Self.json))),
      .init(
        "references",
        .array(
          references.map {
            .object([.init("name", .string($0.name)), .init("path", .optional($0.path))])
          })),
      .init("warnings", .strings(warnings.map(\.message))),
    ]
    if includingTree, let tree { members.append(.init("tree", tree)) }
    return .object(members)
  }

  private var ingredientsRead: [JSONValue] {
    let reader = IngredientReader(for: dish)
    return dish.ingredients.map { line in reader.read(line).map(Self.json) ?? .null }
  }

  private static func json(_ ingredient: Ingredient) -> JSONValue {
    .object([
      .init("text", .string(ingredient.text)),
      .init(
        "amounts",
        .array(
          ingredient.amounts.map {
            .object([
              .init("min", .string($0.minimum.text)), .init("max", .string($0.maximum.text)),
              .init("unit", .optional($0.unit)),
            ])
          })),
      .init("name", .string(ingredient.name)),
      .init("note", .optional(ingredient.note)),
    ])
  }

  private static func json(_ step: Step, _ origin: StepOrigin) -> JSONValue {
    let way = step.ways[0]
    return .object([
      .init("step", .string(step.id)),
      .init("title", .string(step.title)),
      .init("kind", .string(way.kind.rawValue)),
      .init("minSeconds", .optional(way.duration.minimum)),
      .init("likelySeconds", .optional(way.duration.likely)),
      .init("maxSeconds", .optional(way.duration.maximum)),
      .init("from", .string(origin.number.rawValue)),
      .init(
        "uses", .object(way.uses.map { .init($0.equipment, .number(Double($0.units))) })),
      .init("temperature", .optional(way.temperature?.text)),
      .init(
        "after",
        .array(
          step.after.map {
            .object([
              .init("step", .string($0.step)), .init("from", .string($0.from.rawValue)),
              .init("inferred", .bool(origin.links == .inferred)),
            ])
          })),
      .init("remarks", .strings(origin.remarks)),
    ])
  }
}

extension JSONValue {
  fileprivate static func optional(_ text: String?) -> JSONValue {
    text.map { .string($0) } ?? .null
  }
  fileprivate static func optional(_ length: Seconds?) -> JSONValue {
    length.map { .number(Double($0.count)) } ?? .null
  }
  fileprivate static func strings(_ texts: [String]) -> JSONValue {
    .array(texts.map { .string($0) })
  }
}
