import KitchenModel
import Rendering

/// A dish: what it is made of, its steps with what follows what, and what can be changed.
struct DishPage {
  let dish: Dish
  /// The dish as text, as an editor would open it.
  let text: String
  /// What was typed of its tags and servings, where it could not be saved.
  let typed: Typed?
  let shell: PageShell

  /// The fields of tags and servings.
  struct Typed: Sendable {
    var tags: String
    var servings: String
  }

  private var name: String { dish.name.text }

  var page: Page {
    Page(
      title: name, shell: shell, script: shell.mayAct ? "edit.js" : nil,
      main: [
        el("h1", .text(name)), EditNotice.node(name),
        .group(facts.isEmpty ? [] : [el("p", [.class("quiet")], .text(facts))]),
        el(
          "div", [.class("beside")],
          el("div", .group(ingredients), el("h2", "Steps"), steps, .group(notes)),
          el(
            "figure",
            el(
              "img",
              [
                .source(.to("dishes", name, "picture.svg", query: [("width", "400")])),
                Attribute("alt", "Which step follows which; the list says the same."),
                .class("small"),
              ]))),
        el("p", el("a", [.href(.to(query: [("name", name)]))], "Plan it for tonight")),
        .group(shell.mayAct ? [facing, asText, removal, UndoForm.node(back: .dishes, shell)] : []),
      ])
  }

  private var facts: String {
    let source = dish.source.map { ["from \($0)"] } ?? []
    let servings = dish.servings.map { ["serves \($0)"] } ?? []
    return (servings + dish.tags + source).joined(separator: " · ")
  }

  private var ingredients: [Node] {
    guard !dish.ingredients.isEmpty else { return [] }
    return [
      el("h2", "Ingredients"), .element("ul", [], dish.ingredients.map { el("li", .text($0)) }),
    ]
  }

  private var notes: [Node] { dish.notes.map { [el("h2", "Notes"), el("p", .text($0))] } ?? [] }

  private var steps: Node {
    .group([
      .element(
        "ol", [.class("steps")],
        dish.steps.map { step in
          let follows = step.after.filter { $0.dish == nil }.compactMap { link in
            dish.steps.first { Name.key(of: $0.id) == Name.key(of: link.step) }?.title
          }
          return el(
            "li", .text(DishOutline.line(of: step)),
            .group(
              follows.isEmpty
                ? []
                : [el("small", [.class("from")], .text("after \(follows.joined(separator: ", "))"))]
            ),
            .group(
              shell.mayAct
                ? [
                  " ",
                  el(
                    "a",
                    [
                      .href(.to("dishes", name, "steps", step.id)), .class("press"),
                      Attribute("aria-label", "Change \(step.title)"),
                    ], "Change"),
                ] : []))
        }),
      .group(
        shell.mayAct
          ? [el("p", el("a", [.href(.to("dishes", name, "steps"))], "Add a step"))] : []),
    ])
  }

  private var facing: Node {
    el(
      "details", typed == nil ? [] : [.flag("open")], el("summary", "Tags and servings"),
      shell.form(
        .to("dishes", name, "facts"), [],
        field(
          "Tags", "tags", [Attribute("value", typed?.tags ?? dish.tags.joined(separator: ", "))],
          help: "With commas between them."),
        field(
          "Servings", "servings",
          [
            Attribute("type", "number"), Attribute("min", "1"), Attribute("max", "10000"),
            Attribute("inputmode", "numeric"),
            Attribute("value", typed?.servings ?? dish.servings.map(String.init) ?? ""),
          ], help: "Empty: not known."), button("Save")))
  }

  private var asText: Node {
    el("details", el("summary", "Edit as text"), DishTextForm.node(name, text, opened: text, shell))
  }

  private var removal: Node {
    el(
      "details", el("summary", "Remove this dish"),
      shell.form(
        .to("dishes", name, "remove"), [], el("p", "Undo brings it back."), button("Remove")))
  }
}

/// A dish to be edited as text, with the text as it was opened.
enum DishTextForm {
  static func node(_ name: String, _ text: String, opened: String, _ shell: PageShell) -> Node {
    let typed = [
      Attribute("name", "text"), Attribute("rows", "18"), Attribute("spellcheck", "false"),
    ]
    return shell.form(
      .dish(name), [],
      el(
        "label", [.class("field")], el("span", "The dish as text"),
        el("textarea", typed, .text(text))),
      asOpened(opened), button("Save"))
  }

  /// The dish as it was when the form was made.
  static func asOpened(_ text: String) -> Node {
    el(
      "textarea",
      [
        Attribute("name", "opened"), .flag("hidden"), Attribute("aria-label", "As it was opened"),
      ], .text(text))
  }

  /// What was typed, with what was wrong about it.
  static func unsaved(
    _ name: String, text: String, opened: String, _ failure: BoardFailure, _ shell: PageShell
  ) -> Page {
    Page(
      title: name, shell: shell,
      main: [
        el("h1", .text(name)),
        .group(Problem.nodes(failure)), node(name, text, opened: opened, shell),
        el("p", el("a", [.href(.dish(name))], "See the dish as it is stored")),
      ])
  }

  /// What was typed of a dish that is gone meanwhile.
  static func removed(_ name: String, text: String, _ shell: PageShell) -> Page {
    Page(
      title: name, shell: shell,
      main: [
        el("h1", .text(name)),
        el(
          "p", [.class("lead"), Attribute("role", "alert")],
          "This dish was removed or renamed on another screen meanwhile."),
        el("p", "Your text is below, as you wrote it."),
        shell.form(
          .to("dishes", name, "again"), [],
          el(
            "label", [.class("field")], el("span", "The dish as text"),
            el("textarea", [Attribute("name", "text"), Attribute("rows", "18")], .text(text))),
          button("Add it again")), el("p", el("a", [.href(.dishes)], "All dishes")),
      ])
  }
}

/// What a page that edits a dish says where another screen changes or removes it.
enum EditNotice {
  static func node(_ name: String) -> Node {
    .group([
      el(
        "p",
        [
          .id("changed"), .class("notice"), Attribute("role", "status"), .flag("hidden"),
          .data("data-place", Link.to("api", "dishes", name).text),
        ],
        "Another screen has changed this dish. ",
        el("a", [.href(.dish(name))], "See it as it is now"),
        ". What you typed stays here; saving shows you both."),
      el(
        "p", [.id("removed"), .class("notice"), Attribute("role", "status"), .flag("hidden")],
        "Another screen has removed or renamed this dish. What you typed stays here; saving lets you add it again."
      ),
    ])
  }
}
