import KitchenModel
import Rendering

/// The dishes: find, look at, add, change.
enum DishPages {
  /// The fields of a new dish.
  struct Typed: Sendable {
    var name = ""
    var steps = ""
    var tags = ""
  }

  static func list(_ dishes: [Dish], find: String, _ typed: Typed, _ shell: PageShell) -> Page {
    let key = find.lowercased()
    let shown = dishes.filter { dish in
      key.isEmpty || dish.name.text.lowercased().contains(key)
        || dish.tags.contains { $0.lowercased() == key }
    }
    return Page(
      title: "Dishes", shell: shell,
      main: [
        el("h1", "Dishes"),
        el(
          "form",
          [
            Attribute("method", "get"), .action(.dishes), Attribute("role", "search"),
            .class("row"),
          ],
          field("Find", "find", [Attribute("type", "search"), Attribute("value", find)]),
          button("Find")),
        tags(of: dishes),
        shown.isEmpty
          ? el(
            "p", .text(dishes.isEmpty ? "No dishes yet." : "No dish has this name or tag."))
          : .element(
            "ul", [.class("list")],
            shown.map { dish in
              el(
                "li", el("a", [.href(.dish(dish.name.text))], .text(dish.name.text)),
                el("span", [.class("quiet")], .text(facts(dish))))
            }),
        .group(shell.mayAct ? [adding(typed, shell), UndoForm.node(back: .dishes, shell)] : []),
      ])
  }

  private static func tags(of dishes: [Dish]) -> Node {
    let tags = Set(dishes.flatMap(\.tags)).sorted().prefix(24)
    guard !tags.isEmpty else { return .group([]) }
    return el(
      "p", [.class("links")],
      .group(tags.map { el("a", [.href(.to("dishes", query: [("find", $0)]))], .text($0)) }))
  }

  private static func facts(_ dish: Dish) -> String {
    let steps = dish.steps.count == 1 ? "1 step" : "\(dish.steps.count) steps"
    return ([steps] + dish.tags).joined(separator: " · ")
  }

  private static func adding(_ typed: Typed, _ shell: PageShell) -> Node {
    el(
      "section", [Attribute("aria-labelledby", "add-name")],
      el("h2", [.id("add-name")], "Add dish"),
      shell.form(
        .dishes, [],
        field(
          "Name", "name",
          [.flag("required"), Attribute("maxlength", "100"), Attribute("value", typed.name)]),
        el(
          "label", [.class("field")], el("span", "Steps, one a line"),
          el(
            "textarea", [Attribute("name", "steps"), Attribute("rows", "6"), .flag("required")],
            .text(typed.steps)),
          el("small", "chop onions 5m · boil pasta 10m @burner · waiting 50m @oven 180C: Bake")),
        field(
          "Tags", "tags", [Attribute("value", typed.tags)], help: "With commas between them."),
        button("Add dish")),
      el("p", el("a", [.href(.importing)], "Import a recipe instead")))
  }
}
