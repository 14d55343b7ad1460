import Testing

/// Meals that nobody can cook, with what makes them so.
struct PlantedClash: Sendable, CustomTestStringConvertible {
  /// What was planted.
  let name: String
  /// The kitchen file.
  let file: String
  /// Words that the reasons must have.
  let words: [String]

  var testDescription: String { name }

  private init(
    _ name: String, cooks: String = "1", away: String = "", equipment: String = oven,
    dishes: [String], words: [String]
  ) {
    self.name = name
    self.words = words
    let absences = away.isEmpty ? "" : "\n  away: [\(away)]"
    file = """
      kitchen:
        cooks: \(cooks)
        equipment: \(equipment)\(absences)
      dishes:
      \((dishes + [Self.salad]).joined(separator: "\n"))
      """
  }

  private static let oven = "{oven: {count: 1, slots: 2, preheat: 10m}, burner: 2}"
  private static let salad = "  - {name: Salad, blocking: 5m, waiting: 5m}"

  private static func dish(_ name: String, _ keys: String = "", _ steps: String...) -> String {
    "  - name: \(name)\n    steps: [\(steps.joined(separator: ", "))]"
      + (keys.isEmpty ? "" : "\n    " + keys)
  }

  private static let lengths = [10, 25, 40, 55]

  /// All of them; the time asked for is 19:00 to serve, and it is 16:00 now.
  static let all: [PlantedClash] =
    lengths.map { length in
      PlantedClash(
        "two heats for one oven, \(length) min",
        dishes: [
          dish(
            "Souffle", "holdMax: 5m",
            "{id: bake, waiting: \(length)m, uses: {oven: 1}, temperature: 190C}"),
          dish(
            "Roast", "holdMax: 5m",
            "{id: roast, waiting: 1h, uses: {oven: 1}, temperature: 160C}"),
        ], words: ["Souffle", "Roast", "190C", "160C", "oven", "5 min"])
    }
    + lengths.map { length in
      PlantedClash(
        "one cook for two dishes that do not keep, \(length) min",
        dishes: [
          dish("Fish", "holdMax: 2m", "{id: fry, blocking: \(length)m}"),
          dish("Eggs", "holdMax: 2m", "{id: scramble, blocking: 8m}"),
        ], words: ["Fish", "Eggs", "cook", "2 min"])
    }
    + lengths.map { length in
      PlantedClash(
        "over before it can be, \(length) min",
        dishes: [
          dish(
            "Cake", "",
            "{id: rise, waiting: \(length)m, notBefore: \"17:30\"}",
            "{id: bake, waiting: 30m, notAfter: \"17:50\"}")
        ], words: ["Cake", "17:30", "17:50"])
    }
    + lengths.map { length in
      PlantedClash(
        "the only one who can is away, \(length) min", cooks: "[Ana, Ben]",
        away: "{cook: Ana, from: \"12:00\", to: \"18:58\"}",
        dishes: [
          dish(
            "Sauce", "holdMax: 20m", "{id: whisk, blocking: \(length)m, cook: Ana}")
        ], words: ["Sauce", "Ana", "12:00", "18:58"])
    }
    + lengths.map { length in
      PlantedClash(
        "distances that others' work stretches, \(length) min",
        dishes: [
          dish(
            "Custard", "",
            "{id: heat, waiting: \(length)m, uses: {burner: 2}}",
            "{id: stir, blocking: 4m, after: [{step: heat, max: 2m}]}",
            "{id: whisk, blocking: 6m, after: [{step: heat, max: 2m}]}")
        ], words: ["Custard", "heat", "stir", "whisk", "2 min", "cook"])
    }
    + [2, 3, 4, 5].map { count in
      PlantedClash(
        "more cooks than there are, \(count)",
        dishes: [dish("Strudel", "", "{id: stretch, blocking: 10m, cooks: \(count)}")],
        words: ["Strudel", "\(count) cooks"])
    }
    + [3, 4, 5, 6].map { count in
      PlantedClash(
        "more burners than there are, \(count)",
        dishes: [dish("Stock", "", "{id: boil, waiting: 10m, uses: {burner: \(count)}}")],
        words: ["Stock", "burner", "\(count)"])
    }
    + lengths.map { length in
      PlantedClash(
        "burners for dishes that do not keep, \(length) min",
        dishes: ["Beans", "Peas", "Corn"].map {
          dish($0, "holdMax: 3m", "{id: boil, waiting: \(length)m, uses: {burner: 1}}")
        }, words: ["Beans", "Peas", "Corn", "burner"])
    }
    + lengths.map { length in
      PlantedClash(
        "served late only, \(length) min",
        dishes: [
          dish(
            "Bread", "notAfter: \"18:00\"\n    holdMax: \(length)m", "{id: bake, waiting: 20m}")
        ], words: ["Bread", "18:00", "Serving time"])
    }
    + lengths.map { length in
      PlantedClash(
        "a cold oven on time, \(length) min",
        equipment: "{oven: {count: 1, slots: 1, preheat: \(length)m}, burner: 1}",
        dishes: [
          dish(
            "Tart", "holdMax: 1m",
            "{id: crust, waiting: 10m, uses: {oven: 1}, temperature: 220C}",
            "{id: fill, waiting: 10m, uses: {oven: 1}, temperature: 150C, "
              + "after: [{step: crust, max: 5m}]}")
        ], words: ["Tart", "oven", "5 min", "\(length) min"])
    }
}
