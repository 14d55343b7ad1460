import JSON
import KitchenModel
import RecipeImport

/// What holds of every draft, whatever it was made from.
enum FuzzCheck {
  /// Reads bytes and checks the drafts.
  static func drafts(of bytes: [UInt8], as kind: RecipeKind) {
    let result = RecipeReader.read(bytes, named: "fuzz", as: kind)
    precondition(
      !result.drafts.isEmpty || result.diagnostics.contains { $0.severity == .error },
      "there is a draft or an error")
    for draft in result.drafts {
      precondition(draft.origins.count == draft.dish.steps.count, "every step has an origin")
      precondition(
        draft.dish.steps.isEmpty || draft.dish.findings().isEmpty, "a draft's dish is sound")
      _ = draft.json(includingTree: true).compactText
    }
  }
}
