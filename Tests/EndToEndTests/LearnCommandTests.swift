import Foundation
import TestSupport
import Testing

/// `souschef learn`, and plans that use what was learned.
struct LearnCommandTests {
  private func stocked() throws -> Kitchenette {
    let kitchen = try Kitchenette()
    try kitchen.stockHistory()
    return kitchen
  }

  @Test(arguments: [
    ("learn.txt", ["learn"]), ("learn.json", ["learn", "Gratin", "--json"]),
    ("learn.csv", ["learn", "--csv"]),
    (
      "plan-risk.txt",
      ["plan", "dinner", "--estimates", "learned", "--risk", "--serve-at", "19:30"]
    ),
  ])
  func `what is learned is reported with its evidence`(name: String, arguments: [String]) throws {
    let told = try stocked().souschef(arguments + ["--now", Kitchenette.present])
    #expect(told.errors.isEmpty)
    try Golden.expect(told.output, named: "history/\(name)")
  }

  @Test func `nothing is learned silently, and undo takes it back with its provenance`() throws {
    let kitchen = try stocked()
    let before = try kitchen.does("dish", "show", "Gratin", "--json").output
    let files = try kitchen.databaseBytes()
    try kitchen.does("learn")
    try kitchen.does("learn", "--apply", "--dry-run")
    #expect(try kitchen.databaseBytes() == files)
    try kitchen.does("learn", "Gratin", "--apply")
    let dish = try kitchen.does("dish", "show", "Gratin", "--json").json()
    let steps = try #require(dish["steps"] as? [[String: Any]])
    #expect(steps[0]["likelySeconds"] as? Int == 1110)
    #expect(steps[1]["likelySeconds"] as? Int == 3000)
    let sources = try kitchen.does(
      "db", "query",
      "SELECT step, before_seconds, after_seconds, times, runs, withdrawn_at IS NULL AS stands "
        + "FROM learned_estimate", "--csv")
    #expect(
      sources.output.contains("peel,900,1110,6,\"[6,5,4,3,2,1]\",1"), "\(sources.output)")
    #expect(try kitchen.does("learn", "Gratin", "--json").output == "[]\n")
    try kitchen.does("undo")
    #expect(try kitchen.does("dish", "show", "Gratin", "--json").output == before)
    #expect(
      try kitchen.does(
        "db", "query", "SELECT count(*) AS n FROM learned_estimate WHERE withdrawn_at IS NULL",
        "--csv"
      ).output == "n\r\n0\r\n")
  }

  @Test func `a plan takes learned estimates only where they are asked for, and stores none`()
    throws
  {
    let kitchen = try stocked()
    func makespan(_ estimates: String...) throws -> Int? {
      try kitchen.souschef(["plan", "Gratin", "--json"] + estimates).json()["makespanSeconds"]
        as? Int
    }
    #expect(try makespan() == 3900)
    #expect(try makespan("--estimates", "stored") == 3900)
    #expect(try makespan("--estimates", "learned") == 4110)
    #expect(try makespan() == 3900)
    try kitchen.refuses(
      "plan", "Gratin", "--estimates", "guessed", code: 64,
      saying: "souschef: --estimates must be stored or learned (got \"guessed\").\n"
        + "Hint: stored is the default.\n")
  }

  @Test func `a risk is the same every time, and certain where nothing is known`() throws {
    let kitchen = try stocked()
    func risk(_ arguments: String...) throws -> [String: Any] {
      let plan = try kitchen.souschef(["plan"] + arguments + ["--risk", "--json"]).json()
      return try #require(plan["risk"] as? [String: Any])
    }
    let known = try risk("Gratin")
    #expect(NSDictionary(dictionary: known).isEqual(to: try risk("Gratin")))
    #expect(known["runs"] as? Int == 200)
    // Peeling never took as little as the stored estimate says, though it may come near.
    #expect(try #require(known["chanceInTime"] as? Double) < 0.2)
    #expect(known["stepsByHistory"] as? Int == 1)
    let deciders = try #require(known["decidedBy"] as? [[String: Any]])
    #expect(deciders.map { $0["step"] as? String } == ["peel"])
    let earlier = try #require(known["startEarlierSeconds"] as? Int)
    let late = try #require(known["servingP95Seconds"] as? Int) - 3900
    #expect(earlier % 60 == 0 && earlier >= late && earlier < late + 60)

    try kitchen.does("dish", "add", "Tea", "--waiting", "4m")
    let certain = try risk("Tea")
    #expect(certain["chanceInTime"] as? Int == 1)
    #expect(certain["startEarlierSeconds"] as? Int == 0)
  }
}
