import Foundation
import KitchenModel
import SouschefCore
import Testing

/// Meals that cannot be cooked: the reasons name what was planted, and the changes help.
@Suite struct InfeasibleMealTests {
  private let afternoon = Instant(epochSeconds: 20_000 * 86_400 + 16 * 3600)

  @Test(arguments: PlantedClash.all)
  func `the reasons name the planted cause`(clash: PlantedClash) throws {
    let request = PlanningRequest(
      names: [], source: .file(SourceFile(name: "meal.yaml", bytes: Array(clash.file.utf8))),
      anchor: .serve(afternoon + .minutes(180)), timeLimit: .minutes(5))
    var workspace = Workspace.unstored
    workspace.now = afternoon
    let outcome = try PlanMeal(request: request).perform(in: workspace).value.outcome
    guard case .infeasible(let reasons) = outcome else {
      Issue.record("\(clash.name) has a plan")
      return
    }
    let text = reasons.why.joined(separator: "\n")
    for word in clash.words {
      #expect(text.localizedCaseInsensitiveContains(word), "\(word) is missing in: \(text)")
    }
    #expect(!text.contains("Salad"), "what has no part in it is named: \(text)")
    #expect(!reasons.changes.isEmpty, "nothing would help: \(text)")
  }
}
