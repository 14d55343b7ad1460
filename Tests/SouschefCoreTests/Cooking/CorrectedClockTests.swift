import Foundation
import KitchenModel
import MealExecution
import Rendering
import SouschefCore
import Synchronization
import Testing

/// A wall clock that is set right while a meal cooks.
@Suite struct CorrectedClockTests {
  /// The machine's clock, with what it was set right by.
  private final class WallClock: Sendable {
    private let correction = Mutex(Seconds.zero)

    var reading: Instant {
      let milliseconds = Int(Date().timeIntervalSince1970 * 1000)
      return Instant(milliseconds: milliseconds) + correction.withLock { $0 }
    }

    func correct(by change: Seconds) { correction.withLock { $0 = change } }
  }

  /// Sets the clock right when the first step begins, and keeps what it hears.
  private final class Audience: RunObserver {
    let events = Mutex<[RunEvent]>([])
    private let atTheFirstStep: @Sendable () -> Void

    init(_ atTheFirstStep: @escaping @Sendable () -> Void) { self.atTheFirstStep = atTheFirstStep }

    func didRecord(_ event: RunEvent, of run: Int, cooking menu: Menu) throws {
      events.withLock { $0.append(event) }
      if event.kind == .stepStarted { atTheFirstStep() }
    }

    func didRemark(_ remark: Diagnostic) {}
  }

  private static let lunch = """
    dishes:
      - {name: Pasta, waiting: 10m}
      - {name: Avocado, blocking: 2m}
    """

  @Test(arguments: [-3600, 0, 3600])
  func `no timer of a run under way is moved`(correction: Int) async throws {
    let folder = FileManager.default.temporaryDirectory
      .appending(path: "souschef-test-\(UUID().uuidString)", directoryHint: .isDirectory)
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    defer { try? FileManager.default.removeItem(at: folder) }
    let wall = WallClock()
    var workspace = Workspace.unstored
    workspace.databasePath = folder.appending(path: "souschef.db").path()
    workspace.now = wall.reading
    workspace.clock = { wall.reading }
    let audience = Audience { wall.correct(by: Seconds(correction)) }
    let file = SourceFile(name: "lunch.yaml", bytes: Array(Self.lunch.utf8))
    let request = CookRequest(
      .meal(PlanningRequest(names: [], source: .file(file))),
      clock: .scaled(thousandths: 3_000_000))

    let began = ContinuousClock.now
    let result = try await CookMeal(request: request).perform(in: workspace, observer: audience)
    // An hour that was skipped would have had it over at once, one shown twice would go on.
    #expect(began.duration(to: .now) >= .milliseconds(190))
    guard case .cooked(let run) = result else {
      Issue.record("there is a plan")
      return
    }
    #expect(run.status == .finished)
    let events = audience.events.withLock { $0 }
    #expect(events.last?.elapsed == .minutes(10))
    #expect(
      events.allSatisfy {
        $0.at.milliseconds == run.startedAt.milliseconds + $0.elapsed.count * 1000 / 3000
      })
  }
}
