package import KitchenModel

/// An act as a page names it in a request: `putIn:0:2`, `heat:1:200C:oven`, `serve:0`.
package enum ActKey {
  /// The key of an act.
  package static func text(of act: Act) -> String {
    let kind = act.kind.rawValue
    switch act {
    case .perform(let step), .putIn(let step), .takeOut(let step):
      return "\(kind):\(step.dish):\(step.step)"
    case .heat(let heating):
      return "\(kind):\(heating.unit):\(heating.temperature.text):\(heating.equipment)"
    case .serve(let course): return "\(kind):\(course.count)"
    }
  }

  /// The act among `acts` that has this key; nil where none has.
  package static func act(_ key: String, among acts: [Act]) -> Act? {
    acts.first { text(of: $0) == key }
  }
}
