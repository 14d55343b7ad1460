import Foundation
import KitchenModel
import KitchenStore
import MealExecution

/// What reaches a run from outside: the keyboard of this terminal, and verbs that other processes
/// leave in the database.
final class RunInbox: Sendable {
  /// Every command, as it comes.
  let commands: AsyncStream<MealExecution.RunCommand>
  private let continuation: AsyncStream<MealExecution.RunCommand>.Continuation
  private let tasks: [Task<Void, Never>]

  /// How often the database is looked at. A look costs one read of an index that is in memory.
  private static let interval = Duration.milliseconds(30)

  init(
    store: KitchenStore, run: Int, input: AsyncStream<CookInput>, watching: Bool,
    clock: @escaping @Sendable () -> Instant, timer: any Clock<Duration> = ContinuousClock()
  ) {
    let (commands, continuation) = AsyncStream.makeStream(of: MealExecution.RunCommand.self)
    self.commands = commands
    self.continuation = continuation
    guard watching else {
      tasks = []
      return
    }
    let keyboard = Task {
      for await said in input {
        guard let verb = PostedVerb(said).runVerb else { continue }
        continuation.yield(.init(verb))
      }
    }
    let letters = Task {
      while !Task.isCancelled {
        // A busy or full disk is met by the journal, which says so; here the next look does.
        for command in (try? store.runs.takeCommands(of: run, at: clock())) ?? [] {
          guard let verb = PostedVerb(name: command.verb, payload: command.payload)?.runVerb
          else { continue }
          continuation.yield(.init(verb, ticket: command.id))
        }
        try? await timer.sleep(for: Self.interval)
      }
    }
    tasks = [keyboard, letters]
  }

  /// Stops listening.
  func close() {
    for task in tasks { task.cancel() }
    continuation.finish()
  }
}
