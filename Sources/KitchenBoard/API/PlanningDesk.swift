import KitchenModel
import NIOCore
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
    _ request: PlanningRequest, for channel: (any Channel)? = nil
  ) async throws -> PlannedMeal {
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
      try await kitchen.use { workspace in
        try PlanMeal(request: request)
          .perform(in: workspace, isCancelled: { isOver.isSet }).value
      }
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
