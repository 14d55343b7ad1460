/// What went wrong, at the head of the page on which it went wrong.
enum Problem {
  static func nodes(_ failure: BoardFailure) -> [Node] {
    [el("p", [.class("lead"), Attribute("role", "alert")], .text(failure.message))]
      + failure.hints.map { el("p", .text($0)) }
  }
}

/// The button that takes the last change back.
enum UndoForm {
  /// - Parameter back: the page that it leads back to.
  static func node(back: Link, _ shell: PageShell) -> Node {
    shell.form(
      .to("undo"), [],
      hidden("back", back.text),
      button("Undo the last change"))
  }
}
