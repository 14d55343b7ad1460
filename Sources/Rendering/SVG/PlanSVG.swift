package import KitchenModel

/// A plan as a picture that also prints in black and white: hands-on solid, waiting hatched.
package enum PlanSVG {
  /// The document: a stand-alone SVG file whose picture scales to any size.
  ///
  /// - Parameters:
  ///   - plan: The plan.
  ///   - clock: What tells clock times, where the plan has any.
  ///   - width: The width in pixels at which it is laid out, at least 400.
  ///   - cook: A cook by index, whose steps alone are drawn; nil for all.
  package static func text(
    of plan: Plan, clock: LocalClock, width: Int = 1200, for cook: Int? = nil
  ) -> String {
    let picture = PlanPicture(plan, clock, width: Double(max(400, width)), for: cook)
    return "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n" + picture.root.markup()
  }
}
