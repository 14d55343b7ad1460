import HTTPTypes
import Hummingbird
import JSON
import KitchenModel
import Rendering
import SouschefCore

extension Board {
  /// Importing, by the page and by scripts.
  func addImporting(to router: Router<BoardContext>) {
    router.get("import") { request, context in
      Answer.page(ImportPage(shell: shell(request, context)).page)
    }
    router.post("import") { request, context in
      let shell = shell(request, context)
      let arguments = try await form(request, context, ImportDesk.arguments)
      return try await doOnce(arguments, context) { try await importing(arguments, shell) }
    }
    router.post("api/import") { request, context in
      let arguments = try await Arguments(body: request, allowing: ImportDesk.arguments)
      return try await doOnce(arguments, context) {
        let desk = ImportDesk(kitchen: kitchen)
        let content = try await desk.read(arguments).value
        let rule: ImportFiles.OnDifference = try arguments.flag("replace") ? .replace : .refuse
        let report = try await desk.store(try await desk.session(content, rule, arguments))
        return Answer.json([
          "added": .texts(report.added), "replaced": .texts(report.replaced),
          "unchanged": .texts(report.unchanged),
        ])
      }
    }
  }

  private func importing(_ arguments: Arguments, _ shell: PageShell) async throws -> Answer {
    let desk = ImportDesk(kitchen: kitchen)
    var page = ImportPage(
      text: try arguments.text("text") ?? "", name: try arguments.text("name") ?? "", shell: shell)
    let edited = try arguments.text("edited").map { $0.replacing("\r\n", with: "\n") }
    let answer = try arguments.text("store")
    do {
      let outcome = try await desk.read(arguments)
      var content = outcome.value
      // What was read stays on the page where the edit cannot be.
      page.reading = ImportPage.Reading(content, remarks: outcome.remarks)
      if answer != nil, let edited {
        page.edited = edited
        content = try desk.edited(content, to: edited)
      }
      page.reading = ImportPage.Reading(content, remarks: outcome.remarks)
      let session = try await desk.session(content, .replace, arguments)
      page.reading?.differences = session.preview.value.differences
      // What differs from what is stored is shown before anything takes its place.
      guard let answer, answer == "replace" || session.preview.value.differences.isEmpty else {
        return Answer.page(page.page)
      }
      let seen = try arguments.text("seen")
      guard answer != "replace" || page.reading?.seen == seen else {
        let failure = BoardFailure.changedSinceShown
        return Answer.page(page.page.with(failure), failure.status)
      }
      let report = try await desk.store(
        answer == "replace" ? session : try await desk.session(content, .refuse, arguments))
      let stored = report.added + report.replaced + report.unchanged
      return Answer.goTo(stored.count == 1 ? .dish(stored[0]) : .dishes)
    } catch {
      let failure = BoardFailure(error)
      return Answer.page(page.page.with(failure), failure.status)
    }
  }
}

extension BoardFailure {
  /// What is stored has changed since the page showed it.
  fileprivate static let changedSinceShown = BoardFailure(
    .conflict, "changedElsewhere",
    "The stored version was changed on another screen in the meantime.",
    hints: ["Nothing was stored. The current difference is below."])
}

extension ImportPage.Reading {
  /// What was understood, without what is stored.
  init(_ content: ImportContent, remarks: [Diagnostic]) {
    self.init(
      drafts: content.recipes.map(\.draft),
      dishes: Array(content.dishes.dropLast(content.recipes.count)),
      texts: content.recipes.map { DraftEditing.text(of: $0.draft) }, remarks: remarks,
      differences: [])
  }
}
