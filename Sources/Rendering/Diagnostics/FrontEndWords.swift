package import KitchenModel

/// What a front end alone can say: how its requests are worded, and how its user does things.
package protocol FrontEndWords: Sendable {
  /// Its name, as it stands before a message that has no place in a file.
  var program: String { get }
  /// A failure in words of its own; nil where ``Failure/message`` does.
  func sentence(_ failure: Failure) -> String?
  /// What a value of a request is called: `--cooks`.
  func name(_ field: RequestField) -> String
  /// How something is done.
  func sentence(_ advice: Advice) -> String
}

extension FrontEndWords {
  /// What happened.
  package func message(_ diagnostic: Diagnostic) -> String {
    if let failure = diagnostic.failure, let own = sentence(failure) { return own }
    guard let name = diagnostic.field.map(name) else { return diagnostic.message }
    // A message that begins with "must be" continues the field's name; any other follows a colon.
    let goesOn = diagnostic.message.hasPrefix("must be ")
    return "\(name)\(goesOn ? "" : ":") \(diagnostic.message)"
  }

  /// What to do next.
  package func hints(_ diagnostic: Diagnostic) -> [String] {
    diagnostic.hints.map { hint in
      switch hint {
      case .text(let text): text
      case .advice(let advice): sentence(advice)
      }
    }
  }
}
