import KitchenModel
import MealExecution
import Testing

struct RunClockTests {
  private let noon = Instant(epochSeconds: 43_200)

  @Test(arguments: [
    (1000, 90, 90_000), (60_000, 90, 1500), (60_000, 1, 16), (500, 3, 6000),
  ])
  func `a moment of a run lies on the wall clock by its speed`(
    thousandths: Int, elapsed: Int, milliseconds: Int
  ) {
    let timeline = RunTimeline(startedAt: noon, speedThousandths: thousandths)
    let instant = timeline.instant(at: Seconds(elapsed))
    #expect(instant.milliseconds - noon.milliseconds == milliseconds)
  }

  @Test func `the elapsed time is whole seconds, never negative and never too much`() {
    let timeline = RunTimeline(startedAt: noon, speedThousandths: 60_000)
    #expect(timeline.elapsed(at: Instant(milliseconds: noon.milliseconds + 1499)) == Seconds(89))
    #expect(timeline.elapsed(at: Instant(milliseconds: noon.milliseconds + 1500)) == Seconds(90))
    #expect(timeline.elapsed(at: noon - Seconds(5)) == .zero)
    let fast = RunTimeline(startedAt: noon, speedThousandths: RunTimeline.fastest)
    #expect(fast.elapsed(at: Instant(milliseconds: .max / 2)) == Seconds(1_000_000_000_000))
  }

  @Test func `a clock of a run that is taken up goes on from the run's start`() async throws {
    let clock = WallRunClock(timeline: RunTimeline(startedAt: noon), now: noon + Seconds(100))
    #expect(clock.elapsed >= Seconds(100))
    // What is past needs no waiting for.
    try await clock.sleep(until: Seconds(100))
  }

  @Test func `a scaled clock has reached the moment when its sleeper wakes`() async throws {
    let clock = WallRunClock(
      timeline: RunTimeline(startedAt: noon, speedThousandths: 1_000_000), now: noon)
    try await clock.sleep(until: Seconds(2))
    #expect(clock.elapsed >= Seconds(2))
  }

  @Test func `a cancelled sleeper says so`() async throws {
    let clock = WallRunClock(timeline: RunTimeline(startedAt: noon), now: noon)
    let sleeper = Task { try await clock.sleep(until: Seconds(86_400)) }
    sleeper.cancel()
    await #expect(throws: CancellationError.self) { try await sleeper.value }
  }
}
