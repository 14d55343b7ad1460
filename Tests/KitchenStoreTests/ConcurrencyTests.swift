import Foundation
import KitchenModel
import Testing

@testable import KitchenStore

/// Many connections at one file, each on a thread of its own, as many processes would be. With
/// processes: `for i in $(seq 20); do souschef --db new.db dish add "Dish $i" --waiting 1m & done`.
struct ConcurrencyTests {
  /// Runs `body` on as many threads at once, and returns what each threw.
  private func atOnce(
    _ count: Int, _ body: @escaping @Sendable (Int) throws -> Void
  ) async -> [any Error] {
    let outcomes = AsyncStream.makeStream(of: (any Error)?.self)
    for number in 0..<count {
      Thread.detachNewThread {
        do {
          try body(number)
          outcomes.continuation.yield(nil)
        } catch {
          outcomes.continuation.yield(error)
        }
      }
    }
    var errors: [any Error] = []
    var finished = 0
    for await error in outcomes.stream {
      if let error { errors.append(error) }
      finished += 1
      if finished == count { break }
    }
    return errors
  }

  @Test(arguments: 0..<5)
  func `twenty connections create one database and each adds its dish`(round: Int) async throws {
    let folder = try TemporaryFolder()
    let path = folder.path("new/souschef.db")
    let errors = await atOnce(20) { number in
      let store = try KitchenStore.open(at: path, for: .writing)
      try store.dishes.add(Samples.dish("Dish \(number)"), at: Samples.now)
    }
    #expect(errors.isEmpty, "\(errors)")
    let store = try KitchenStore.open(at: path, for: .reading)
    #expect(try Set(store.dishes.names()) == Set((0..<20).map { "Dish \($0)" }))
    #expect(try store.integrity().findings.isEmpty)
  }

  @Test func `readers see whole changes while a cook writes`() async throws {
    let folder = try TemporaryFolder()
    let path = folder.path()
    try folder.store().close()
    let errors = await atOnce(6) { number in
      let store = try KitchenStore.open(at: path, for: .writing)
      for round in 0..<20 {
        if number < 2 {
          try store.change(at: Samples.now) { change in
            try change.add(Samples.dish("A \(number) \(round)"))
            try change.add(Samples.dish("B \(number) \(round)"))
          }
        } else if try !store.dishes.names().count.isMultiple(of: 2) {
          throw Unreadable()
        }
      }
    }
    #expect(errors.isEmpty, "\(errors)")
    #expect(try folder.store().dishes.names().count == 80)
  }

  @Test func `one store may be shared by tasks`() async throws {
    let store = try KitchenStore.inMemory()
    try await withThrowingTaskGroup { group in
      for number in 0..<20 {
        group.addTask { try store.dishes.add(Samples.dish("Dish \(number)"), at: Samples.now) }
      }
      try await group.waitForAll()
    }
    #expect(try store.dishes.names().count == 20)
  }

  @Test func `twenty connections migrate an old database once`() async throws {
    let folder = try TemporaryFolder()
    let path = folder.path()
    try folder.store().dishes.add(Samples.dish("Pasta"), at: Samples.now)
    let next = Schema(
      migrations: Schema.embedded.migrations + [
        .init(name: "9999_next", sql: "CREATE TABLE pan (id INTEGER PRIMARY KEY) STRICT")
      ])
    let errors = await atOnce(20) { _ in
      let store = try KitchenStore.open(at: path, for: .writing, schema: next)
      guard try store.dishes.names() == ["Pasta"] else { throw Unreadable() }
    }
    #expect(errors.isEmpty, "\(errors)")
    #expect(try folder.contents().filter { $0.hasSuffix(".backup") }.count == 1)
  }
}
