import KitchenModel
import Rendering

/// A plan in words, as a picture with its reasons beside it, and as a table.
struct PlanPart {
  let plan: Plan
  let clock: LocalClock
  /// Where its picture is.
  let place: Link
  /// How likely it is to be served in time; nil where that is not known.
  var risk: ServingRisk?

  private var summary: PlanPage { PlanPage.summary(of: plan, clock) }

  /// All of it.
  var nodes: [Node] { [heading, pictureAndReasons, table] }

  /// What the plan gains, and when it starts and is served.
  var heading: Node {
    .group([
      el("h2", [.class("plan")], .text(summary.headline)),
      .group(summary.sentences.map { el("p", .text($0)) }),
    ])
  }

  /// The picture, and why it is so and how sure it is.
  var pictureAndReasons: Node {
    el(
      "div", [.class("beside")],
      Picture(place: place, words: "The plan as a picture; the table has the same.").node,
      el("div", .group(reasons), .group(likelihood)))
  }

  private var reasons: [Node] {
    guard !plan.why.isEmpty else { return [] }
    return [el("h3", "Why"), .element("ul", [], plan.why.map { el("li", .text($0)) })]
  }

  private var likelihood: [Node] {
    guard let risk else { return [] }
    let lines = risk.text(clock: clock, width: 2000).plainText.split(separator: "\n")
    let sentences = lines.map { String($0).trimmed }
    // Where nothing could go otherwise, the first sentence is the heading.
    let title = sentences.first?.hasPrefix("Risk:") == true ? [] : [el("h3", "Risk")]
    return title + sentences.map { el("p", .text($0)) }
  }

  /// What happens when.
  var table: Node {
    DataTable(
      name: "The steps", heads: ["Start", "End", "Dish", "Step", "With"],
      rows: summary.rows.map { row in
        .init(
          cells: [row.start, row.end, row.dish, row.step, row.with],
          kind: row.isHandsOn.map { $0 ? .hands : .wait })
      }
    ).node
  }
}

/// A picture by Rendering, laid out for narrow screens and for wide ones.
struct Picture {
  /// Where it is; it takes the width at which it is laid out behind a question mark.
  let place: Link
  /// What it shows, for whoever does not see it.
  let words: String

  var node: Node {
    el(
      "figure",
      el(
        "picture",
        el(
          "source",
          [
            Attribute("media", "(max-width: 600px)"), .sourceSet(place.adding("width", "400")),
          ]),
        el(
          "source",
          [
            Attribute("media", "(max-width: 1100px)"), .sourceSet(place.adding("width", "800")),
          ]),
        el("img", [.source(place.adding("width", "1200")), Attribute("alt", words)])))
  }
}
