/// A table of steps in a region of its own, which a narrow screen and a keyboard can scroll.
func stepTable(heads: [String], rows: [Node]) -> Node {
  let region = [
    Attribute.class("wide"), Attribute("tabindex", "0"), Attribute("role", "region"),
    Attribute("aria-label", "The steps"),
  ]
  let head = heads.map { el("th", [Attribute("scope", "col")], .text($0)) }
  return el(
    "div", region,
    el("table", el("thead", .element("tr", [], head)), .element("tbody", [], rows)))
}
