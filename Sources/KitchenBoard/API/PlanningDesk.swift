import KitchenModel
import NIOCore
import Rendering
import SouschefCore
import Synchronization

/// Where plans are made: one at a time, for ten seconds at most, and no longer than its client waits.
final class PlanningDesk: Sendable {
  private let kitchen: BoardKitchen
  private let isTaken = Mutex(false)

  init(kitchen: BoardKitchen) { self.kitchen = kitchen }

  /// Makes a plan.
  ///
  /// - Parameter channel: The client's connection: when that is gone the search ends.
  /// - Throws: ``Diagnostic``, or ``BoardFailure`` where another plan is being made.
  func plan(
    _ request: PlanningRequest, trying: PlanMeal.Trying = .nothing,
    for channel: (any Channel)? = nil
  ) async throws -> Outcome<PlannedMeal> {
    try await alone(for: channel) { isOver in
      try await self.kitchen.use { workspace in
        try PlanMeal(request: request, trying: trying)
          .perform(in: workspace, isCancelled: { isOver.isSet })
      }
    }
  }

  /// How long a page waits for the risk of its plan.
  private static let riskPatience = Duration.milliseconds(1500)

  /// How likely a plan is to be served in time; nil where there was no time to find out.
  ///
  /// - Throws: ``Diagnostic``, or ``BoardFailure`` where another plan is being made.
  func risk(of plan: Plan, for channel: (any Channel)? = nil) async throws -> ServingRisk? {
    try await alone(for: channel) { isOver in
      let end = ContinuousClock.now + Self.riskPatience
      return try await AssessRisk(of: plan).perform(
        in: self.kitchen.workspace,
        isCancelled: { isOver.isSet || ContinuousClock.now >= end }
      ).value
    }
  }

  /// Does one thing at a time; `body` hears when nobody waits for it any more.
  private func alone<Value: Sendable>(
    for channel: (any Channel)?, _ body: @escaping @Sendable (Flag) async throws -> Value
  ) async throws -> Value {
    guard
      isTaken.withLock({ isTaken in
        defer { isTaken = true }
        return !isTaken
      })
    else { throw BoardFailure.planning }
    defer { isTaken.withLock { $0 = false } }
    let isOver = Flag()
    channel?.closeFuture.whenComplete { _ in isOver.set() }
    return try await withTaskCancellationHandler {
      try await body(isOver)
    } onCancel: {
      isOver.set()
    }
  }
}

/// Something that happens once.
final class Flag: Sendable {
  private let value = Mutex(false)
  var isSet: Bool { value.withLock { $0 } }

  /// Notes that it has happened; false where it had already.
  @discardableResult
  func set() -> Bool {
    value.withLock { isSet in
      defer { isSet = true }
      return !isSet
    }
  }
}
