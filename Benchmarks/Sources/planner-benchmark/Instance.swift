import PlannerInstances
import Foundation
import Scheduling

/// A problem by name: `meal:DISHES:SEED`, `project:ACTIVITIES:COMPLEXITY:FACTOR:STRENGTH:SEED` (the
/// figures of ``ProjectGenerator/Shape``), or a file whose ending says its format (`.sm`, `.sch`,
/// `.jsp`, or `.json` for a kitchen).
struct Instance {
  private let name: String

  init(_ name: String) { self.name = name }

  /// The problem.
  ///
  /// - Throws: `BadRequest` where the name means nothing, and what reading the file throws.
  func problem() throws -> SchedulingProblem {
    let parts = name.split(separator: ":")
    if parts.count == 3, parts[0] == "meal", let dishes = Int(parts[1]), let seed = UInt64(parts[2])
    {
      return MealGenerator.problem(dishes: dishes, seed: seed)
    }
    let figures = parts.dropFirst().compactMap { Int($0) }
    if parts.first == "project", figures.count == 5, parts.count == 6, figures[0] > 3,
      let seed = UInt64(exactly: figures[4])
    {
      let shape = ProjectGenerator.Shape(
        activities: figures[0], complexity: figures[1], factor: figures[2], strength: figures[3])
      return ProjectGenerator.problem(shape, seed: seed)
    }
    let file = URL(fileURLWithPath: name)
    if file.pathExtension == "json" {
      return try KitchenReader.problem(json: Data(contentsOf: file))
    }
    let text = try String(contentsOf: file, encoding: .utf8)
    switch file.pathExtension {
    case "sm": return try SingleModeProject.problem(text)
    case "sch": return try GeneralizedLagProject.problem(text)
    case "jsp": return try JobShop.problem(text)
    default: throw BadRequest(line: name)
    }
  }
}
