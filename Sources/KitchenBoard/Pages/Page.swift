/// What surrounds every page: where it is, and what its forms carry.
struct PageShell: Sendable {
  /// The path of the page, for the navigation.
  var path: String
  /// The page itself, where its forms lead back to it.
  var here: Link?
  /// What forms carry, so that no other page can send them; empty for a screen that is not paired.
  var formToken = ""
  /// Whether the screen may do things.
  var mayAct = true
  /// What the page before has to say; nil for nothing.
  var notice: String?
}

/// A page as it is sent.
struct Page: Sendable {
  var title: String
  var shell: PageShell
  /// The module that makes it live; nil for a page that stands still.
  var script: String?
  /// Whether it is loaded again every ten seconds where there are no scripts.
  var reloadsWithoutScripts = false
  var main: [Node]

  /// The document.
  var document: String {
    "<!DOCTYPE html>\n"
      + el(
        "html", [Attribute("lang", "en")],
        el(
          "head", el("meta", [Attribute("charset", "utf-8")]),
          el("title", .text("\(title) – souschef")),
          el(
            "meta",
            [
              Attribute("name", "viewport"),
              Attribute("content", "width=device-width, initial-scale=1"),
            ]),
          // Forms say from which page they come, to this board and to nobody else.
          el("meta", [Attribute("name", "referrer"), Attribute("content", "same-origin")]),
          .group(reloadsWithoutScripts ? [Self.reload] : []),
          el(
            "meta", [Attribute("name", "color-scheme"), Attribute("content", "light dark")]),
          el("link", [Attribute("rel", "icon"), .href(.asset("icon.svg"))]),
          el("link", [Attribute("rel", "stylesheet"), .href(.asset("board.css"))]),
          .group(
            script.map {
              [el("script", [Attribute("type", "module"), .source(.asset($0))])]
            } ?? [])),
        el(
          "body", [.data("data-build", Build.id)],
          el("a", [.class("skip"), Attribute("href", "#main")], "To the content"),
          navigation,
          el("main", [.id("main")], .group(notice), .group(main)))
      ).markup + "\n"
  }

  private static let reload = el(
    "noscript",
    el("meta", [Attribute("http-equiv", "refresh"), Attribute("content", "10")]))

  private var notice: [Node] {
    shell.notice.map { [el("p", [.class("notice"), Attribute("role", "status")], .text($0))] } ?? []
  }

  private var navigation: Node {
    guard !shell.formToken.isEmpty else { return .group([]) }
    let places: [(String, Link)] = [
      ("Tonight", .tonight), ("Kitchen", .kitchen), ("Week", .week), ("Shop", .shop),
      ("Dishes", .dishes), ("History", .history),
    ]
    return el(
      "nav", [Attribute("aria-label", "Pages")],
      .element(
        "ul", [],
        places.map { name, link in
          let isHere =
            link == .tonight ? shell.path == "/" : shell.path.hasPrefix(link.text)
          return el(
            "li",
            el(
              "a", [.href(link)] + (isHere ? [Attribute("aria-current", "page")] : []),
              .text(name)))
        }))
  }
}

extension PageShell {
  /// The same for a page that is shown in answer to one of its forms.
  func answering(_ arguments: Arguments) throws -> PageShell {
    var shell = self
    shell.here = try arguments.back()
    return shell
  }

  /// A form that changes something. Without scripts it leads back to a page, as that was looked at;
  /// with them its button does the same without leaving.
  func form(
    _ link: Link, _ attributes: [Attribute] = [], _ children: Node...
  ) -> Node {
    el(
      "form", [Attribute("method", "post"), .action(link)] + attributes,
      hidden("form", formToken),
      hidden("id", Secret.hex(bytes: 12)),
      .group(here.map { [hidden("back", $0.text)] } ?? []),
      .group(children))
  }
}

/// A button that sends its form, to another place where a link is given.
func button(
  _ words: String, to link: Link? = nil, _ attributes: [Attribute] = []
) -> Node {
  el(
    "button",
    [Attribute("type", "submit")] + (link.map { [Attribute.formAction($0)] } ?? []) + attributes,
    .text(words))
}

/// What a form sends without showing it.
func hidden(_ name: String, _ value: String, id: String? = nil) -> Node {
  el(
    "input",
    [Attribute("type", "hidden"), Attribute("name", name), Attribute("value", value)]
      + (id.map { [.id($0)] } ?? []))
}

/// A field of a form with its label.
func field(
  _ label: String, _ name: String, _ attributes: [Attribute] = [], help: String? = nil
) -> Node {
  el(
    "label", [.class("field")], el("span", .text(label)),
    el("input", [Attribute("name", name)] + attributes),
    .group(help.map { [el("small", .text($0))] } ?? []))
}
