import HTTPTypes
import Hummingbird
import KitchenModel
import Rendering
import SouschefCore

extension Board {
  /// The page Tonight: with a plan where something is chosen.
  func tonight(_ request: Request, _ context: BoardContext) async throws -> Answer {
    let arguments = try Arguments(query: request, allowing: Arguments.planning)
    let (offers, entry, isCooking) = try await kitchen.use { workspace in
      (
        try OfferMenu().bySort(in: workspace).value,
        try TonightsEntry().perform(in: workspace).value,
        try GlanceAtRun().perform(in: workspace).value.run != nil
      )
    }
    let chosen = try arguments.texts("name")
    let isOfWeek = try arguments.flag("week")
    let saysWhatIf = try arguments.flag("whatIf")
    var draft: DraftPlan?
    var failure: BoardFailure?
    if !chosen.isEmpty || isOfWeek {
      do {
        let wish = try arguments.planningRequest(in: kitchen.workspace)
        draft = try await self.draft(
          wish, trying: saysWhatIf ? .more(1) : .nothing, for: context)
      } catch {
        failure = BoardFailure(error)
      }
    }
    let page = TonightPage(
      offers: offers, chosen: chosen, serveAt: try arguments.text("serveAt") ?? "",
      startAt: try arguments.text("startAt") ?? "", entry: entry, isOfWeek: isOfWeek,
      draft: draft, saysWhatIf: saysWhatIf, failure: failure, isCooking: isCooking, clock: clock,
      shell: shell(request, context)
    ).page
    return Answer.page(page, failure?.status ?? .ok)
  }
}
