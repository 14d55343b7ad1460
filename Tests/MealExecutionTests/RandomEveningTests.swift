import Foundation
import KitchenModel
import MealExecution
import Testing

/// Whatever happens on an evening, the log is consistent, says where everything stands, and the run
/// ends.
struct RandomEveningTests {
  @Test(arguments: [Run.Policy.static, .replan, .inOrder, .sequential], [true, false])
  func `any verbs, stops and kills leave a consistent log and an end`(
    policy: Run.Policy, isLive: Bool
  ) throws {
    for seed in 0..<Self.evenings {
      var evening = try RandomEvening(seed: seed, policy, isLive: isLive)
      #expect(try evening.cook() == [], "seed \(seed)")
      let restored = RunStateMachine(
        plan: evening.plan, settings: evening.machine.settings, replaying: evening.events)
      #expect(restored.status == evening.machine.status, "seed \(seed)")
      for (kept, told) in zip(evening.machine.steps, restored.steps) {
        #expect(
          kept.status == told.status && kept.start == told.start && kept.end == told.end
            && kept.cooks == told.cooks, "seed \(seed): \(kept.reference)")
      }
    }
  }

  /// Acts that nobody has answered are due also for whoever takes the run up, and what was said and
  /// taken back leaves the log as true as the machine.
  @Test(arguments: [Run.Policy.static, .replan])
  func `a cook who answers every act leaves a log that knows what is due`(
    policy: Run.Policy
  ) throws {
    for seed in 0..<Self.evenings {
      var evening = try RandomEvening(seed: seed, policy, isLive: true, answering: .byCook)
      // Whoever answers was at hand, whatever else they were at.
      let faults = try evening.cook().filter { !$0.hasPrefix("nobody at hand") }
      #expect(faults == [], "seed \(seed)")
      #expect(evening.disagreements == [], "seed \(seed)")
      let restored = RunStateMachine(
        plan: evening.plan, settings: evening.machine.settings, replaying: evening.events)
      #expect(restored.status == evening.machine.status, "seed \(seed)")
      #expect(restored.state.served == evening.machine.state.served, "seed \(seed)")
      for (kept, told) in zip(evening.machine.steps, restored.steps) {
        #expect(
          kept.status == told.status && kept.start == told.start && kept.end == told.end
            && kept.cooks == told.cooks, "seed \(seed): \(kept.reference)")
      }
    }
  }

  @Test(arguments: [true, false])
  func `every verb is among them, and so are resumptions`(isLive: Bool) throws {
    var followed: Set<String> = []
    var resumptions = 0
    for seed in 0..<400 {
      var evening = try RandomEvening(seed: seed, .static, isLive: isLive)
      _ = try evening.cook()
      followed.formUnion(evening.followed.keys)
      resumptions += evening.resumptions
    }
    #expect(
      followed == [
        "done", "backdate", "start", "extend", "shorten", "skip", "hand", "pause", "resume", "add",
        "drop", "note", "undo", "abort",
      ])
    #expect(resumptions > 50)
  }

  /// As many as `RANDOM_EVENINGS` says, or a few for every time that the tests run.
  private static let evenings =
    ProcessInfo.processInfo.environment["RANDOM_EVENINGS"].flatMap { Int($0) } ?? 60
}
