import HTTPTypes
import Hummingbird
import KitchenModel
import Rendering
import SouschefCore

extension Board {
  /// The page Tonight: with a plan where something is chosen.
  func tonight(_ request: Request, _ context: BoardContext) async throws -> Answer {
    let arguments = try Arguments(query: request, allowing: Arguments.planning)
    var found = TonightPage.Found()
    if try !arguments.texts("name").isEmpty || arguments.flag("week") {
      do {
        let wish = try arguments.planningRequest(in: kitchen.workspace)
        found.draft = try await draft(
          wish, trying: try arguments.flag("whatIf") ? .more(1) : .nothing, for: context)
      } catch {
        found.failure = BoardFailure(error)
      }
    }
    return try await tonight(arguments, found, shell(request, context))
  }

  /// The page Tonight with what was chosen and what came of it.
  func tonight(
    _ arguments: Arguments, _ found: TonightPage.Found, _ shell: PageShell
  ) async throws -> Answer {
    let (offers, entry, isCooking) = try await kitchen.use { workspace in
      (
        try OfferMenu().bySort(in: workspace).value,
        try TonightsEntry().perform(in: workspace).value,
        try GlanceAtRun().perform(in: workspace).value.run != nil
      )
    }
    let page = TonightPage(
      offers: offers, chosen: try arguments.texts("name"),
      serveAt: try arguments.text("serveAt") ?? "", startAt: try arguments.text("startAt") ?? "",
      speed: try arguments.text("speed") ?? "", entry: entry,
      isOfWeek: try arguments.flag("week"), found: found,
      saysWhatIf: try arguments.flag("whatIf"), isCooking: isCooking, clock: clock, shell: shell
    ).page
    return Answer.page(page, found.failure?.status ?? .ok)
  }
}
