import HTTPTypes

/// What went wrong, and the way on.
enum FailurePage {
  static func page(_ failure: BoardFailure, _ shell: PageShell) -> Page {
    Page(
      title: "This could not be done", shell: shell,
      main: [
        el("h1", failure.status == .notFound ? "Not found" : "This could not be done"),
        el("p", [.class("lead"), Attribute("role", "alert")], .text(failure.message)),
        .group(failure.hints.map { el("p", .text($0)) }),
        el(
          "p", el("a", [.href(.tonight)], "Tonight"), " · ", el("a", [.href(.kitchen)], "Kitchen")),
      ])
  }
}
