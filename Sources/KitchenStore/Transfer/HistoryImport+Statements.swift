/// How the parts of a run come out of its line and into their tables.
extension HistoryImport {
  static let insertRun = """
    INSERT INTO run (id, plan_id, meal, meal_key, status, mode, speed_thousandths, policy,
      started_at, finished_at, planned_seconds, actual_seconds, replans, planned_hold_seconds,
      planned_standing_seconds)
    SELECT ?2, ?3, ?1 ->> '$.meal', ?4, ?1 ->> '$.status', ?1 ->> '$.mode',
      CAST(round((?1 ->> '$.speed') * 1000) AS INTEGER), ?1 ->> '$.policy', ?5,
      iif(length(?1 ->> '$.finishedAt') = 20,
        substr(?1 ->> '$.finishedAt', 1, 19) || '.000Z', ?1 ->> '$.finishedAt'),
      ?1 ->> '$.plannedSeconds', ?1 ->> '$.actualSeconds', ?1 ->> '$.replans',
      coalesce(?1 ->> '$.plannedHoldSeconds', 0), coalesce(?1 ->> '$.plannedStandingSeconds', 0)
    """

  // Before version 6 of the tables a line did not say how its dishes were to be served.
  static let dishes = """
    SELECT value ->> '$.label', value ->> '$.dish',
      coalesce(value ->> '$.serve',
        (SELECT snapshot ->> ('$.menu.dishes[' || key || '].dish.serve') FROM plan WHERE id = ?2),
        'hot'),
      coalesce(value ->> '$.serveOffsetSeconds',
        (SELECT snapshot ->> ('$.menu.dishes[' || key || '].dish.serveOffset')
          FROM plan WHERE id = ?2),
        0)
    FROM json_each(?1, '$.dishes')
    """

  static let insertSteps = """
    INSERT INTO run_step (run_id, dish_position, position, step, kind, option, keeps_seconds,
      takers, status, planned_start_seconds, planned_end_seconds, actual_start_seconds, actual_end_seconds, cooks,
      ended_by)
    SELECT ?2, value ->> '$.place[0]', value ->> '$.place[1]', value ->> '$.step',
      value ->> '$.kind', coalesce(value ->> '$.option', 0), value ->> '$.keepsSeconds',
      coalesce(value -> '$.takers', '[]'), value ->> '$.status', value ->> '$.plannedStartSeconds',
      value ->> '$.plannedEndSeconds', value ->> '$.actualStartSeconds',
      value ->> '$.actualEndSeconds', value -> '$.cooks', value ->> '$.endedBy'
    FROM json_each(?1, '$.steps') WHERE TRUE ORDER BY key
    """

  static let insertEvents = """
    INSERT INTO run_event (run_id, sequence, at, elapsed_seconds, kind, dish_position,
      step_position, text, ended_by, cooks, act)
    SELECT ?2, key + 1,
      iif(length(value ->> '$[0]') = 20,
        substr(value ->> '$[0]', 1, 19) || '.000Z', value ->> '$[0]'),
      value ->> '$[1]', value ->> '$[2]', value ->> '$[3]', value ->> '$[4]', value ->> '$[5]',
      value ->> '$[6]', value -> '$[7]', value ->> '$[8]'
    FROM json_each(?1, '$.events') WHERE TRUE ORDER BY key
    """

  static let insertEdits = """
    INSERT INTO run_edit (run_id, made_at, kind, rating, note, dish_position, step_position,
      start_seconds, end_seconds)
    SELECT ?2,
      iif(length(value ->> '$[0]') = 20,
        substr(value ->> '$[0]', 1, 19) || '.000Z', value ->> '$[0]'),
      value ->> '$[1]', value ->> '$[2]', value ->> '$[3]', value ->> '$[4]', value ->> '$[5]',
      value ->> '$[6]', value ->> '$[7]'
    FROM json_each(?1, '$.edits') WHERE TRUE ORDER BY key
    """
}
