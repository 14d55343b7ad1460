import RecipeImport
import Rendering

extension JSONValue {
  /// The value of a recipe reader's tree; a number keeps the shortest digits that mean it.
  init(_ tree: JSONTree) {
    switch tree {
    case .null: self = .null
    case .bool(let value): self = .bool(value)
    case .number(let value): self.init(number: value)
    case .string(let text): self = .string(text)
    case .array(let elements): self = .array(elements.map { JSONValue($0) })
    case .object(let members):
      self = .object(members.map { Member($0.key, JSONValue($0.value)) })
    }
  }

  private init(number: Double) {
    if let whole = Int(exactly: number) {
      self = .int(whole)
      return
    }
    let parts = String(number).split(separator: ".")
    if parts.count == 2, let units = Int(parts[0] + parts[1]) {
      self = .decimal(units: units, places: parts[1].count)
    } else {
      // Larger or smaller than a recipe has any use for.
      self = .string(String(number))
    }
  }
}
