import KitchenModel
import Rendering

/// What can be pressed in the kitchen. Every button's node stays for as long as the page does: a tap
/// across an exchange would be lost.
struct KitchenVerbs {
  let view: KitchenView?
  let dishes: [String]
  let shell: PageShell

  /// Done, for what a cook is to do now.
  func done(_ act: String?, cook: Int) -> Node {
    shell.form(
      .to("kitchen", "done"), [.data("data-verb", "done")],
      hidden("act", act ?? "", id: "done-act-\(cook)"),
      hidden("run", view.map { String($0.run) } ?? "", id: "done-run-\(cook)"),
      button(
        "Done",
        [
          .id("done-\(cook)"), .class("done"), Attribute("aria-describedby", "now-\(cook)"),
        ] + (act == nil ? [.flag("disabled")] : [])))
  }

  /// What stands beside it: undo, pause and resume.
  var general: Node {
    el(
      "div", [.class("acts row")],
      shell.form(.to("kitchen", "undo"), [.data("data-verb", "undo")], button("Undo")),
      shell.form(
        .to("kitchen", "pause"),
        [.id("pause-form"), .data("data-verb", "pause")] + hiddenIf(view?.status == .paused),
        button("Pause")),
      shell.form(
        .to("kitchen", "resume"),
        [.id("resume-form"), .data("data-verb", "resume")] + hiddenIf(view?.status != .paused),
        button("Resume")))
  }

  /// What is seldom pressed.
  var more: Node {
    el(
      "details", [.class("more")], el("summary", "More"), lengths, handing,
      shell.form(
        .to("kitchen", "note"), [.data("data-verb", "note")],
        field("Note", "text", [Attribute("maxlength", "500"), .flag("required")]),
        button("Write down")),
      shell.form(
        .to("kitchen", "add"), [.data("data-verb", "add")],
        select("Dish", "dishes", dishes.map { .init(name: $0, text: $0) }, id: "add-choice"),
        button("Add dish")),
      shell.form(
        .to("kitchen", "drop"), [.data("data-verb", "drop")],
        select("Dish of this meal", "dish", view?.dishes ?? [], id: "drop-choice"),
        button("Leave out")), ending)
  }

  private var lengths: Node {
    shell.form(
      .to("kitchen", "extend"), [.data("data-verb", "extend")],
      select("Step", "step", view?.steps ?? [], id: "step-choice"),
      field(
        "Minutes", "minutes",
        [
          Attribute("type", "number"), Attribute("min", "1"), Attribute("max", "600"),
          Attribute("value", "5"), Attribute("inputmode", "numeric"),
        ]),
      el(
        "div", [.class("row")], verb("Extend", "extend"), verb("Shorten", "shorten"),
        verb("Skip", "skip"), verb("Start", "start")))
  }

  private var handing: Node {
    shell.form(
      .to("kitchen", "hand"),
      [.data("data-verb", "hand")] + hiddenIf((view?.cooks.count ?? 0) < 2),
      select("Step", "step", view?.steps ?? [], id: "hand-choice"),
      select(
        "Cook", "cook", (view?.cooks ?? []).map { .init(name: $0, text: $0) }, id: "cook-choice"),
      button("Hand over"))
  }

  private var ending: Node {
    shell.form(
      .to("kitchen", "abort"), [.data("data-verb", "abort")],
      el(
        "label", [.class("check")],
        el(
          "input",
          [
            Attribute("type", "checkbox"), Attribute("name", "sure"), Attribute("value", "yes"),
            .flag("required"),
          ]), el("span", "End this run for good; its record stays.")), button("End the run"))
  }

  private func verb(_ words: String, _ name: String) -> Node {
    button(words, to: .to("kitchen", name), [.data("data-verb", name)])
  }

  private func hiddenIf(_ condition: Bool) -> [Attribute] { condition ? [.flag("hidden")] : [] }

  private func select(
    _ label: String, _ name: String, _ choices: [KitchenView.Choice], id: String
  ) -> Node {
    el(
      "label", [.class("field")], el("span", .text(label)),
      .element(
        "select", [Attribute("name", name), .id(id)],
        choices.map { el("option", [Attribute("value", $0.name)], .text($0.text)) }))
  }
}
