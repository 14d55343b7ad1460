import HTTPTypes
import KitchenModel
import Rendering
import SouschefCore

/// Cooks in the board's own process, so that a run can be started from a page and needs no terminal.
actor BoardCook {
  private let kitchen: BoardKitchen
  private let hub: RunHub
  private var runs: [Int: Task<Void, Never>] = [:]
  private var isStopping = false

  init(kitchen: BoardKitchen, hub: RunHub) {
    self.kitchen = kitchen
    self.hub = hub
  }

  /// What came of asking to cook.
  enum Beginning: Sendable {
    /// A run of this number is under way, or over already.
    case run(Int)
    /// There is no plan, and why.
    case infeasible(Infeasibility)
  }

  /// Begins to cook and returns once the run is under way.
  ///
  /// - Throws: ``Diagnostic``.
  func begin(_ request: CookRequest) async throws -> Beginning {
    guard !isStopping else {
      throw BoardFailure(.serviceUnavailable, "busy", "The board is ending.")
    }
    let before = try await kitchen.use { try ShowStatus().perform(in: $0).value?.run.id }
    let begun = Begun()
    let (kitchen, hub) = (kitchen, hub)
    let cooking = Task.detached {
      do {
        let result = try await CookMeal(request: request).perform(
          in: kitchen.workspace, observer: KickingObserver(hub: hub),
          isCancelled: { Task.isCancelled })
        await begun.end(with: .success(result))
      } catch {
        await begun.end(with: .failure(error))
      }
      await hub.kick()
    }
    var looks = 0
    while true {
      looks += 1
      if let result = await begun.result {
        switch try result.get() {
        case .cooked(let run): return .run(run.id)
        case .infeasible(let reasons): return .infeasible(reasons)
        }
      }
      // The page that is shown next has something to do on it, unless the run waits for its time.
      let glance = try await kitchen.use { try GlanceAtRun().perform(in: $0).value }
      if let run = glance.run, run != before, glance.events > 1 || looks > 20 {
        return keep(run, cooking)
      }
      try await Task.sleep(for: .milliseconds(15))
    }
  }

  private func keep(_ run: Int, _ cooking: Task<Void, Never>) -> Beginning {
    runs[run] = cooking
    let kitchen = kitchen
    Task {
      try? await kitchen.use { try BoardRuns().take(run, in: $0) }
      await cooking.value
      await self.leave(run)
    }
    return .run(run)
  }

  private func leave(_ run: Int) async {
    runs[run] = nil
    // A run that ends with the board is taken up when the board comes back.
    guard !isStopping else { return }
    try? await kitchen.use { try BoardRuns().leave(run, in: $0) }
  }

  /// Goes on with what the board cooked when it ended.
  func takeUp() async {
    guard let runs = try? await kitchen.use({ try BoardRuns().interrupted(in: $0) }) else { return }
    for run in runs { _ = try? await begin(CookRequest(.interrupted(run), company: .alongside)) }
  }

  /// Leaves every run, to be taken up when the board is started again.
  func stop() async {
    isStopping = true
    let cooking = Array(runs.values)
    for task in cooking { task.cancel() }
    for task in cooking { await task.value }
  }
}

/// What is known of a run that is about to begin.
private actor Begun {
  var result: Result<CookMeal.Result, any Error>?

  func end(with result: Result<CookMeal.Result, any Error>) { self.result = result }
}

/// Makes the hub look whenever something has happened.
private struct KickingObserver: RunObserver {
  let hub: RunHub

  func didRecord(_ event: RunEvent, of run: Int, cooking menu: Menu) throws {
    Task { [hub] in await hub.kick() }
  }

  func didRemark(_ remark: Diagnostic) {}
}
