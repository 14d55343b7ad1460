internal import GRDB
internal import KitchenModel

/// One thing that the doctor looks at.
enum IntegrityCheck: CaseIterable {
  /// SQLite's own check of pages, indices and constraints.
  case pages
  /// Texts that are not Unicode, as those of which bits have flipped.
  case texts
  /// Rows that refer to rows which are not there.
  case references
  /// Tables, indices, triggers and views that are missing or other than the program's.
  case schema
  /// Keys that are not the keys of the names beside them.
  case keys
  /// A name that a dish and a meal share, and meals without dishes.
  case meals
  /// Dishes and the kitchen that cannot be read or make no sense.
  case contents
  /// Plans whose snapshots cannot be read or say otherwise than their rows.
  case plans
  /// Runs whose logs have gaps, or whose records are not what their logs say.
  case runs
  /// Summaries that are not what the runs add up to.
  case summaries
  /// Changes that undo could not take back, and estimates whose source is lost.
  case journal

  /// What to do about what it finds.
  var hint: Hint {
    switch self {
    case .pages, .texts, .references, .schema, .contents:
      .advice(.restoreOrExport)
    case .keys, .meals: "Rename or remove it, then add it again."
    case .plans: "The rest of the database is not affected; the plan cannot be cooked again."
    case .runs: "The log is what counts; export the history before going on."
    case .summaries: "Export the history, and import it into a new database."
    case .journal: "Changes up to this one cannot be undone; what is stored is not affected."
    }
  }

  /// What is wrong, a sentence for each thing.
  func findings(in db: Database) throws -> [String] {
    switch self {
    case .pages:
      try String.fetchAll(db, sql: "PRAGMA integrity_check").filter { $0 != "ok" }
        .map { "SQLite finds damage: \($0)." }
    case .texts: try Self.brokenTexts(in: db)
    case .references:
      try db.mapRows("SELECT \"table\", count(*) FROM pragma_foreign_key_check GROUP BY 1") {
        "Table \(try $0.text()) has rows that refer to nothing: \(try $0.int())."
      }
    case .schema: try Self.differences(of: db)
    case .keys: try Self.wrongKeys(in: db)
    case .meals: try Self.oddMeals(in: db)
    case .contents: try Self.unreadableContents(in: db)
    case .plans: try Self.wrongPlans(in: db)
    case .runs: try Self.wrongRuns(in: db)
    case .summaries: try Self.wrongSummaries(in: db)
    case .journal: try Self.unreadableChanges(in: db)
    }
  }

  private static func differences(of db: Database) throws -> [String] {
    let expected = try KitchenStore.inMemory(schema: .embedded).queue.read(SchemaObject.all)
    let found = try SchemaObject.all(in: db)
    let missing = expected.filter { !found.contains($0) }.map {
      "The \($0.type) \($0.name) is missing or was changed."
    }
    let names = Set(expected.map(\.name))
    let foreign = found.filter { $0.type == "trigger" && !names.contains($0.name) }.map {
      "The trigger \($0.name) was not made by souschef."
    }
    return missing + foreign
  }

  private static func wrongKeys(in db: Database) throws -> [String] {
    try [
      ("dish", "name", "name_key"), ("meal", "name", "name_key"), ("cook", "name", "name_key"),
      ("equipment", "name", "name_key"), ("dish_tag", "tag", "tag_key"),
      ("step_dependency", "on_dish", "on_dish_key"), ("run", "meal", "meal_key"),
      ("run_dish", "dish", "dish_key"),
    ].flatMap { table, name, key in
      try db.mapRows("SELECT \(name), \(key) FROM \(table) WHERE \(name) IS NOT NULL") { row in
        let text = try row.text()
        return try row.text() == Name.key(of: text)
          ? nil : "The key of \"\(text)\" in table \(table) is wrong, so it cannot be found."
      }.compactMap(\.self)
    }
  }

  private static func oddMeals(in db: Database) throws -> [String] {
    let empty = try db.mapRows(
      "SELECT name FROM meal WHERE id NOT IN (SELECT meal_id FROM meal_dish) ORDER BY name_key"
    ) { "The meal \"\(try $0.text())\" has no dishes." }
    let shared = try db.mapRows("SELECT dish.name FROM dish JOIN meal USING (name_key)") {
      "A dish and a meal are both named \"\(try $0.text())\"."
    }
    return empty + shared
  }

  private static func unreadableContents(in db: Database) throws -> [String] {
    let dishes = try db.mapRows("SELECT id FROM dish") { Int64(try $0.int()) }.compactMap { id in
      guard let dish = try? DishRows.load(id: id, from: db) else {
        return "The dish with number \(id) cannot be read."
      }
      return dish.findings().first.map {
        "The dish \(dish.name.text.quoted) is invalid: \($0.fault.message)"
      }
    }
    let kitchen = (try? KitchenRows.load(from: db)) == nil ? ["The kitchen cannot be read."] : []
    return dishes + kitchen
  }

  private static func wrongPlans(in db: Database) throws -> [String] {
    try db.mapRows("SELECT id FROM plan") { try $0.int() }.compactMap { id in
      guard let stored = try? PlanRows.load(id, from: db) else {
        return "Plan \(id) cannot be read."
      }
      let (plan, row) = (stored.plan, stored.summary)
      let figures = plan.servingFigures
      let agrees =
        plan.menu.name == row.name && plan.status == row.status && plan.objective == row.objective
        && plan.makespan == row.makespan && figures.hold == row.hold
        && figures.standing == row.standing
      return agrees ? nil : "Plan \(id) and its snapshot differ."
    }
  }

  private static func unreadableChanges(in db: Database) throws -> [String] {
    try db.mapRows("SELECT id, before FROM change WHERE undone_at IS NULL") { row in
      let id = try row.int()
      let image = try? StoredJSON.decode(ChangeImage.self, from: row.text())
      return image == nil ? "Change \(id) of the journal cannot be read." : nil
    }.compactMap(\.self)
      + db.mapRows("SELECT id FROM learned_estimate WHERE NOT json_valid(runs)") {
        "The runs that taught estimate \(try $0.int()) cannot be read."
      }
  }
}

/// A table, index, trigger or view of a database.
struct SchemaObject: Hashable {
  var type: String
  var name: String
  /// The statement that made it; empty for what SQLite made by itself.
  var sql: String

  /// Every one, by type and name.
  static func all(in db: Database) throws -> [SchemaObject] {
    try db.mapRows("SELECT type, name, coalesce(sql, '') FROM sqlite_master ORDER BY type, name") {
      SchemaObject(type: try $0.text(), name: try $0.text(), sql: try $0.text())
    }
  }
}
