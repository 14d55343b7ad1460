/// What went wrong, at the head of the page on which it went wrong.
enum Problem {
  static func nodes(_ failure: BoardFailure) -> [Node] {
    [el("p", [.class("lead"), Attribute("role", "alert")], .text(failure.message))]
      + failure.hints.map { el("p", .text($0)) }
  }
}

extension Page {
  /// The same with what went wrong, where anything did, below its heading.
  func with(_ failure: BoardFailure?) -> Page {
    guard let failure else { return self }
    var page = self
    page.main.insert(contentsOf: Problem.nodes(failure), at: 1)
    return page
  }
}

/// The button that takes the last change back.
enum UndoForm {
  /// - Parameter back: where the form leads if the shell has no page to return to.
  static func node(back: Link, _ shell: PageShell) -> Node {
    shell.form(
      .to("undo"), [],
      .group(shell.here == nil ? [hidden("back", back.text)] : []),
      button("Undo the last change"))
  }
}
