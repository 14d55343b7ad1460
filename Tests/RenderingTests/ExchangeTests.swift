import Foundation
import KitchenModel
import Rendering
import TestSupport
import Testing

/// Plans handed to other programs.
@Suite struct ExchangeTests {
  private let berlin: LocalClock
  private let stamp = Instant(epochSeconds: 1_795_000_000)

  /// Names that have broken somebody's files.
  static let hostile = [
    "title rice", "a b;c#d", "=1+1", "<script>alert(1)</script>", "-2+3", "@cmd", "a, b; \"c\"",
    "שלום עולם", "🍝 pâté 👩‍🍳", "section", "%% comment", "end", "back\\slash", "--> arrow",
    String(repeating: "long ", count: 19), "]]>", "&amp;",
    "2026-11-26 dinner", "accDescription of rice", "- rice", "-inf", "＝1+1", "|calc",
    "click here \"x\"",
  ]

  init() throws {
    berlin = LocalClock(try #require(TimeZone(identifier: "Europe/Berlin")))
  }

  private func plan(named name: String) throws -> Plan {
    let dish = Dish(
      // Titles and meals may have every character, dishes not these.
      name: try Name(name.filter { $0 != "/" && $0 != ":" }),
      steps: [
        Step(id: "one", title: name, Way(.blocking, Estimate(.minutes(5)))),
        Step(id: "two", title: name, Way(.waiting, Estimate(.zero))),
      ])
    let menu = Menu(name: name, dishes: [dish], kitchen: Kitchen())
    return Plan(
      menu: menu, status: .optimal, objective: .hot, anchor: .serve, makespan: .minutes(5),
      lowerBound: .minutes(5), stalenessLowerBound: .zero, sequential: .minutes(5),
      inOrder: nil, startAt: stamp, serveAt: stamp + .minutes(5),
      steps: [
        PlannedStep(
          StepReference(dish: 0, step: 0), kind: .blocking, start: .zero, end: .minutes(5),
          cooks: [0]),
        PlannedStep(
          StepReference(dish: 0, step: 1), kind: .waiting, start: .minutes(5), end: .minutes(5)),
      ])
  }

  @Test func `a plan for other programs`() throws {
    let plan = try PlanFixtures.roastDinner()
    try Golden.expect(
      PlanCalendar.text(of: plan, startingAt: stamp, stamp: stamp, clock: LocalClock(.gmt)),
      named: "exchange/roast.ics")
    try Golden.expect(PlanCSV.text(of: plan), named: "exchange/roast.csv")
    try Golden.expect(PlanMermaid.text(of: plan, clock: berlin), named: "exchange/roast.mmd")
    try Golden.expect(PlanHTML.text(of: plan, clock: berlin), named: "exchange/roast.html")
  }

  @Test(arguments: hostile)
  func `a calendar is well-formed whatever the names`(name: String) throws {
    let text = PlanCalendar.text(
      of: try plan(named: name), startingAt: stamp, stamp: stamp, clock: LocalClock(.gmt))
    #expect(text.utf8.reversed().starts(with: [10, 13]))
    let lines = text.components(separatedBy: "\r\n").dropLast()
    #expect(!text.replacingOccurrences(of: "\r\n", with: "").contains { $0.isNewline })
    #expect(lines.allSatisfy { $0.utf8.count <= 75 })
    let unfolded = text.replacingOccurrences(of: "\r\n ", with: "")
      .components(separatedBy: "\r\n").dropLast()
    var open: [String] = []
    for line in unfolded {
      let parts = line.split(separator: ":", maxSplits: 1).map(String.init)
      #expect(parts.count == 2, "\(line)")
      if parts[0] == "BEGIN" { open.append(parts[1]) }
      if parts[0] == "END" { #expect(open.popLast() == parts[1]) }
    }
    #expect(open.isEmpty)
    let identifiers = unfolded.filter { $0.hasPrefix("UID:") }
    #expect(identifiers.count == 3)
    #expect(Set(identifiers).count == identifiers.count)
  }

  @Test func `the same plan later in the day keeps its identifiers`() throws {
    var later = try plan(named: "Rice")
    let text = PlanCalendar.text(
      of: later, startingAt: stamp, stamp: stamp, clock: LocalClock(.gmt))
    later.steps[0].end = .minutes(4)
    let moved = PlanCalendar.text(
      of: later, startingAt: stamp, stamp: stamp + .minutes(1), clock: LocalClock(.gmt))
    func identifiers(_ text: String) -> [String] {
      text.components(separatedBy: "\r\n").filter { $0.hasPrefix("UID:") }
    }
    #expect(identifiers(text) == identifiers(moved))
    #expect(text != moved)
  }

  @Test(arguments: hostile)
  func `no cell is a formula`(name: String) throws {
    let text = PlanCSV.text(of: try plan(named: name))
    for line in text.components(separatedBy: "\r\n").dropLast() {
      let first = line.first { $0 != "\"" }
      #expect(first.map { !"=+-@|＝".contains($0) } ?? true, "\(line)")
    }
  }

  @Test(arguments: hostile)
  func `every task of a Mermaid chart is a name, a colon and two times`(name: String) throws {
    let text = PlanMermaid.text(of: try plan(named: name), clock: berlin)
    let lines = text.split(separator: "\n").map { $0.drop { $0 == " " } }
    #expect(lines.count == 9)
    for line in lines where line.contains(" :") {
      let parts = line.split(separator: ":", maxSplits: 1)
      #expect(!parts[0].contains { "#;%".contains($0) }, "\(line)")
      #expect(parts[1].contains("202"))
      #expect(parts[0].prefixMatch(of: /\d{4}-\d\d-\d\d/) == nil)
      #expect(!["title", "section", "end"].contains(parts[0].lowercased().prefix { $0.isLetter }))
    }
    #expect(lines.filter { $0.contains(" :") }.count == 3)
  }

  @Test(arguments: hostile)
  func `a page is well-formed and holds no markup of the cook's`(name: String) throws {
    let text = PlanHTML.text(of: try plan(named: name), clock: berlin)
    #expect(!text.contains("<script"))
    #expect(!text.contains("http://") || text.contains("http://www.w3.org/2000/svg"))
    let document = text.replacingOccurrences(of: "<!DOCTYPE html>\n", with: "")
    #expect(XMLCheck.isWellFormed(document))
  }
}

/// Whether tags are balanced and text is escaped: all that the pages need.
enum XMLCheck {
  static func isWellFormed(_ text: String) -> Bool {
    var open: [Substring] = []
    var rest = text[...]
    while let start = rest.firstIndex(of: "<") {
      guard !rest[..<start].contains(">") else { return false }
      guard let end = rest[start...].firstIndex(of: ">") else { return false }
      let tag = rest[rest.index(after: start)..<end]
      if tag.hasPrefix("/") {
        guard open.popLast() == tag.dropFirst() else { return false }
      } else if !tag.hasSuffix("/") {
        open.append(tag.prefix { $0 != " " })
      }
      rest = rest[rest.index(after: end)...]
    }
    return open.isEmpty
  }
}
