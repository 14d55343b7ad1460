import JSON
import KitchenModel
package import Rendering

extension AnswerTable {
  /// Estimates that cooking taught, with what speaks for them.
  package init(learned estimates: [LearnedEstimate]) {
    self.init(
      [
        .init("dish", "dish"), .init("step", "step"), .init("cook", "cook"),
        .init("beforeSeconds", "now", .exactLength), .init("afterSeconds", "learned", .exactLength),
        .init("afterMinSeconds", "from", .exactLength),
        .init("afterMaxSeconds", "to", .exactLength),
        .init("n", "times", .number), .init("runs", nil), .init("outliers", "left out"),
      ],
      nothing: "Nothing to learn yet: a step needs five live runs in which you ended it yourself.")
    for estimate in estimates {
      append([
        .string(estimate.dish), .string(estimate.step), .text(estimate.cook),
        .seconds(estimate.before.likely), .seconds(estimate.after.likely),
        .seconds(estimate.after.minimum), .seconds(estimate.after.maximum),
        .int(estimate.runs.count), .array(estimate.runs.map(JSONValue.int)),
        .array(estimate.outliers.map(JSONValue.int)),
      ])
    }
  }
}
