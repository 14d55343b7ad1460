import KitchenModel
import RecipeProse

/// The stretches of a step, one a line.
func lines(_ text: String, in language: String? = nil) -> [String] {
  var memory = StepProse.Memory(language: language)
  return StepProse.stretches(of: text, memory: &memory).map { stretch in
    "\(stretch.kind.rawValue) \(stretch.estimate.likely.fileText) \(stretch.origin.rawValue)"
      + "\(stretch.equipment.map { " @" + $0 } ?? ""): \(stretch.text)"
  }
}
