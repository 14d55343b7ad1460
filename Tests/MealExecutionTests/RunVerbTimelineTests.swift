import KitchenModel
import MealExecution
import TestSupport
import Testing

/// A whole live supper for every verb about the run and its dishes: what is said when, to the end.
struct RunVerbTimelineTests {
  @Test func `pause starts nothing until resume`() async throws {
    let supper = try await LiveTimeline.supper(saying: .pause, at: 500)
    #expect(await supper.say(.pause, at: 510) == .paused)
    #expect(await supper.say(.done(nil), at: 600) == nil)
    #expect(await supper.say(.resume, at: 660) == nil)
    #expect(await supper.say(.resume, at: 661) == .notPaused)
    let lines = try await supper.rest()
    #expect(
      lines == [
        "0s Preparing supper.",
        "0s Peel (Gratin): start, 10 min.",
        "120s Heat the oven to 180C.",
        "500s Paused.",
        "600s Peel (Gratin): time is up (10 min).",
        "600s Peel (Gratin): done.",
        "660s Resumed.",
        "660s Bake (Gratin): start, 50 min.",
        "660s * free until 3000 s",
        "2940s * wash in 60 s",
        "3000s Wash (Salad): start, 5 min.",
        "3300s Wash (Salad): time is up (5 min).",
        "3300s Wash (Salad): done.",
        "3300s * free until 3480 s",
        "3420s * dress in 60 s",
        "3480s Dress (Salad): start, 2 min.",
        "3600s Dress (Salad): time is up (2 min).",
        "3600s Dress (Salad): done.",
        "3660s Bake (Gratin): done.",
        "3660s Serve: Gratin, Salad.",
        "3660s 1 h 01 of prep time.",
      ])
  }

  @Test func `add cooks another dish with the rest`() async throws {
    let supper = try await LiveTimeline.supper(saying: .add([try Supper.rice()]), at: 60)
    let lines = try await supper.rest()
    #expect(
      lines == [
        "0s Preparing supper.",
        "0s Peel (Gratin): start, 10 min.",
        "60s Rice added: ready after 1 h 17.",
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
        "3600s Rinse (Rice): start, 2 min.",
        "3720s Rinse (Rice): time is up (2 min).",
        "3720s Rinse (Rice): done.",
        "3720s Boil (Rice): start, 15 min.",
        "3720s * free until 4620 s",
        "4560s * serving in 60 s",
        "4620s Boil (Rice): done.",
        "4620s Serve: Gratin, Salad, Rice.",
        "4620s 1 h 17 of prep time.",
      ])
  }

  @Test func `drop leaves out what is left of a dish`() async throws {
    let supper = try await LiveTimeline.supper(saying: .drop(dish: 1), at: 60)
    let lines = try await supper.rest()
    #expect(
      lines == [
        "0s Preparing supper.",
        "0s Peel (Gratin): start, 10 min.",
        "60s Wash (Salad): left out.",
        "60s Dress (Salad): left out.",
        "120s Heat the oven to 180C.",
        "600s Peel (Gratin): time is up (10 min).",
        "600s Peel (Gratin): done.",
        "600s Bake (Gratin): start, 50 min.",
        "600s * free until 3600 s",
        "3540s * serving in 60 s",
        "3600s Bake (Gratin): done.",
        "3600s Serve: Gratin.",
        "3600s 1 h of prep time.",
      ])
  }

  @Test func `note is written down and changes nothing`() async throws {
    let supper = try await LiveTimeline.supper(saying: .note("The oven runs hot."), at: 60)
    let lines = try await supper.rest()
    #expect(
      lines == [
        "0s Preparing supper.",
        "0s Peel (Gratin): start, 10 min.",
        "60s The oven runs hot.",
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

  @Test func `undo takes a wrong press back`() async throws {
    let supper = try await LiveTimeline.supper(saying: .done(nil), at: 300)
    #expect(await supper.say(.undo, at: 320) == nil)
    #expect(await supper.say(.undo, at: 321) == .nothingToUndo)
    let lines = try await supper.rest()
    #expect(
      lines == [
        "0s Preparing supper.",
        "0s Peel (Gratin): start, 10 min.",
        "120s Heat the oven to 180C.",
        "300s Peel (Gratin): done.",
        "300s * free until 600 s",
        "320s Peel (Gratin): undone, keeps running.",
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

  @Test func `abort ends the run and keeps its record`() async throws {
    let supper = try await LiveTimeline.supper(saying: .abort, at: 60)
    #expect(try await supper.finish() == .aborted)
    #expect(
      supper.lines == [
        "0s Preparing supper.",
        "0s Peel (Gratin): start, 10 min.",
        "60s Aborted after 1 min.",
      ])
    #expect(supper.events.map(\.kind) == [.runStarted, .stepStarted, .runAborted])
  }
}
