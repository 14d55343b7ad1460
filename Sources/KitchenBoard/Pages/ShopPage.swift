import KitchenModel
import Rendering

/// What to buy, by aisle. Ticks are kept by the page while the board is not heard from, and sent
/// when it is back.
struct ShopPage {
  let list: ShoppingList
  let pantry: [ShopItem]
  let days: Int
  let shell: PageShell

  var page: Page {
    Page(
      title: "Shopping", shell: shell, script: shell.mayAct ? "shop.js" : nil,
      main: [
        el("h1", "Shopping"), span,
        el(
          "p",
          [.id("offline"), .class("connection"), Attribute("role", "status"), .flag("hidden")],
          "Nothing heard from the board. What you tick is kept on this screen and sent when it is back."
        ),
        el(
          "p", [.id("changed"), .class("notice"), Attribute("role", "status"), .flag("hidden")],
          "The list has changed. ", el("a", [.href(place)], "Load it again")),
        things, .group(shell.mayAct ? [always, UndoForm.node(back: .shop, shell)] : []),
      ])
  }

  private var place: Link { .to("shop", query: days == 7 ? [] : [("days", String(days))]) }

  private var span: Node {
    el(
      "form", [Attribute("method", "get"), .action(.shop), .class("row")],
      field(
        "For the next days", "days",
        [
          Attribute("type", "number"), Attribute("min", "1"), Attribute("max", "366"),
          Attribute("value", String(days)), Attribute("inputmode", "numeric"),
        ]), button("Show"))
  }

  private var things: Node {
    guard !list.items.isEmpty else {
      return el(
        "p", [.class("lead")], "Nothing to buy: the week has nothing to cook for these days. ",
        el("a", [.href(.week)], "To the week"))
    }
    let aisles = ShoppingText.byAisle(list).enumerated().map { place, group in
      el(
        "section", [Attribute("aria-labelledby", "aisle-\(place)")],
        el("h2", [.id("aisle-\(place)")], .text(group.aisle)),
        .element("ul", [.class("shop")], group.items.map(item)))
    }
    return shell.form(
      .to("shop", "tick"), [.id("list"), .data("data-days", String(days))],
      .element("div", [.class("days")], aisles),
      .group(shell.mayAct ? [button("Save what is ticked", [.id("save")])] : []))
  }

  private func item(_ item: ShoppingList.Item) -> Node {
    let box: [Attribute] = [
      Attribute("type", "checkbox"), Attribute("name", "ticked"), Attribute("value", item.name),
    ]
    let state: [Attribute] =
      (item.isTicked ? [.flag("checked")] : []) + (shell.mayAct ? [] : [.flag("disabled")])
    return el(
      "li",
      .group(
        item.isTicked
          ? [
            hidden("was", item.name)
          ] : []),
      el(
        "label", [.class("check")], el("input", box + state),
        el(
          "span", el("span", [.class("thing")], .text(item.name)), " ",
          el("span", [.class("amount")], .text(ShoppingText.amounts(item))),
          el("small", [.class("from")], .text(item.from.joined(separator: ", "))))))
  }

  /// What is never bought.
  private var always: Node {
    el(
      "details", el("summary", .text("Always there: \(pantry.count)")),
      .element(
        "ul", [.class("list")],
        pantry.map { thing in
          el(
            "li", el("span", .text(thing.name)),
            shell.form(
              .to("shop", "pantry"), [],
              hidden("remove", thing.name),
              button("Take out", [Attribute("aria-label", "Take out \(thing.name)")])))
        }),
      shell.form(
        .to("shop", "pantry"), [],
        field("Another thing that is always there", "add", [Attribute("maxlength", "100")]),
        button("Put in")))
  }
}
