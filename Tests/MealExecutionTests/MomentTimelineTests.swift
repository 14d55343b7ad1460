import KitchenModel
import MealExecution
import TestSupport
import Testing

/// What a live run tells by itself, moment by moment on a manual clock.
struct MomentTimelineTests {
  @Test func `a supper tells of every moment when it comes`() async throws {
    let supper = LiveTimeline(try Supper.plan())
    #expect(try await supper.cookOn() == .finished)
    #expect(
      supper.lines == [
        "0s Preparing supper.",
        "0s Peel (Gratin): start, 10 min.",
        "120s Heat the oven to 180C.",
        "600s Peel (Gratin): time is up (10 min).",
        "600s Peel (Gratin): done.",
        "600s Bake (Gratin): start, 50 min.",
        "600s * free until 3000 s",
        "2940s * wash in 60 s",
        "3000s Wash (Salad): start, 5 min.",
        "3300s Wash (Salad): time is up (5 min).",
        "3300s Wash (Salad): done.",
        "3300s * free until 3480 s",
        "3420s * dress in 60 s",
        "3480s Dress (Salad): start, 2 min.",
        "3600s Bake (Gratin): done.",
        "3600s Dress (Salad): time is up (2 min).",
        "3600s Dress (Salad): done.",
        "3600s Serve: Gratin, Salad.",
        "3600s 1 h of prep time.",
      ])
  }

  @Test func `what is overdue is repeated ever more seldom until it is acknowledged`() async throws
  {
    let supper = LiveTimeline(try Supper.plan())
    await supper.advance(to: 4 * 3600)
    #expect(await supper.say(.done(Supper.peel), at: 4 * 3600) == nil)
    await supper.advance(to: 4 * 3600 + 600)
    #expect(
      supper.lines == [
        "0s Preparing supper.",
        "0s Peel (Gratin): start, 10 min.",
        "120s Heat the oven to 180C.",
        "600s Peel (Gratin): time is up (10 min).",
        "660s * peel over by 60 s",
        "780s * peel over by 180 s",
        "900s * peel over by 300 s",
        "1200s * peel over by 600 s",
        "3000s Wash (Salad): start, 5 min.",
        "3300s Wash (Salad): time is up (5 min).",
        "3360s * wash over by 60 s",
        "3480s * wash over by 180 s",
        "3600s * wash over by 300 s",
        "3900s * wash over by 600 s",
        "14400s Peel (Gratin): done.",
        "14400s Bake (Gratin): start, 50 min.",
      ])
    #expect(try await supper.interrupt() == .interrupted)
  }

  @Test func `extending is an acknowledgement, and the reminders begin again`() async throws {
    let supper = LiveTimeline(try Supper.plan())
    #expect(await supper.say(.extend(Supper.peel, by: .minutes(10)), at: 1100) == nil)
    await supper.advance(to: 1500)
    #expect(
      supper.lines == [
        "0s Preparing supper.",
        "0s Peel (Gratin): start, 10 min.",
        "120s Heat the oven to 180C.",
        "600s Peel (Gratin): time is up (10 min).",
        "660s * peel over by 60 s",
        "780s * peel over by 180 s",
        "900s * peel over by 300 s",
        "1100s Peel (Gratin) 10 min late: ready after 1 h 10.",
        "1200s Peel (Gratin): time is up (20 min).",
        "1260s * peel over by 60 s",
        "1380s * peel over by 180 s",
        "1500s * peel over by 300 s",
      ])
    #expect(try await supper.interrupt() == .interrupted)
  }

  @Test func `a run that is due later waits, refuses, and begins on time`() async throws {
    let supper = LiveTimeline(try Supper.plan(), startingAt: -600)
    #expect(await supper.say(.done(nil), at: -300) == .notBegun)
    #expect(await supper.say(.pause, at: -299) == .notBegun)
    await supper.advance(to: -1)
    #expect(supper.lines == [])
    await supper.advance(to: 0)
    #expect(
      supper.lines == [
        "0s Preparing supper.",
        "0s Peel (Gratin): start, 10 min.",
      ])
    #expect(supper.events.allSatisfy { $0.elapsed == .zero })
    #expect(try await supper.interrupt() == .interrupted)
  }

  @Test func `a run that is left before it begins can be taken up`() async throws {
    let supper = LiveTimeline(try Supper.plan(), startingAt: -600)
    await supper.advance(to: -300)
    #expect(try await supper.interrupt() == .interrupted)
    let restored = RunStateMachine(
      plan: try Supper.plan(), settings: .test(.static, .cook), replaying: supper.events)
    let again = LiveTimeline(restored, startingAt: -100)
    await again.bench.listener.hears("0s Resumed.")
    await again.advance(to: -1)
    #expect(again.events.map(\.kind) == [.runResumed])
    await again.advance(to: 0)
    #expect(again.events.map(\.kind) == [.runResumed, .runStarted, .stepStarted])
    #expect(try await again.interrupt() == .interrupted)
  }

  @Test func `a run that is aborted before it begins is over`() async throws {
    let supper = LiveTimeline(try Supper.plan(), startingAt: -600)
    #expect(await supper.say(.abort, at: -300) == nil)
    #expect(try await supper.finish() == .aborted)
    #expect(supper.events.map(\.kind) == [.runAborted])
  }

  @Test func `a process that was stopped gives one summary with true times`() async throws {
    let supper = LiveTimeline(try Supper.plan())
    #expect(await supper.say(.done(nil), at: 600) == nil)
    let before = supper.lines.count
    await supper.stop(until: 5000)
    #expect(supper.bench.listener.missed == [Seconds(5000 - 2940)])
    #expect(
      Array(supper.lines.dropFirst(before)) == [
        "3600s Bake (Gratin): done.",
        "5000s Wash (Salad): start, 5 min.",
      ])
    let log = supper.events.map { "\($0.elapsed.count)s \($0.kind.rawValue)" }
    #expect(
      log == [
        "0s run.started",
        "0s step.started",
        "120s act.due",
        "120s act.done",
        "600s step.overdue",
        "600s cook.said",
        "600s step.finished",
        "600s act.due",
        "600s act.done",
        "600s step.started",
        "3600s act.due",
        "3600s act.done",
        "3600s step.finished",
        "5000s step.started",
      ])
    #expect(try await supper.cookOn() == .finished)
    #expect(LogCheck.faults(supper.events, try Supper.plan()) == [])
  }

  @Test func `after a stop one reminder tells how long a step is overdue`() async throws {
    let supper = LiveTimeline(try Supper.plan())
    await supper.advance(to: 700)
    let before = supper.lines.count
    await supper.stop(until: 8000)
    #expect(
      Array(supper.lines.dropFirst(before)) == [
        "8000s Wash (Salad): start, 5 min.",
        "8000s * peel over by 7400 s",
      ])
    #expect(try await supper.interrupt() == .interrupted)
  }

  @Test func `a short delay is not a stop`() async throws {
    let supper = LiveTimeline(try Supper.plan())
    #expect(await supper.say(.done(nil), at: 600) == nil)
    await supper.stop(until: 2943)
    #expect(supper.bench.listener.missed == [])
    #expect(try await supper.interrupt() == .interrupted)
  }
}
