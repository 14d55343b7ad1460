import GRDB
import KitchenModel

@testable import KitchenStore

extension KitchenStore {
  /// Fills a new kitchen with what every fixture holds: something of everything.
  func furnish() throws {
    let now = Samples.now
    try queue.write { try KitchenRows.write(Samples.firstKitchen, to: $0) }
    try dishes.add(Self.gratin(), at: now)
    var pasta = try Samples.dish("Pasta")
    pasta.says = Dish.Says(start: "Pasta will now cook.", finish: "Pasta ready.")
    try dishes.add(pasta, at: now)
    try dishes.add(Samples.dish("Meatloaf", minutes: 3), at: now)
    var kitchen = Samples.firstKitchen
    kitchen.cooks = .named(["Ana", "Ben"])
    kitchen.away = [
      Absence(
        cook: "Ana", from: .timeOfDay(.init(hour: 17)),
        to: .dated(year: 2026, month: 11, day: 26, .init(hour: 17, minute: 20)))
    ]
    try setKitchen(kitchen, at: now)
    let run = try runs.begin(
      .new(Samples.lunch()), mode: .simulated, policy: .replan, startedAt: now,
      lease: Samples.lease)
    try runs.append(
      [
        Samples.event(0, .runStarted, text: "Preparing lunch."),
        Samples.event(0, .stepStarted, dish: 0, text: "Pasta will now cook."),
        Samples.event(10, .stepStarted, dish: 1, cooks: ["Ana"]),
        Samples.event(190, .stepFinished, dish: 1, endedBy: .timer),
        Samples.event(600, .stepFinished, dish: 0, text: "Pasta ready.", endedBy: .timer),
        Samples.event(600, .runFinished, text: "10 min of prep time."),
      ], to: run)
    try meals.add(Samples.meal("feast", "Gratin", "Pasta", "Pasta"), at: now)
  }

  private static func gratin() throws -> Dish {
    let rest = [Way(.waiting, Estimate(.minutes(10)), startsItself: true)]
    let bake = Way(
      .waiting, Estimate(from: .minutes(45), to: .minutes(55)), uses: [Way.Use("oven")],
      temperature: Temperature(.celsius, lower: 1800, upper: 1800))
    return Dish(
      name: try Name("Gratin"),
      steps: [
        Step(id: "peel", title: "Peel and slice", Way(.blocking, Estimate(.minutes(15)))),
        Step(
          id: "bake", title: "Bake", bake, after: [Dependency("peel")],
          notBefore: .timeOfDay(.init(hour: 17, minute: 30))),
        Step(
          id: "rest", title: "Rest", options: rest,
          after: [
            Dependency("bake", maximum: .minutes(5)),
            Dependency(dish: "Pasta", "waiting", minimum: nil),
          ]),
      ],
      servings: 4, holdMaximum: .minutes(15), tags: ["Side"], notes: "Salt the layers.",
      ingredients: ["800 g potatoes", "300 ml cream"])
  }

  /// Every statement that made the schema, by type and name.
  func schemaText() throws -> String {
    try schemaObjects().map { "-- \($0.type) \($0.name)\n\($0.sql);\n" }.joined(separator: "\n")
  }

  /// The statements that make this very database: its tables and rows, then all else.
  func dump() throws -> String {
    let objects = try schemaObjects()
    let tables = objects.filter { $0.type == "table" }
    var lines = [
      "PRAGMA foreign_keys = OFF;", "PRAGMA application_id = \(Schema.applicationID);",
      "PRAGMA user_version = \(Schema.embedded.version);",
    ]
    lines += tables.map { $0.sql + ";" }
    for table in tables + [SchemaObject(type: "table", name: "sqlite_sequence", sql: "")] {
      let rows = try queue.read { db in
        let columns = try db.columns(in: table.name).map { "quote(\"\($0.name)\")" }
        return try String.fetchAll(
          db, sql: "SELECT \(columns.joined(separator: " || ', ' || ")) FROM \(table.name)")
      }
      lines += rows.map { "INSERT INTO \(table.name) VALUES (\($0));" }
    }
    lines += objects.filter { $0.type != "table" }.map { $0.sql + ";" }
    return lines.joined(separator: "\n") + "\n"
  }

  private func schemaObjects() throws -> [SchemaObject] {
    try queue.read(SchemaObject.all).filter { !$0.sql.isEmpty && $0.name != "sqlite_sequence" }
  }
}
