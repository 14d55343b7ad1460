internal import GRDB
internal import KitchenModel

extension DishRows {
  /// Adds a dish and returns its number, which is `id` where one is given.
  static func insert(_ dish: Dish, id: Int64? = nil, into db: Database) throws -> Int64 {
    try refuseUnstorable(dish)
    try db.perform(
      """
      INSERT INTO dish (name, name_key, servings, serve, hold_max_seconds, serve_offset_seconds,
        not_before, not_after, notes, source, says_start, says_finish, keeps_for_seconds, id)
      VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
      """, columns(of: dish) + [id])
    let id = db.lastInsertedRowID
    try insertParts(of: dish, id: id, into: db)
    return id
  }

  /// Puts `dish` in the place of the one with number `id`; meals keep it.
  static func replace(id: Int64, with dish: Dish, in db: Database) throws {
    try refuseUnstorable(dish)
    try db.perform(
      """
      UPDATE dish SET name = ?, name_key = ?, servings = ?, serve = ?, hold_max_seconds = ?,
        serve_offset_seconds = ?, not_before = ?, not_after = ?, notes = ?, source = ?,
        says_start = ?, says_finish = ?, keeps_for_seconds = ?
      WHERE id = ?
      """, columns(of: dish) + [id])
    for table in ["step", "dish_tag", "dish_ingredient"] {
      try db.perform("DELETE FROM \(table) WHERE dish_id = ?", [id])
    }
    try insertParts(of: dish, id: id, into: db)
  }

  /// Removes the dish with number `id`.
  static func delete(id: Int64, from db: Database) throws {
    try db.perform("DELETE FROM dish WHERE id = ?", [id])
  }

  private static func columns(of dish: Dish) -> StatementArguments {
    [
      dish.name.text, dish.name.key, dish.servings, dish.serve.rawValue, dish.holdMaximum?.count,
      dish.serveOffset.count, dish.notBefore?.stored, dish.notAfter?.stored, dish.notes,
      dish.source, dish.says.start, dish.says.finish, dish.keepsFor?.count,
    ]
  }

  private static func insertParts(of dish: Dish, id: Int64, into db: Database) throws {
    for (position, tag) in dish.tags.enumerated() {
      try db.perform(
        "INSERT INTO dish_tag (dish_id, position, tag, tag_key) VALUES (?, ?, ?, ?)",
        [id, position, tag, Name.key(of: tag)])
    }
    for (position, ingredient) in dish.ingredients.enumerated() {
      try db.perform(
        "INSERT INTO dish_ingredient (dish_id, position, ingredient) VALUES (?, ?, ?)",
        [id, position, ingredient])
    }
    for (position, step) in dish.steps.enumerated() {
      try db.perform(
        """
        INSERT INTO step (dish_id, position, identifier, title, has_options, not_before, not_after,
          keeps_seconds, keeps_without_end)
        VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)
        """,
        [
          id, position, step.id, step.title, step.hasOptions, step.notBefore?.stored,
          step.notAfter?.stored, step.keeps?.limit?.count, step.keeps == .withoutEnd,
        ])
      try insertParts(of: step, id: db.lastInsertedRowID, into: db)
    }
  }

  private static func insertParts(of step: Step, id: Int64, into db: Database) throws {
    for (position, way) in step.ways.enumerated() {
      try db.perform(
        """
        INSERT INTO step_way (step_id, position, kind, minimum_seconds, likely_seconds,
          maximum_seconds, temperature_scale, temperature_lower, temperature_upper, cooks, cook,
          starts_itself)
        VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
        """,
        [
          id, position, way.kind.rawValue, way.duration.minimum.count, way.duration.likely.count,
          way.duration.maximum.count, way.temperature?.scale.rawValue, way.temperature?.lower,
          way.temperature?.upper, way.cooks, way.cook, way.startsItself,
        ])
      for (place, use) in way.uses.enumerated() {
        try db.perform(
          "INSERT INTO way_use (step_id, way, position, equipment, units) VALUES (?, ?, ?, ?, ?)",
          [id, position, place, use.equipment, use.units])
      }
    }
    for (position, dependency) in step.after.enumerated() {
      try db.perform(
        """
        INSERT INTO step_dependency (step_id, position, on_dish, on_dish_key, on_step, moment,
          minimum_seconds, maximum_seconds)
        VALUES (?, ?, ?, ?, ?, ?, ?, ?)
        """,
        [
          id, position, dependency.dish, dependency.dish.map(Name.key(of:)), dependency.step,
          dependency.from.rawValue, dependency.minimum?.count, dependency.maximum?.count,
        ])
    }
  }

  /// SQLite ends a text at its first NUL, so that a text with one would not come back whole.
  private static func refuseUnstorable(_ dish: Dish) throws {
    guard dish.texts.contains(where: { $0.utf8.contains(0) }) else { return }
    throw Diagnostic(
      .badContent, "A text of the dish \"\(dish.name)\" contains a NUL character.",
      hints: ["Remove it; copied text may contain invisible characters."])
  }
}

extension Dish {
  /// Every text that is the cook's own, except for the name, which has been checked.
  fileprivate var texts: [String] {
    var texts = [notes, source, says.start, says.finish].compactMap(\.self) + tags + ingredients
    for step in steps {
      texts += [step.id, step.title]
      for way in step.ways {
        texts += way.uses.map(\.equipment)
        if let cook = way.cook { texts.append(cook) }
      }
      for dependency in step.after {
        texts.append(dependency.step)
        if let dish = dependency.dish { texts.append(dish) }
      }
    }
    return texts
  }
}
