import Foundation
import Testing

/// The zone that `TZ` names, and what happens to the clock in it.
struct ZoneTests {
  private let kitchen: Kitchenette

  init() throws {
    kitchen = try Kitchenette()
    try kitchen.stockLunch()
  }

  private func plan(_ time: String, in zone: String, _ more: String...) throws
    -> Kitchenette.Finished
  {
    try kitchen.souschef(
      ["plan", "lunch", "--serve-at", time] + more, environment: ["TZ": zone])
  }

  @Test(arguments: [
    ("Europe/Berlin", "2026-12-01T18:00:00Z"), (":America/New_York", "2026-12-02T00:00:00Z"),
    ("UTC+3", "2026-12-01T22:00:00Z"), ("GMT-2", "2026-12-01T17:00:00Z"),
    ("<-03>3", "2026-12-01T22:00:00Z"), ("<+0545>-5:45", "2026-12-01T13:15:00Z"),
    ("EST5EDT", "2026-12-02T00:00:00Z"), ("CET-1CEST,M3.5.0,M10.5.0/3", "2026-12-01T18:00:00Z"),
    ("/usr/share/zoneinfo/Asia/Tokyo", "2026-12-01T10:00:00Z"), ("", "2026-12-01T19:00:00Z"),
  ])
  func `every form of a zone is understood`(zone: String, served: String) throws {
    let plan = try plan("2026-12-01 19:00", in: zone, "--json").json()
    #expect(plan["serveAt"] as? String == served)
  }

  @Test func `a rule of summer time holds in summer`() throws {
    let rule = "EST5EDT,M3.2.0,M11.1.0"
    #expect(
      try plan("2027-07-01 19:00", in: rule, "--json").json()["serveAt"] as? String
        == "2027-07-01T23:00:00Z")
  }

  @Test(arguments: ["Mars/Phobos", "XYZ5ABC,M1.1.1,M2.2.2", "UTC+99", "../etc/passwd", "x"])
  func `a zone that nobody knows is refused`(zone: String) throws {
    let finished = try plan("19:00", in: zone)
    #expect(finished.code == 64)
    #expect(finished.errors.hasPrefix("souschef: TZ: the time zone \"\(zone)\" is unknown."))
  }

  @Test(arguments: [["--serve-at"], ["--start-at"], ["--now"]])
  func `a time over which the clocks are put forward is refused`(option: [String]) throws {
    let finished = try kitchen.souschef(
      ["plan", "lunch"] + option + ["2027-03-28 02:30"], environment: ["TZ": "Europe/Berlin"])
    #expect(finished.code == 64)
    #expect(
      finished.errors.contains(
        "\"2027-03-28 02:30\" does not exist: the clocks are put forward over it."))
    #expect(try plan("2027-03-28 03:30", in: "Europe/Berlin").code == 0)
  }

  /// The identifiers of the events of a plan.
  private func identifiers(_ time: String, _ more: String...) throws -> [String] {
    let finished = try kitchen.souschef(
      ["plan", "lunch", "--serve-at", time, "--format", "ics"] + more,
      environment: ["TZ": "America/New_York"])
    return finished.output.split(separator: "\r\n").filter { $0.hasPrefix("UID") }.map(String.init)
      .sorted()
  }

  @Test func `events keep their identifiers for as long as the cook's day lasts`() throws {
    let evening = try identifiers("2026-12-01 18:30")
    #expect(try identifiers("2026-12-01 19:30") == evening)
    #expect(try identifiers("2026-12-01 23:30") == evening)
    let other = try identifiers("2026-12-02 12:30")
    #expect(Set(other).isDisjoint(with: evening))
  }

  @Test func `two stored plans of one day have events of their own`() throws {
    let lunch = try identifiers("2026-12-02 12:30", "--save")
    let dinner = try identifiers("2026-12-02 18:30", "--save")
    #expect(Set(lunch).isDisjoint(with: dinner))
    let again = try kitchen.souschef(
      "plans", "show", "1", "--format", "ics", environment: ["TZ": "America/New_York"])
    #expect(
      again.output.split(separator: "\r\n").filter { $0.hasPrefix("UID") }.map(String.init).sorted()
        == lunch)
  }
}
