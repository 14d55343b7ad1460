import KitchenModel
import Rendering
import Testing

@testable import souschef

/// A second Enter, meant for what was there a moment ago, answers nothing.
struct EnterGuardTests {
  private static let peel = LiveSelection.act(.perform(StepReference(dish: 0, step: 0)))
  private static let bake = LiveSelection.act(.putIn(StepReference(dish: 0, step: 1)))

  /// A guard that notes and accepts in turn.
  private final class Guarded {
    private var enter = EnterGuard()

    func note(_ acts: [LiveSelection], at milliseconds: Int) {
      enter.note(acts, at: Instant(milliseconds: milliseconds))
    }

    func accepts(at milliseconds: Int) -> Bool {
      enter.accepts(at: Instant(milliseconds: milliseconds))
    }
  }

  @Test func `the first counts, however lately something came due`() {
    let enter = Guarded()
    enter.note([Self.peel], at: 1000)
    #expect(enter.accepts(at: 1001))
  }

  @Test(arguments: [(10, false), (999, false), (1000, true), (60_000, true)])
  func `a second counts after a second`(later: Int, counts: Bool) {
    let enter = Guarded()
    enter.note([Self.peel], at: 0)
    #expect(enter.accepts(at: 5000))
    #expect(enter.accepts(at: 5000 + later) == counts)
  }

  @Test func `what comes due as the answer to an Enter is not answered by its echo`() {
    let enter = Guarded()
    enter.note([Self.peel], at: 0)
    #expect(enter.accepts(at: 5000))
    enter.note([Self.bake], at: 5600)
    #expect(!enter.accepts(at: 6400))
    #expect(enter.accepts(at: 6700))
  }

  @Test func `what comes due by itself is not a reason to wait`() {
    let enter = Guarded()
    enter.note([Self.peel], at: 0)
    #expect(enter.accepts(at: 5000))
    enter.note([Self.bake], at: 60_000)
    #expect(enter.accepts(at: 60_100))
  }

  @Test func `one that does not count postpones nothing`() {
    let enter = Guarded()
    #expect(enter.accepts(at: 0))
    #expect(!enter.accepts(at: 900))
    #expect(enter.accepts(at: 1100))
  }
}
