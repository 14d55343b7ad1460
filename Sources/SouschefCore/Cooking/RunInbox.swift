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

  /// How often the database is looked at.
  private static let pace = Doorbell.Pace(
    unheard: .milliseconds(30), heard: .milliseconds(100))

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
    let ticks = Doorbell(hearing: store.path).ticks(Self.pace, timer)
    let storedVerbs = Task {
      var latest: KitchenStore.Pulse?
      for await _ in ticks.stream {
        // The journal looks whether the database is still there.
        await look()
        // Where nobody has written, nobody has said anything.
        let pulse = try? store.pulse()
        guard pulse == nil || pulse != latest || ticks.takeSecond() else { continue }
        latest = pulse
        do {
          for posted in try store.runs.takeVerbs(of: run, at: clock()) {
            guard let verb = posted.verb else { continue }
            continuation.yield(RunRequest(verb, ticket: posted.id))
          }
        } catch {
          // A busy or full disk is met by the journal, which says so; here the next look does.
          latest = nil
        }
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
