package import JSON
package import KitchenModel

extension JSONValue {
  /// A dish as `souschef.dish/1`, with its ingredients as they were read, in their order.
  package init(_ dish: Dish, reading ingredients: [Ingredient?]) {
    self = [
      "format": "souschef.dish/1",
      "name": .string(dish.name.text),
      "servings": .number(dish.servings),
      "serve": .string(dish.serve.rawValue),
      "holdMaxSeconds": .seconds(dish.holdMaximum),
      "keepsForSeconds": .seconds(dish.keepsFor),
      "serveOffsetSeconds": .seconds(dish.serveOffset),
      "notBefore": .text(dish.notBefore?.text),
      "notAfter": .text(dish.notAfter?.text),
      "tags": .texts(dish.tags),
      "notes": .text(dish.notes),
      "ingredients": .texts(dish.ingredients),
      "ingredientsRead": .array(ingredients.map { $0.map { JSONValue($0) } ?? .null }),
      "source": .text(dish.source),
      "says": ["start": .text(dish.says.start), "finish": .text(dish.says.finish)],
      "steps": .array(dish.steps.map(JSONValue.init)),
    ]
  }

  /// A step of a dish; one with options shows its first way and lists them all.
  ///
  /// `keepsSeconds` is there only where the step says how long it keeps; null is without end.
  private init(_ step: Step) {
    var members: [Member] = [
      Member("step", .string(step.id)),
      Member("title", .string(step.title)),
    ]
    members += step.ways.first.map(Self.members) ?? []
    members += [
      Member("after", .array(step.after.map(JSONValue.init))),
      Member("notBefore", .text(step.notBefore?.text)),
      Member("notAfter", .text(step.notAfter?.text)),
    ]
    if let keeps = step.keeps { members.append(Member("keepsSeconds", .seconds(keeps.limit))) }
    if step.hasOptions {
      members.append(Member("options", .array(step.ways.map { .object(Self.members(of: $0)) })))
    }
    self = .object(members)
  }

  private static func members(of way: Way) -> [Member] {
    [
      Member("kind", .string(way.kind.rawValue)),
      Member("minSeconds", .seconds(way.duration.minimum)),
      Member("likelySeconds", .seconds(way.duration.likely)),
      Member("maxSeconds", .seconds(way.duration.maximum)),
      Member("uses", .object(way.uses.map { Member($0.equipment, .int($0.units)) })),
      Member("temperature", .text(way.temperature?.text)),
      Member("cooks", .int(way.cooks)),
      Member("cook", .text(way.cook)),
      Member("startsItself", .bool(way.startsItself)),
    ]
  }

  private init(_ dependency: Dependency) {
    var members: [Member] = []
    if let dish = dependency.dish { members.append(Member("dish", .string(dish))) }
    members += [
      Member("step", .string(dependency.step)),
      Member("from", .string(dependency.from.rawValue)),
      Member("minSeconds", .seconds(dependency.minimum)),
      Member("maxSeconds", .seconds(dependency.maximum)),
    ]
    self = .object(members)
  }
}
