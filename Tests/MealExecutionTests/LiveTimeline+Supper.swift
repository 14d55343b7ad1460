import KitchenModel
import MealExecution
import TestSupport
import Testing

/// A whole live supper, on a manual clock.
extension LiveTimeline {
  /// A supper up to `moment`, at which something is said and followed.
  static func supper(
    saying verb: RunVerb, at moment: Int, sourceLocation: SourceLocation = #_sourceLocation
  ) async throws -> LiveTimeline {
    let supper = LiveTimeline(try Supper.plan())
    #expect(await supper.say(verb, at: moment) == nil, sourceLocation: sourceLocation)
    return supper
  }

  /// Cooks on to the end and gives what was said after the first `count` lines: every event durable
  /// before, and nothing wrong with the log.
  func rest(
    dropping count: Int = 0, sourceLocation: SourceLocation = #_sourceLocation
  ) async throws -> [String] {
    #expect(try await cookOn() == .finished, sourceLocation: sourceLocation)
    #expect(bench.listener.undurable == [], sourceLocation: sourceLocation)
    #expect(
      LogCheck.faults(events, await machine.plan) == [], sourceLocation: sourceLocation)
    return Array(lines.dropFirst(count))
  }
}
