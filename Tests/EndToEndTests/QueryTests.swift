import Foundation
import Testing

/// `db query` reads, whatever it is asked, and is never in the way of the kitchen.
struct QueryTests {
  private let kitchen: Kitchenette

  init() throws {
    kitchen = try Kitchenette()
    try kitchen.stockLunch()
  }

  @Test func `an endless answer comes row by row`() throws {
    let endless = "WITH RECURSIVE c(x) AS (SELECT 1 UNION ALL SELECT x + 1 FROM c) SELECT x FROM c"
    for format in ["--json", "--csv", "--table"] {
      let asking = try kitchen.start(["db", "query", endless, format])
      var looks = 0
      while asking.said.utf8.count < 1 << 18, looks < 3000 {
        RealTime.pass(milliseconds: 10)
        looks += 1
      }
      #expect(looks < 3000, "\(format) prints nothing")
      kill(asking.process.processIdentifier, SIGINT)
      let finished = try asking.finish()
      #expect(finished.wasKilled && finished.code == SIGINT || finished.code == 130)
    }
  }

  @Test func `a long table is several, each whole`() throws {
    let long =
      "WITH RECURSIVE c(x) AS (SELECT 1 UNION ALL SELECT x + 1 FROM c LIMIT 25000) SELECT x FROM c"
    let lines = try kitchen.does("db", "query", long).lines
    #expect(lines.count == 25_003)
    #expect(lines.filter { $0 == "x" }.count == 3)
    #expect(lines.last == "25000")
  }

  @Test func `streamed documents are those of a table`() throws {
    let rows = "SELECT 1 AS a, 'x,' AS b UNION ALL SELECT NULL, 'y'"
    #expect(
      try kitchen.does("db", "query", rows, "--json").output == """
        [
          {
            "a": 1,
            "b": "x,"
          },
          {
            "a": null,
            "b": "y"
          }
        ]

        """)
    #expect(try kitchen.does("db", "query", rows, "--csv").output == "a,b\r\n1,\"x,\"\r\n,y\r\n")
    #expect(try kitchen.does("db", "query", "SELECT 1 AS a WHERE 0", "--json").output == "[]\n")
    #expect(try kitchen.does("db", "query", "SELECT 1 AS a WHERE 0", "--csv").output == "a\r\n")
    #expect(try kitchen.does("db", "query", "SELECT 1 AS a WHERE 0").output == "No rows.\n")
  }

  @Test func `a value that no memory holds is refused`() throws {
    let finished = try kitchen.souschef("db", "query", "SELECT zeroblob(900000000)", "--json")
    #expect(finished.code == 1)
    #expect(finished.errors.contains("more than 64 MB"))
  }

  @Test(arguments: [
    "PRAGMA hard_heap_limit = 1", "EXPLAIN PRAGMA hard_heap_limit(1)",
    "PRAGMA main.user_version = 3",
    "/* a */ -- b\n ; PRAGMA soft_heap_limit = 1", "pragma \"wal_checkpoint\"",
    "PRAGMA journal_mode",
    "EXPLAIN QUERY PLAN PRAGMA optimize",
  ])
  func `a pragma that may act is refused`(sql: String) throws {
    let before = try kitchen.databaseBytes()["souschef.db"]
    let finished = try kitchen.souschef("db", "query", sql)
    #expect(finished.code == 64)
    #expect(finished.errors.contains("may change how the database works"))
    #expect(try kitchen.databaseBytes()["souschef.db"] == before)
  }

  @Test(arguments: ["PRAGMA user_version", "PRAGMA table_info('dish')", "PRAGMA main.page_size"])
  func `a pragma that only tells is answered`(sql: String) throws {
    try kitchen.does("db", "query", sql)
  }

  @Test(arguments: ["SELECT 1; SELECT 2", "SELECT ';'; PRAGMA hard_heap_limit = 1", "SELECT 1;;x"])
  func `several statements are refused in plain words`(sql: String) throws {
    try kitchen.refuses(
      "db", "query", sql, code: 64,
      saying: "souschef: These are several statements; db query takes one.\n"
        + "Hint: Run them one at a time.\n")
  }

  @Test(arguments: ["SELECT 1;", "SELECT ';' -- a; b", "SELECT 1; /* that; is all */ ;"])
  func `one statement is one, whatever it ends with`(sql: String) throws {
    try kitchen.does("db", "query", sql)
  }

  @Test func `an endless line of a history is refused`() throws {
    let shell = Process()
    shell.executableURL = URL(filePath: "/bin/sh")
    shell.arguments = ["-c", "exec \"$PROGRAM\" history import /dev/zero"]
    shell.environment = kitchen.environment.merging([
      "PROGRAM": Kitchenette.binary.path(percentEncoded: false)
    ]) { $1 }
    let errors = Pipe()
    shell.standardError = errors
    try shell.run()
    let said = String(
      decoding: try errors.fileHandleForReading.readToEnd() ?? Data(), as: UTF8.self)
    shell.waitUntilExit()
    #expect(shell.terminationStatus == 65)
    #expect(said.contains("A line of \"/dev/zero\" is longer than 64 MB."))
  }
}
