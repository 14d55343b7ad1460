import Foundation
import GRDB
import KitchenModel
import Testing

@testable import KitchenStore

/// A long import makes summaries and indices afterwards; nobody can tell by looking.
struct LongImportTests {
  /// A length at which deferring is worthwhile.
  private let long = 1 << 30

  private func lines() throws -> [String] {
    let store = try KitchenStore.inMemory()
    try store.furnish()
    var lines: [String] = []
    try store.exportHistory { lines.append($0) }
    for day in 1...9 {
      lines.append(
        """
        {"format":"souschef.run/1","meal":"lunch","mode":"\(day > 7 ? "simulated" : "live")",\
        "startedAt":"2026-01-0\(day)T12:00:00Z","steps":[{"dish":"Pasta","step":"waiting",\
        "kind":"waiting","plannedStartSeconds":0,"plannedEndSeconds":600,"actualStartSeconds":0,\
        "actualEndSeconds":\(600 + day),"cooks":[],"endedBy":"cook"}]}
        """)
    }
    return lines
  }

  @Test func `a long import leaves what a short one does`() throws {
    let lines = try lines()
    let stores = try [0, long].map { bytes in
      let store = try KitchenStore.inMemory()
      let report = try store.importHistory(of: bytes) { importing in
        for line in lines { try importing.take(HistoryLine(reading: line)) }
      }
      #expect(report.added == 10)
      #expect(try store.integrity().findings.isEmpty)
      return store
    }
    #expect(try stores[0].schemaText() == stores[1].schemaText())
    #expect(try stores[0].history.dishes(.any) == stores[1].history.dishes(.any))
    #expect(try stores[0].history.meals(.real) == stores[1].history.meals(.real))
    #expect(try stores[0].history.steps(.any) == stores[1].history.steps(.any))
  }

  @Test func `a removed run is still brought back after a long import`() throws {
    let store = try KitchenStore.inMemory()
    try store.furnish()
    let before = try store.history.dishes(.simulated)
    try store.runs.remove(1, at: Samples.now)
    _ = try store.importHistory(of: long) { _ in }
    #expect(try store.integrity().findings.isEmpty)
    try store.undo(at: Samples.now)
    #expect(try store.history.dishes(.simulated) == before)
    #expect(try store.integrity().findings.isEmpty)
  }

  @Test func `a long import that fails leaves everything as it was`() throws {
    let folder = try TemporaryFolder()
    let store = try folder.store()
    try store.furnish()
    let (schema, history) = (try store.schemaText(), try store.history.steps(.any))
    #expect(throws: Diagnostic.self) {
      try store.importHistory(of: long) { importing in
        try importing.take(HistoryLine(reading: lines().last ?? ""))
        try importing.take(HistoryLine(reading: "{"))
      }
    }
    #expect(try store.schemaText() == schema)
    #expect(try store.history.steps(.any) == history)
    #expect(try store.integrity().findings.isEmpty)
  }

  @Test func `a plan that cannot be read is found out before anything is stored`() throws {
    let lines = try lines().map { $0.replacingOccurrences(of: "lowerBound", with: "lowerBund") }
    let store = try KitchenStore.inMemory()
    #expect(
      throws: Diagnostic(
        .badContent, "Plan 1 of the history cannot be read.",
        hints: ["Import what `history export` writes; nothing was stored."])
    ) {
      try store.importHistory { importing in
        for line in lines { try importing.take(HistoryLine(reading: line)) }
      }
    }
    #expect(try store.runs.list().isEmpty)
    #expect(try store.plans.list().isEmpty)
  }
}
