internal import GRDB
internal import KitchenModel

/// Reads dishes from their seven tables.
///
/// Whatever the number of dishes, each table is read once, in the order of its primary key.
enum DishRows {
  /// A dish with its number in the database.
  struct Stored {
    var id: Int64
    var dish: Dish
  }

  /// Which dishes to read.
  enum Selection {
    case all
    case id(Int64)
    case tagged(key: String)

    /// A condition on a column that holds a dish's number.
    fileprivate func condition(on column: String) -> String {
      switch self {
      case .all: "1"
      case .id: "\(column) = ?"
      case .tagged: "\(column) IN (SELECT dish_id FROM dish_tag WHERE tag_key = ?)"
      }
    }

    fileprivate var arguments: StatementArguments {
      switch self {
      case .all: []
      case .id(let id): [id]
      case .tagged(let key): [key]
      }
    }

    /// A condition on a column that holds a step's number.
    fileprivate var stepCondition: String {
      switch self {
      case .all: "1"
      default: "step_id IN (SELECT id FROM step WHERE \(condition(on: "dish_id")))"
      }
    }
  }

  /// Reads the dishes of `selection`, by name.
  static func load(_ selection: Selection, from db: Database) throws -> [Stored] {
    let tags = try loadTexts("tag", from: "dish_tag", selection, db)
    let ingredients = try loadTexts("ingredient", from: "dish_ingredient", selection, db)
    let steps = try loadSteps(selection, db)
    return try db.mapRows(
      """
      SELECT id, name, servings, serve, hold_max_seconds, serve_offset_seconds, not_before,
        not_after, notes, source, says_start, says_finish, keeps_for_seconds
      FROM dish WHERE \(selection.condition(on: "id")) ORDER BY name_key
      """, selection.arguments
    ) { row in
      let id = Int64(try row.int())
      var dish = Dish(name: try row.name())
      dish.servings = try row.optionalInt()
      dish.serve = try row.word()
      dish.holdMaximum = try row.optionalSeconds()
      dish.serveOffset = try row.seconds()
      dish.notBefore = try row.optionalClockTime()
      dish.notAfter = try row.optionalClockTime()
      dish.notes = try row.optionalText()
      dish.source = try row.optionalText()
      dish.says = Dish.Says(start: try row.optionalText(), finish: try row.optionalText())
      dish.keepsFor = try row.optionalSeconds()
      dish.tags = tags[id] ?? []
      dish.ingredients = ingredients[id] ?? []
      dish.steps = steps[id] ?? []
      return Stored(id: id, dish: dish)
    }
  }

  /// Reads the dish with number `id`; nil where there is none.
  static func load(id: Int64, from db: Database) throws -> Dish? {
    try load(.id(id), from: db).first?.dish
  }

  /// The number of the dish that is called `name`.
  static func id(of name: Name, in db: Database) throws -> Int64? {
    try db.firstRow("SELECT id FROM dish WHERE name_key = ?", [name.key]) { Int64(try $0.int()) }
  }

  private static func loadTexts(
    _ column: String, from table: String, _ selection: Selection, _ db: Database
  ) throws -> [Int64: [String]] {
    var texts: [Int64: [String]] = [:]
    try db.forEachRow(
      """
      SELECT dish_id, \(column) FROM \(table)
      WHERE \(selection.condition(on: "dish_id")) ORDER BY dish_id, position
      """, selection.arguments
    ) { row in
      texts[Int64(try row.int()), default: []].append(try row.text())
    }
    return texts
  }

  private static func loadSteps(
    _ selection: Selection, _ db: Database
  ) throws -> [Int64: [Step]] {
    let ways = try loadWays(selection, db)
    let dependencies = try loadDependencies(selection, db)
    var steps: [Int64: [Step]] = [:]
    try db.forEachRow(
      """
      SELECT dish_id, id, identifier, title, has_options, not_before, not_after, keeps_seconds,
        keeps_without_end
      FROM step WHERE \(selection.condition(on: "dish_id")) ORDER BY dish_id, position
      """, selection.arguments
    ) { row in
      let dish = Int64(try row.int())
      let id = Int64(try row.int())
      guard let ways = ways[id] else { throw Unreadable() }
      var step = Step(id: try row.text(), title: try row.text(), options: ways)
      step.hasOptions = try row.flag()
      step.notBefore = try row.optionalClockTime()
      step.notAfter = try row.optionalClockTime()
      let limit = try row.optionalSeconds()
      step.keeps = try row.flag() ? .withoutEnd : limit.map(Keeping.limited)
      step.after = dependencies[id] ?? []
      steps[dish, default: []].append(step)
    }
    return steps
  }

  private static func loadWays(_ selection: Selection, _ db: Database) throws -> [Int64: [Way]] {
    var uses: [WayKey: [Way.Use]] = [:]
    try db.forEachRow(
      """
      SELECT step_id, way, equipment, units FROM way_use
      WHERE \(selection.stepCondition) ORDER BY step_id, way, position
      """, selection.arguments
    ) { row in
      let key = WayKey(step: Int64(try row.int()), way: try row.int())
      uses[key, default: []].append(Way.Use(try row.text(), units: try row.int()))
    }
    var ways: [Int64: [Way]] = [:]
    try db.forEachRow(
      """
      SELECT step_id, position, kind, minimum_seconds, likely_seconds, maximum_seconds,
        temperature_scale, temperature_lower, temperature_upper, cooks, cook, starts_itself
      FROM step_way WHERE \(selection.stepCondition) ORDER BY step_id, position
      """, selection.arguments
    ) { row in
      let key = WayKey(step: Int64(try row.int()), way: try row.int())
      var way = Way(try row.word(), try estimate(&row), uses: uses[key] ?? [])
      way.temperature = try temperature(&row)
      way.cooks = try row.int()
      way.cook = try row.optionalText()
      way.startsItself = try row.flag()
      ways[key.step, default: []].append(way)
    }
    return ways
  }

  private static func loadDependencies(
    _ selection: Selection, _ db: Database
  ) throws -> [Int64: [Dependency]] {
    var dependencies: [Int64: [Dependency]] = [:]
    try db.forEachRow(
      """
      SELECT step_id, on_dish, on_step, moment, minimum_seconds, maximum_seconds
      FROM step_dependency WHERE \(selection.stepCondition) ORDER BY step_id, position
      """, selection.arguments
    ) { row in
      dependencies[Int64(try row.int()), default: []].append(
        Dependency(
          dish: try row.optionalText(), try row.text(), from: try row.word(),
          minimum: try row.optionalSeconds(), maximum: try row.optionalSeconds()))
    }
    return dependencies
  }

  private static func estimate(_ row: inout RowReader) throws -> Estimate {
    let (minimum, likely, maximum) = (try row.seconds(), try row.seconds(), try row.seconds())
    guard minimum <= likely, likely <= maximum else { throw Unreadable() }
    return Estimate(minimum: minimum, likely: likely, maximum: maximum)
  }

  private static func temperature(_ row: inout RowReader) throws -> Temperature? {
    let scale = try row.optionalWord(Temperature.Scale.self)
    let (lower, upper) = (try row.optionalInt(), try row.optionalInt())
    guard let scale else { return nil }
    guard let lower, let upper, lower <= upper else { throw Unreadable() }
    return Temperature(scale, lower: lower, upper: upper)
  }

  /// A way by its step and its place there.
  private struct WayKey: Hashable {
    var step: Int64
    var way: Int
  }
}
