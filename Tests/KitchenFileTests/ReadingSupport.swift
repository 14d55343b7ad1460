import KitchenFile
import KitchenModel
import Testing

/// Reads a document from text called `kitchen.yaml`.
func read(_ text: String) throws -> KitchenDocument {
  try KitchenDocument.read(text.utf8, named: "kitchen.yaml").document
}

/// The fault in reading `text`, as one line: place, message, hints.
func fault(_ text: String) -> String {
  do throws(Diagnostic) {
    _ = try KitchenDocument.read(text.utf8, named: "k.yaml")
    return "no fault"
  } catch {
    guard error.kind == .badContent, error.severity == .error else { return "of another kind" }
    return line(error)
  }
}

/// A diagnostic as one line: place, message, hints.
func line(_ diagnostic: Diagnostic) -> String {
  let numbers = [diagnostic.place?.line, diagnostic.place?.column].compactMap {
    $0.map(String.init)
  }
  let place = ([diagnostic.place?.file ?? ""] + numbers).joined(separator: ":")
  let hints = diagnostic.hints.map { hint in
    switch hint {
    case .text(let text): text
    case .advice(let advice): "\(advice)"
    }
  }
  return ([place, diagnostic.message] + hints).joined(separator: " | ")
}
