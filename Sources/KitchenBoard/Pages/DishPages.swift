import KitchenModel
import Rendering

/// The dishes: find, look at, add, change.
enum DishPages {
  static func list(_ dishes: [Dish], find: String, _ shell: PageShell) -> Page {
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
          "form", [Attribute("method", "get"), .action(.dishes), Attribute("role", "search")],
          field("Find", "find", [Attribute("type", "search"), Attribute("value", find)]),
          button("Find")),
        shown.isEmpty
          ? el("p", .text(dishes.isEmpty ? "There is no dish yet." : "No dish is called so."))
          : .element(
            "ul", [.class("list")],
            shown.map { dish in
              el(
                "li", el("a", [.href(.dish(dish.name.text))], .text(dish.name.text)),
                el("span", [.class("quiet")], .text(facts(dish))))
            }),
        .group(shell.mayAct ? [adding(shell), undoing(shell)] : []),
      ])
  }

  private static func facts(_ dish: Dish) -> String {
    let steps = dish.steps.count == 1 ? "1 step" : "\(dish.steps.count) steps"
    return ([steps] + dish.tags).joined(separator: " · ")
  }

  private static func adding(_ shell: PageShell) -> Node {
    el(
      "section", [Attribute("aria-labelledby", "add-name")],
      el("h2", [.id("add-name")], "Add dish"),
      shell.form(
        .dishes, [],
        field("Name", "name", [.flag("required"), Attribute("maxlength", "100")]),
        steps(""), field("Tags", "tags", help: "With commas between them."), button("Add dish")),
      el("p", el("a", [.href(.importing)], "Import a recipe instead")))
  }

  private static func steps(_ text: String) -> Node {
    el(
      "label", [.class("field")], el("span", "Steps, one a line"),
      el(
        "textarea", [Attribute("name", "steps"), Attribute("rows", "6"), .flag("required")],
        .text(text)),
      el("small", "chop onions 5m · boil pasta 10m @burner · waiting 50m @oven 180C: Bake"))
  }

  private static func undoing(_ shell: PageShell) -> Node {
    shell.form(.to("undo"), [], button("Undo the last change"))
  }

  static func dish(_ dish: Dish, yaml: String, failure: BoardFailure? = nil, _ shell: PageShell)
    -> Page
  {
    let name = dish.name.text
    return Page(
      title: name, shell: shell,
      main: [
        el("h1", .text(name)),
        .group(
          failure.map {
            [el("p", [.class("lead"), Attribute("role", "alert")], .text($0.message))]
              + $0.hints.map { el("p", .text($0)) }
          } ?? []),
        .group(
          dish.tags.isEmpty
            ? [] : [el("p", [.class("quiet")], .text(dish.tags.joined(separator: " · ")))]),
        .group(
          dish.ingredients.isEmpty
            ? []
            : [
              el("h2", "Ingredients"),
              .element("ul", [], dish.ingredients.map { el("li", .text($0)) }),
            ]),
        el("h2", "Steps"),
        .element(
          "ol", [.class("steps")], dish.steps.map { el("li", .text(DishOutline.line(of: $0))) }),
        .group(dish.notes.map { [el("h2", "Notes"), el("p", .text($0))] } ?? []),
        el("p", el("a", [.href(.to(query: [("name", name)]))], "Plan it for tonight")),
        .group(shell.mayAct ? [edit(name, yaml, shell), undoing(shell)] : []),
      ])
  }

  private static func edit(_ name: String, _ yaml: String, _ shell: PageShell) -> Node {
    el("details", el("summary", "Edit"), textForm(name, yaml, opened: yaml, shell))
  }

  /// A dish to be edited as text, with the text as it was opened.
  private static func textForm(
    _ name: String, _ text: String, opened: String, _ shell: PageShell
  ) -> Node {
    let typed = [
      Attribute("name", "text"), Attribute("rows", "18"), Attribute("spellcheck", "false"),
    ]
    let before = [
      Attribute("name", "opened"), Attribute.flag("hidden"),
      Attribute("aria-label", "As it was opened"),
    ]
    return shell.form(
      .dish(name), [],
      el(
        "label", [.class("field")], el("span", "The dish as text"),
        el("textarea", typed, .text(text))),
      el("textarea", before, .text(opened)), button("Save"))
  }

  /// What was typed, with what was wrong about it.
  static func unsaved(
    _ name: String, text: String, opened: String, _ failure: BoardFailure, _ shell: PageShell
  ) -> Page {
    Page(
      title: name, shell: shell,
      main: [
        el("h1", .text(name)),
        el("p", [.class("lead"), Attribute("role", "alert")], .text(failure.message)),
        .group(failure.hints.map { el("pre", .text($0)) }),
        textForm(name, text, opened: opened, shell),
        el("p", el("a", [.href(.dish(name))], "See the dish as it is stored")),
      ])
  }
}
