import KitchenModel
import Rendering
import SouschefCore

/// Importing: paste, look at what was understood, store.
enum ImportPage {
  static func page(
    text: String = "", name: String = "", drafts: [Dish] = [], remarks: [Diagnostic] = [],
    failure: BoardFailure? = nil, _ shell: PageShell
  ) -> Page {
    Page(
      title: "Import", shell: shell,
      main: [
        el("h1", "Import a recipe"),
        .group(
          failure.map {
            [el("p", [.class("lead"), Attribute("role", "alert")], .text($0.message))]
              + $0.hints.map { el("p", .text($0)) }
          } ?? []),
        .group(drafts.flatMap { draft($0) }),
        .group(remarks.map { el("p", [.class("quiet")], .text(BoardWords().message($0))) }),
        shell.form(
          .importing, [],
          field("Name, where it has none", "name", [Attribute("value", name)]),
          el(
            "label", [.class("field")], el("span", "Recipe"),
            el(
              "textarea",
              [Attribute("name", "text"), Attribute("rows", "16"), .flag("required")], .text(text)),
            el("small", "A kitchen file, Cooklang, a recipe in plain words, or a page's source.")),
          .group(
            drafts.isEmpty
              ? []
              : [
                el(
                  "label", [.class("check")],
                  el(
                    "input",
                    [
                      Attribute("type", "checkbox"), Attribute("name", "replace"),
                      Attribute("value", "yes"),
                    ]), el("span", "Replace what is stored under the same name")),
                el(
                  "button",
                  [
                    Attribute("type", "submit"), Attribute("name", "store"),
                    Attribute("value", "yes"),
                  ],
                  "Store"),
              ]),
          el("button", [Attribute("type", "submit")], .text(drafts.isEmpty ? "Read" : "Read again"))
        ),
      ])
  }

  private static func draft(_ dish: Dish) -> [Node] {
    [
      el("h2", .text(dish.name.text)),
      .element(
        "ol", [.class("steps")], dish.steps.map { el("li", .text(DishOutline.line(of: $0))) }),
    ]
  }
}
