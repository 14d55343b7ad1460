import Foundation
import Testing

/// Whatever must be put in, taken out, heated and served is on the screen when it comes due, and stays
/// there until it is answered.
struct ActsOnScreenTests {
  /// A meal of half a minute, with everything that must be done: an oven that is turned down for
  /// another dish, a burner, and a second course.
  private static let meal = """
    kitchen:
      cooks: 1
      equipment: {oven: {count: 1, slots: 2, preheat: 3s}, burner: 2}
    dishes:
      - name: Salmon
        steps:
          - {id: season, title: Season, blocking: 2s}
          - {id: bake, title: Bake, waiting: 5s, uses: {oven: 1}, temperature: 200C}
          - {id: plate, title: Plate, blocking: 2s}
      - name: Rice
        steps:
          - {id: boil, title: Boil, waiting: 6s, uses: {burner: 1}}
      - name: Pudding
        serveOffset: 6s
        steps:
          - {id: bake, title: Steam, waiting: 5s, uses: {oven: 1}, temperature: 120C}
    meals:
      - {name: supper, dishes: [Salmon, Rice, Pudding]}

    """

  /// An act as the log has it.
  private struct Act {
    var text: String
    var due: Date
    var done: Date
  }

  @Test(arguments: [(80, 24), (40, 20)])
  func `every act is shown within a second, until it is answered`(
    width: Int, height: Int
  ) throws {
    let kitchen = try Kitchenette()
    try kitchen.write(Self.meal, to: "supper.yaml")
    try kitchen.does("import", "supper.yaml", "--kitchen")
    let terminal = try PseudoTerminal(width: width, height: height)
    try terminal.run(["cook", "supper"], in: kitchen)
    var (sights, shown): ([String: (first: Date, last: Date)], Date?) = ([:], nil)
    // Whatever is in NOW is noted; what has been there for a while is answered.
    try terminal.wait(atMost: 180) { screen in
      let now = Date()
      let acts = Self.now(screen.text)
      for act in acts { sights[act] = (sights[act]?.first ?? now, now) }
      if let first = acts.first, let since = sights[first]?.first,
        now.timeIntervalSince(since) > 1.1,
        shown.map({ now.timeIntervalSince($0) > 1.1 }) ?? true
      {
        terminal.type("\r")
        shown = now
      }
      return screen.text.contains("How was it?")
    }
    terminal.type("\n\n")
    #expect(try terminal.finish() == 0)

    let acts = try Self.acts(in: kitchen)
    #expect(
      Set(acts.map(\.text)).subtracting(["Take Salmon out of the oven (Bake is done)"]) == [
        "Heat the oven to 200C", "Turn the oven down to 120C",
        "Put Salmon into the oven, 200C: Bake, 5 s",
        "Put Rice on the burner: Boil, 6 s", "Take Rice off the burner (Boil is done)",
        "Put Pudding into the oven, 120C: Steam, 5 s",
        "Take Pudding out of the oven (Steam is done)", "Serve: Salmon, Rice", "Serve: Pudding",
      ])
    for act in acts {
      let seen = try #require(sights[act.text], "never shown: \(act.text); seen: \(sights.keys)")
      #expect(seen.first.timeIntervalSince(act.due) < 1, "\(act.text)")
      #expect(act.done.timeIntervalSince(seen.last) < 1, "\(act.text)")
    }
  }

  /// The acts in the section NOW, each in one line, without countdowns and reminders.
  private static func now(_ text: String) -> [String] {
    let lines = text.split(separator: "\n", omittingEmptySubsequences: false)
    guard let start = lines.firstIndex(of: "NOW") else { return [] }
    let section = lines[(start + 1)...].prefix { !$0.isEmpty }
    var acts: [String] = []
    for line in section {
      if let first = line.firstMatch(of: #/^[> ] *(?:now|-?\d+:\d\d)(?: left)? +(.*)$/#) {
        acts.append(String(first.1))
      } else if !acts.isEmpty {
        acts[acts.count - 1] += " " + line.trimmingCharacters(in: .whitespaces)
      }
    }
    // Whatever they say of being late changes by the second.
    return acts.map { $0.replacing(#/\.? +\d+ (?:s|min|h)\b.*over: done\? Enter\.$/#, with: "") }
  }

  /// The acts of the first run beside hands-on steps, from its log.
  private static func acts(in kitchen: Kitchenette) throws -> [Act] {
    let rows = try kitchen.does(
      "db", "query", "--json",
      """
      SELECT due.text, due.at AS due, (
        SELECT at FROM run_event AS done WHERE done.run_id = due.run_id AND done.act = due.act
          AND done.kind = 'act.done' AND done.sequence > due.sequence
        ORDER BY sequence LIMIT 1) AS done
      FROM run_event AS due WHERE due.kind = 'act.due' AND due.text IS NOT NULL ORDER BY sequence
      """
    ).json([[String: Any]].self)
    return try rows.map { row in
      func date(_ key: String) throws -> Date {
        let text = try #require(row[key] as? String)
        return try Date(
          text, strategy: .iso8601.year().month().day().time(includingFractionalSeconds: true))
      }
      let text = try #require(row["text"] as? String)
      return Act(text: String(text.dropLast()), due: try date("due"), done: try date("done"))
    }
  }
}
