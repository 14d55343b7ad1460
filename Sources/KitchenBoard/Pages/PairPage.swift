/// How a screen is let in: by the link's secret, which its script posts, or by digits.
enum PairPage {
  static func page(failure: BoardFailure? = nil, _ shell: PageShell) -> Page {
    Page(
      title: "Pair this screen", shell: shell, script: "pair.js",
      main: [
        el("h1", "Pair this screen"),
        el(
          "p", [.id("pair-problem"), .class("lead"), Attribute("role", "alert")],
          .text(failure?.message ?? "")),
        .group(failure?.hints.map { el("p", .text($0)) } ?? []),
        el("p", "Type the six digits that the board printed where it was started."),
        el(
          "form", [Attribute("method", "post"), .action(.pair), .id("pair-form")],
          field(
            "Digits", "pin",
            [
              Attribute("inputmode", "numeric"), Attribute("autocomplete", "one-time-code"),
              Attribute("pattern", "[0-9]{6}"), Attribute("maxlength", "6"), .flag("required"),
            ]),
          field(
            "Name of this screen", "name",
            [Attribute("maxlength", "60"), Attribute("placeholder", "Kitchen tablet")]),
          el(
            "label", [.class("check")],
            el(
              "input",
              [
                Attribute("type", "checkbox"), Attribute("name", "viewOnly"),
                Attribute("value", "yes"),
              ]), el("span", "This screen only shows")), button("Pair")),
      ])
  }
}
