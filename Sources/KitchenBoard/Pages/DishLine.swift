import KitchenModel
import Rendering

/// A step of a dish in a line.
enum DishLine {
  static func text(of step: Step) -> String { DishOutline.line(of: step) }
}
