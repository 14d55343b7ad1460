import KitchenModel
import Rendering
import SouschefCore

/// Importing: paste or drop, look at what was understood, answer its questions, store.
struct ImportPage {
  /// What was pasted.
  var text = ""
  /// What it is to be called.
  var name = ""
  /// What was understood of it; nil before anything was read.
  var reading: Reading?
  /// A draft as the cook wrote it, where it could not be read.
  var edited: String?
  let shell: PageShell

  /// What was understood of a text.
  struct Reading: Sendable {
    /// The recipes' drafts.
    var drafts: [DishDraft]
    /// The dishes of kitchen files.
    var dishes: [Dish]
    /// Each draft as text, as an editor would open it.
    var texts: [String]
    /// What to look at.
    var remarks: [Diagnostic]
    /// What is stored under the same names and differs.
    var differences: [ImportReport.Difference]

    /// Which differences they are, so that only what was looked at is replaced.
    var seen: String {
      let texts = differences.flatMap { [$0.name, $0.stored, $0.read] }
      return SHA256.hex(texts.joined(separator: "\0").utf8)
    }
  }

  var page: Page {
    Page(
      title: "Import", shell: shell, script: "import.js",
      main: [
        el("h1", "Import a recipe"),
        shell.form(.importing, [.id("import")], .group(reading.map(store) ?? []), recipe),
      ])
  }

  private var recipe: Node {
    .group([
      el(
        "label", [.class("field whole")], el("span", "Recipe"),
        el(
          "textarea",
          [
            Attribute("name", "text"), Attribute("rows", reading == nil ? "14" : "6"),
            .flag("required"), .id("recipe"),
          ], .text(text)),
        el(
          "small",
          "A recipe in plain words, a page's source, Cooklang, another program's export, a kitchen file."
        )),
      el(
        "label", [.class("field"), .id("file-field"), .flag("hidden")],
        el("span", "or drop a file or a saved page here"),
        el("input", [Attribute("type", "file"), .id("file")])),
      el(
        "p", [.id("too-large"), .class("notice"), Attribute("role", "alert"), .flag("hidden")],
        "This file is larger than 1 MB, or is not text. Import it in a terminal."
      ),
      field(
        "Name, where it has none", "name",
        [Attribute("value", name), Attribute("maxlength", "100")]),
      button(reading == nil ? "Read" : "Read again"),
    ])
  }

  // MARK: What was understood

  private func store(_ reading: Reading) -> [Node] {
    var nodes = reading.drafts.flatMap(draft) + reading.dishes.flatMap(dish)
    nodes += reading.remarks.map {
      el("p", [.class("notice")], .text(BoardWords().message($0)))
    }
    if reading.texts.count == 1, let text = reading.texts.first {
      nodes.append(edit(edited ?? text, isOpen: edited != nil))
    }
    nodes += reading.differences.flatMap(difference)
    if !reading.differences.isEmpty { nodes.append(hidden("seen", reading.seen)) }
    let isStorable = reading.drafts.allSatisfy { !$0.dish.steps.isEmpty }
    if isStorable, !(reading.drafts.isEmpty && reading.dishes.isEmpty) {
      nodes.append(
        el(
          "div", [.class("row")],
          el(
            "button",
            [
              Attribute("type", "submit"), Attribute("name", "store"),
              Attribute("value", reading.differences.isEmpty ? "new" : "replace"),
              .class("large"),
            ], .text(reading.differences.isEmpty ? "Store" : "Replace what is stored"))))
    }
    return nodes + [el("h2", "The text it was read from")]
  }

  private func draft(_ draft: DishDraft) -> [Node] {
    let table = DataTable(
      name: "The draft's steps", heads: ["Step", "Kind", "Takes", "Number", "Needs", "After"],
      rows: DraftCard.rows(of: draft).map { row in
        .init(
          cells: [row.step, row.kind, row.takes, row.number, row.needs, row.after],
          kind: row.isHandsOn ? .hands : .wait, remarks: row.remarks)
      })
    return [
      el("h2", .text(draft.dish.name.text)),
      .group(draft.dish.source.map { [el("p", [.class("quiet")], .text("From \($0)."))] } ?? []),
      .group(
        table.rows.isEmpty
          ? [] : [table.node, el("p", [.class("quiet")], .text(DraftCard.sum(of: draft)))]),
      .group(
        draft.warnings.map { el("p", [.class("notice")], .text(BoardWords().message($0))) }),
    ]
  }

  private func dish(_ dish: Dish) -> [Node] {
    [
      el("h2", .text(dish.name.text)),
      .element(
        "ol", [.class("steps")], dish.steps.map { el("li", .text(DishOutline.line(of: $0))) }),
    ]
  }

  private func edit(_ text: String, isOpen: Bool) -> Node {
    el(
      "details", isOpen ? [.flag("open")] : [],
      el("summary", "Change the draft before it is stored"),
      el(
        "label", [.class("field whole")], el("span", "The draft as text"),
        el(
          "textarea",
          [
            Attribute("name", "edited"), Attribute("rows", "16"), Attribute("spellcheck", "false"),
          ], .text(text))))
  }

  private func difference(_ difference: ImportReport.Difference) -> [Node] {
    let lines = DifferenceText.text(of: difference, width: 2000).plainText
    return [
      el("h3", .text("\(difference.name) is stored already, and differs")), el("pre", .text(lines)),
    ]
  }
}
