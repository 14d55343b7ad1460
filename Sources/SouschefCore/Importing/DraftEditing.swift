import KitchenFile
package import KitchenModel

/// A draft in the cook's editor.
package enum DraftEditing {
  /// The draft's dish as a kitchen file says it.
  package static func text(of draft: DishDraft) -> String { KitchenDocument.yaml(of: draft.dish) }

  /// The draft with what came back from the editor.
  ///
  /// - Throws: ``Diagnostic``, with the place in the text.
  package static func draft(_ draft: DishDraft, editedTo text: String) throws -> DishDraft {
    let name = "\(draft.dish.name.text).yaml"
    return draft.edited(try KitchenDocument.readDish(text.utf8, named: name))
  }
}
