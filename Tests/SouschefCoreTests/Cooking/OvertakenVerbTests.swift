import KitchenModel
import KitchenStore
import Synchronization
import Testing

@testable import SouschefCore

/// Verbs that the process at a run does not answer, or not in time.
struct OvertakenVerbTests {
  private let live: LiveStore

  init() throws { live = try LiveStore() }

  /// Sends a verb; `meanwhile` is called with the number of each while that is waited.
  private func send(_ meanwhile: @escaping @Sendable (Int) -> Void) throws {
    let waits = Waits(meanwhile)
    try RunCommandClient(store: live.store, workspace: live.workspace { waits.pass() })
      .send(.note("more salt"), to: live.run)
  }

  private final class Waits: Sendable {
    private let count = Mutex(0)
    private let meanwhile: @Sendable (Int) -> Void
    init(_ meanwhile: @escaping @Sendable (Int) -> Void) { self.meanwhile = meanwhile }
    func pass() {
      meanwhile(
        count.withLock { count in
          count += 1
          return count
        })
    }
  }

  @Test func `one that stands still has its verb kept for it, unless the run ends first`() throws {
    let refusal = Diagnostic(
      .busy, "The program that cooks has not answered.",
      hints: [
        "It is stopped or busy. It will do this when it continues, unless the run ends first."
      ])
    #expect(throws: refusal) { try send { _ in } }
    let kept = try live.store.runs.takeVerbs(of: live.run, at: LiveStore.now)
    #expect(kept.map(\.verb) == [.note("more salt")])
  }

  @Test func `a run that ends first has not done it, and says so`() throws {
    let (store, run) = (live.store, live.run)
    #expect(throws: Diagnostic(.runEndedFirst(1))) {
      try send { wait in
        guard wait == 5 else { return }
        _ = try? store.runs.append([LiveStore.event(60, .runFinished)], to: run)
      }
    }
  }

  @Test func `one that was done just before the end is not called overtaken`() throws {
    let (store, run) = (live.store, live.run)
    try send { wait in
      switch wait {
      case 5: _ = try? store.runs.append([LiveStore.event(60, .runFinished)], to: run)
      // The answer to what ends a run comes a little after its end.
      case 20:
        for verb in (try? store.runs.takeVerbs(of: run, at: LiveStore.now)) ?? [] {
          try? store.runs.answer(verb.id, PostedAnswer(said: "Noted.").text)
        }
      default: break
      }
    }
  }

  @Test func `nothing can be asked of a run that is over`() throws {
    try live.store.runs.append([LiveStore.event(60, .runFinished)], to: live.run)
    #expect(throws: Diagnostic.self) { try send { _ in } }
    #expect(try live.store.runs.takeVerbs(of: live.run, at: LiveStore.now).isEmpty)
  }
}
