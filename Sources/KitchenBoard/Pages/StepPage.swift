import KitchenModel
import Rendering
import SouschefCore

/// A step of a dish as a form: what is done, whether it takes hands, how long, in what, after what.
struct StepPage {
  let dish: Dish
  /// The dish as text when the form was made.
  var opened: String
  /// The step that is changed; nil for a new one.
  let step: Step?
  let kitchen: Kitchen
  /// What was typed, where it could not be saved.
  var typed: Typed?
  let shell: PageShell

  /// The fields of the form.
  struct Typed: Sendable {
    var title = ""
    var kind = ""
    var length = ""
    var equipment: [String] = []
    var temperature = ""
    var after: [String] = []
  }

  private var fields: Typed {
    if let typed { return typed }
    guard let step else {
      return Typed(kind: Way.Kind.blocking.rawValue, after: dish.steps.last.map { [$0.id] } ?? [])
    }
    let way = step.ways[0]
    return Typed(
      title: step.title, kind: way.kind.rawValue,
      length: way.duration.fileText ?? way.duration.likely.fileText,
      equipment: way.uses.map(\.equipment), temperature: way.temperature?.text ?? "",
      after: step.after.filter { $0.dish == nil }.map(\.step))
  }

  private var name: String { dish.name.text }
  private var title: String { step.map { "\($0.title), of \(name)" } ?? "A step of \(name)" }

  var page: Page {
    Page(
      title: title, shell: shell, script: "edit.js",
      main: [
        el("h1", .text(title)), EditNotice.node(name),
        el(
          "div", [.class("beside")], form,
          el(
            "figure",
            el(
              "img",
              [
                .source(.to("dishes", name, "picture.svg", query: [("width", "400")])),
                Attribute("alt", "Which step follows which, as it is stored."), .class("small"),
              ]))), el("p", el("a", [.href(.dish(name))], "Back to the dish")),
      ])
  }

  private var form: Node {
    let fields = fields
    let place: Link =
      step.map { .to("dishes", name, "steps", $0.id) } ?? .to("dishes", name, "steps")
    return shell.form(
      place, [],
      field(
        "What is done", "title",
        [.flag("required"), Attribute("maxlength", "100"), Attribute("value", fields.title)]),
      .group(
        step?.hasOptions == true
          ? [
            el("p", "This step can be done in several ways; edit the dish as text to change those.")
          ]
          : [ways(fields)]),
      choices(
        "After", "after", dish.steps.filter { $0.id != step?.id }.map { ($0.id, $0.title) },
        chosen: fields.after, none: "It can begin at once."),
      DishTextForm.asOpened(opened),
      el(
        "div", [.class("row")], button("Save"),
        .group(
          step == nil
            ? []
            : [
              button(
                "Remove this step", to: .to("dishes", name, "steps", step?.id ?? "", "remove"),
                [.flag("formnovalidate")])
            ])))
  }

  private func ways(_ fields: Typed) -> Node {
    .group([
      el(
        "fieldset", el("legend", "Hands"), kind("It takes hands", .blocking, fields),
        kind("It goes by itself", .waiting, fields)),
      field(
        "How long", "length",
        [.flag("required"), Attribute("maxlength", "40"), Attribute("value", fields.length)],
        help: "10m, 10-15m, 1h 20m"),
      choices(
        "In or on", "equipment", equipment(fields).map { ($0, $0) }, chosen: fields.equipment,
        none: "The kitchen has no equipment."),
      field(
        "Temperature", "temperature",
        [Attribute("maxlength", "20"), Attribute("value", fields.temperature)], help: "180C, 350F"),
    ])
  }

  private func equipment(_ fields: Typed) -> [String] {
    let names = kitchen.equipment.map(\.name)
    return names
      + fields.equipment.filter { other in
        !names.contains { Name.key(of: $0) == Name.key(of: other) }
      }
  }

  private func kind(_ words: String, _ kind: Way.Kind, _ fields: Typed) -> Node {
    el(
      "label", [.class("check")],
      el(
        "input",
        [
          Attribute("type", "radio"), Attribute("name", "kind"), Attribute("value", kind.rawValue),
        ] + (fields.kind == kind.rawValue ? [.flag("checked")] : [])), el("span", .text(words)))
  }

  private func choices(
    _ legend: String, _ name: String, _ all: [(value: String, words: String)],
    chosen: [String], none: String
  ) -> Node {
    let keys = Set(chosen.map(Name.key))
    return el(
      "fieldset", el("legend", .text(legend)),
      .group(all.isEmpty ? [el("p", [.class("quiet")], .text(none))] : []),
      .element(
        "div", [.class("options")],
        all.map { choice in
          el(
            "label", [.class("check")],
            el(
              "input",
              [
                Attribute("type", "checkbox"), Attribute("name", name),
                Attribute("value", choice.value),
              ] + (keys.contains(Name.key(of: choice.value)) ? [.flag("checked")] : [])),
            el("span", .text(choice.words)))
        }))
  }
}
