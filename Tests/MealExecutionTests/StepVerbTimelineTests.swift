import KitchenModel
import MealExecution
import TestSupport
import Testing

/// A whole live supper for every verb about a step: what is said when, to the end.
struct StepVerbTimelineTests {
  @Test func `done ends the step in hand and frees its cook`() async throws {
    let supper = try await LiveTimeline.supper(saying: .done(nil), at: 540)
    let lines = try await supper.rest()
    #expect(
      lines == [
        "0s Preparing supper.",
        "0s Peel (Gratin): start, 10 min.",
        "120s Heat the oven to 180C.",
        "540s Peel (Gratin): done.",
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

  @Test func `done for a forgotten press counts when it was`() async throws {
    let supper = try await LiveTimeline.supper(
      saying: .done(Supper.peel, at: Seconds(550)), at: 700)
    let lines = try await supper.rest()
    #expect(
      lines == [
        "0s Preparing supper.",
        "0s Peel (Gratin): start, 10 min.",
        "120s Heat the oven to 180C.",
        "600s Peel (Gratin): time is up (10 min).",
        "660s * peel over by 60 s",
        "550s Peel (Gratin): done.",
        "700s Bake (Gratin): start, 50 min.",
        "700s * free until 3000 s",
        "2940s * wash in 60 s",
        "3000s Wash (Salad): start, 5 min.",
        "3300s Wash (Salad): time is up (5 min).",
        "3300s Wash (Salad): done.",
        "3300s * free until 3480 s",
        "3420s * dress in 60 s",
        "3480s Dress (Salad): start, 2 min.",
        "3600s Dress (Salad): time is up (2 min).",
        "3600s Dress (Salad): done.",
        "3700s Bake (Gratin): done.",
        "3700s Serve: Gratin, Salad.",
        "3700s 1 h 02 of prep time.",
      ])
  }

  @Test func `start brings a step forward`() async throws {
    let supper = try await LiveTimeline.supper(saying: .start(Supper.wash), at: 60)
    let lines = try await supper.rest()
    #expect(
      lines == [
        "0s Preparing supper.",
        "0s Peel (Gratin): start, 10 min.",
        "60s Wash (Salad): start, 5 min.",
        "120s Heat the oven to 180C.",
        "360s Wash (Salad): time is up (5 min).",
        "360s Wash (Salad): done.",
        "600s Peel (Gratin): time is up (10 min).",
        "600s Peel (Gratin): done.",
        "600s Bake (Gratin): start, 50 min.",
        "600s * free until 3480 s",
        "3420s * dress in 60 s",
        "3480s Dress (Salad): start, 2 min.",
        "3600s Bake (Gratin): done.",
        "3600s Dress (Salad): time is up (2 min).",
        "3600s Dress (Salad): done.",
        "3600s Serve: Gratin, Salad.",
        "3600s 1 h of prep time.",
      ])
  }

  @Test func `extend moves the end and what follows it`() async throws {
    let supper = try await LiveTimeline.supper(
      saying: .extend(Supper.peel, by: .minutes(5)), at: 60)
    let lines = try await supper.rest()
    #expect(
      lines == [
        "0s Preparing supper.",
        "0s Peel (Gratin): start, 10 min.",
        "60s Peel (Gratin) 5 min late: ready after 1 h 05.",
        "120s Heat the oven to 180C.",
        "900s Peel (Gratin): time is up (15 min).",
        "900s Peel (Gratin): done.",
        "900s Bake (Gratin): start, 50 min.",
        "900s * free until 3000 s",
        "2940s * wash in 60 s",
        "3000s Wash (Salad): start, 5 min.",
        "3300s Wash (Salad): time is up (5 min).",
        "3300s Wash (Salad): done.",
        "3300s * free until 3480 s",
        "3420s * dress in 60 s",
        "3480s Dress (Salad): start, 2 min.",
        "3600s Dress (Salad): time is up (2 min).",
        "3600s Dress (Salad): done.",
        "3600s * free until 3900 s",
        "3840s * serving in 60 s",
        "3900s Bake (Gratin): done.",
        "3900s Serve: Gratin, Salad.",
        "3900s 1 h 05 of prep time.",
      ])
  }

  @Test func `shorten has a wait end sooner`() async throws {
    let supper = try await LiveTimeline.supper(saying: .done(nil), at: 600)
    #expect(await supper.say(.shorten(Supper.bake, by: .minutes(20)), at: 900) == nil)
    let lines = try await supper.rest()
    #expect(
      lines == [
        "0s Preparing supper.",
        "0s Peel (Gratin): start, 10 min.",
        "120s Heat the oven to 180C.",
        "600s Peel (Gratin): time is up (10 min).",
        "600s Peel (Gratin): done.",
        "600s Bake (Gratin): start, 50 min.",
        "600s * free until 3000 s",
        "900s Bake (Gratin) 20 min early: ready after 1 h.",
        "2400s Bake (Gratin): done.",
        "2940s * wash in 60 s",
        "3000s Wash (Salad): start, 5 min.",
        "3300s Wash (Salad): time is up (5 min).",
        "3300s Wash (Salad): done.",
        "3300s * free until 3480 s",
        "3420s * dress in 60 s",
        "3480s Dress (Salad): start, 2 min.",
        "3600s Dress (Salad): time is up (2 min).",
        "3600s Dress (Salad): done.",
        "3600s Serve: Gratin, Salad.",
        "3600s 1 h of prep time.",
      ])
  }

  @Test func `skip leaves a step out and lets what follows it begin`() async throws {
    let supper = try await LiveTimeline.supper(saying: .skip(Supper.wash), at: 60)
    let lines = try await supper.rest()
    #expect(
      lines == [
        "0s Preparing supper.",
        "0s Peel (Gratin): start, 10 min.",
        "60s Wash (Salad): skipped.",
        "120s Heat the oven to 180C.",
        "600s Peel (Gratin): time is up (10 min).",
        "600s Peel (Gratin): done.",
        "600s Bake (Gratin): start, 50 min.",
        "600s * free until 3480 s",
        "3420s * dress in 60 s",
        "3480s Dress (Salad): start, 2 min.",
        "3600s Bake (Gratin): done.",
        "3600s Dress (Salad): time is up (2 min).",
        "3600s Dress (Salad): done.",
        "3600s Serve: Gratin, Salad.",
        "3600s 1 h of prep time.",
      ])
  }

  @Test func `hand gives a step to the other cook at once or for later`() async throws {
    let supper = try await LiveTimeline.supper(saying: .hand(Supper.peel, to: 1), at: 60)
    #expect(await supper.say(.hand(Supper.wash, to: 0), at: 70) == nil)
    let lines = try await supper.rest()
    #expect(
      supper.events.filter { $0.kind == .stepStarted || $0.kind == .stepHanded }
        .map { $0.cooks.joined(separator: ", ") } == ["Ana", "Ben", "", "Ana", "Ana"])
    #expect(
      lines == [
        "0s Preparing supper.",
        "0s Peel (Gratin): start, 10 min.",
        "60s Peel (Gratin): Ben takes over.",
        "70s Wash (Salad) in other hands: ready after 1 h.",
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
}
