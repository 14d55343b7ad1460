import Foundation
import KitchenStore
import Testing

/// A run that lost its database is kept in a file of its own, whatever lies there already.
@Suite struct KeptFileTests {
  @Test func `a second kept run has another name with the same ending`() throws {
    let folder = try TemporaryFolder()
    let place = KeptFile.path(ofRun: 1, beside: folder.path("souschef.db"))
    let first = try #require(KeptFile.write("one\n", at: place, isNew: true))
    let second = try #require(KeptFile.write("two\n", at: place, isNew: true))
    #expect(first == place)
    #expect(second.hasSuffix("souschef.db.run-1-2.jsonl"))
    #expect(try String(contentsOfFile: first, encoding: .utf8) == "one\n")
    #expect(try String(contentsOfFile: second, encoding: .utf8) == "two\n")
    #expect(KeptFile.runs(beside: folder.path("souschef.db")) == [second, first])
  }
}
