import Foundation
import KitchenModel
import KitchenStore
import MealExecution

/// What reaches a run from outside: the keyboard of this terminal, and verbs that other processes
/// leave in the database.
final class RunInbox: Sendable {
  /// Every command, as it comes.
  let commands: AsyncStream<RunRequest>
  private let continuation: AsyncStream<RunRequest>.Continuation
  private let tasks: [Task<Void, Never>]

  /// How often the database is looked at. A look costs one read of an index that is in memory.
  private static let interval = Duration.milliseconds(30)

  init(
    store: KitchenStore, run: Int, input: AsyncStream<RunVerb>, watching: Bool,
    clock: @escaping @Sendable () -> Instant, timer: any Clock<Duration> = ContinuousClock(),
    look: @escaping @Sendable () async -> Void
  ) {
    let (commands, continuation) = AsyncStream.makeStream(of: RunRequest.self)
    self.commands = commands
    self.continuation = continuation
    guard watching else {
      tasks = []
      return
    }
    let keyboard = Task {
      for await verb in input { continuation.yield(RunRequest(verb)) }
    }
    let storedVerbs = Task {
      while !Task.isCancelled {
        // The journal looks whether the database is still there.
        await look()
        // A busy or full disk is met by the journal, which says so; here the next look does.
        for posted in (try? store.runs.takeVerbs(of: run, at: clock())) ?? [] {
          guard let verb = posted.verb else { continue }
          continuation.yield(RunRequest(verb, ticket: posted.id))
        }
        try? await timer.sleep(for: Self.interval)
      }
    }
    tasks = [keyboard, storedVerbs]
  }

  /// Stops listening.
  func close() {
    for task in tasks { task.cancel() }
    continuation.finish()
  }
}
