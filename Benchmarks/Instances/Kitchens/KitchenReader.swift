public import Foundation
public import Scheduling

/// Reads a kitchen file in JSON into a scheduling problem, on its own: tests and benchmarks compare
/// what the scheduling module makes of it with known values and with another solver.
public struct KitchenReader {
  /// What is wrong with a file.
  public enum Failure: Error {
    /// A value that makes no sense.
    case unreadable(String)
  }

  typealias Object = [String: Any]

  private var problem = SchedulingProblem(objective: .staleness)
  private var cooks: [String: ResourceID] = [:]
  private var equipment: [String: KitchenAppliances] = [:]
  private var places: [String: ActivityID] = [:]

  /// The problem of all the dishes of a kitchen file.
  public static func problem(json: Data) throws -> SchedulingProblem {
    guard let file = try JSONSerialization.jsonObject(with: json) as? Object else {
      throw Failure.unreadable("the file")
    }
    var reader = KitchenReader()
    try reader.read(file)
    return reader.problem
  }

  private mutating func read(_ file: Object) throws {
    let kitchen = file["kitchen"] as? Object ?? [:]
    let dishes = (file["dishes"] as? [Object] ?? []).map { dish in
      (dish: dish, steps: Self.steps(of: dish))
    }
    let ways = dishes.flatMap { $0.steps.flatMap { Self.ways(of: $0) } }
    addCooks(
      kitchen["cooks"], areNamed: dishes.contains { $0.steps.contains { $0["cook"] != nil } })
    for (name, value) in (kitchen["equipment"] as? Object ?? [:]).sorted(by: { $0.key < $1.key }) {
      equipment[name] = try KitchenAppliances(
        name, value, usedBy: ways.filter { ($0["uses"] as? Object)?[name] != nil }, &problem)
    }
    for (dish, steps) in dishes { try addDish(dish, steps) }
    for (dish, steps) in dishes { try addLags(of: dish, steps) }
    let heats = (kitchen["equipment"] as? Object ?? [:]).compactMapValues {
      ($0 as? Object)?["heat"] as? String
    }
    for (dish, steps) in dishes {
      problem.standing += try KitchenStanding(dish, steps, heats: heats, places: places).terms()
    }
  }

  /// The steps, those of the short form included.
  private static func steps(of dish: Object) -> [Object] {
    if let steps = dish["steps"] as? [Object] { return steps }
    return ["blocking", "waiting"].compactMap { kind in
      dish[kind].map { ["id": kind, kind: $0] }
    }
  }

  static func ways(of step: Object) -> [Object] { step["options"] as? [Object] ?? [step] }

  private mutating func add(_ resource: Resource) -> ResourceID {
    problem.resources.append(resource)
    return ResourceID(problem.resources.count - 1)
  }

  private mutating func addCooks(_ value: Any?, areNamed: Bool) {
    let names = value as? [String] ?? (1...(value as? Int ?? 1)).map { "cook \($0)" }
    guard areNamed else {
      problem.attendants = [add(Resource(name: "cooks", capacity: names.count))]
      return
    }
    for name in names {
      let id = add(Resource(name: name, capacity: 1))
      cooks[name] = id
      problem.attendants.append(id)
    }
  }

  private mutating func addDish(_ dish: Object, _ steps: [Object]) throws {
    let name = dish["name"] as? String ?? ""
    var ids: [ActivityID] = []
    for step in steps {
      let id = ActivityID(problem.activities.count)
      let title = "\(name)/\(step["id"] as? String ?? "")"
      let modes = try Self.ways(of: step).map { try mode($0) }
      problem.activities.append(Activity(name: title, modes: modes))
      places[title] = id
      ids.append(id)
    }
    guard !ids.isEmpty else { return }
    problem.groups.append(
      CompletionGroup(
        name: name, activities: ids, offset: try dish["serveOffset"].map(KitchenText.length) ?? 0,
        weight: dish["serve"] as? String == "any" ? 0 : 2,
        maximumSlack: try dish["holdMax"].map(KitchenText.length)))
  }

  private func mode(_ way: Object) throws -> Mode {
    let isBlocking = way["blocking"] != nil
    guard let duration = way["blocking"] ?? way["waiting"] else {
      throw Failure.unreadable("a step without a duration")
    }
    var mode = Mode(duration: try KitchenText.length(duration))
    mode.needsSwitchPoint = !isBlocking && way["startsItself"] as? Bool != true
    if isBlocking, mode.duration > 0 { mode.requirements = try hands(way) }
    let temperature = try (way["temperature"] as? String).map(KitchenText.temperature)
    for (name, units) in (way["uses"] as? Object ?? [:]).sorted(by: { $0.key < $1.key }) {
      guard let appliances = equipment[name], let units = units as? Int else {
        throw Failure.unreadable(name)
      }
      mode.requirements.append(appliances.requirement(units, temperature))
      if temperature != nil { mode.lead = max(mode.lead, appliances.preheat) }
    }
    return mode
  }

  /// The cooks a blocking way takes.
  private func hands(_ way: Object) throws -> [Requirement] {
    let count = way["cooks"] as? Int ?? 1
    guard !cooks.isEmpty else { return [Requirement(problem.attendants[0], amount: count)] }
    guard let name = way["cook"] as? String else {
      return [Requirement(choose: count, of: problem.attendants)]
    }
    guard let cook = cooks[name] else { throw Failure.unreadable(name) }
    let others = problem.attendants.filter { $0 != cook }
    return [Requirement(cook)] + (count > 1 ? [Requirement(choose: count - 1, of: others)] : [])
  }

  private mutating func addLags(of dish: Object, _ steps: [Object]) throws {
    let name = dish["name"] as? String ?? ""
    var previous: String?
    for step in steps {
      let title = "\(name)/\(step["id"] as? String ?? "")"
      defer { previous = title }
      guard let after = step["after"] as? [Any] else {
        if let previous { try addLag(["step": previous], to: title, in: name) }
        continue
      }
      for entry in after {
        try addLag(entry as? Object ?? ["step": entry], to: title, in: name)
      }
    }
  }

  private mutating func addLag(_ entry: Object, to title: String, in dish: String) throws {
    let step = entry["step"] as? String ?? ""
    guard let from = places["\(dish)/\(step)"] ?? places[step], let to = places[title] else {
      throw Failure.unreadable(step)
    }
    let hasMinimum = !(entry["min"] is NSNull)
    problem.timeLags.append(
      TimeLag(
        from: from, entry["from"] as? String == "start" ? .start : .end, to: to,
        minimum: hasMinimum ? try entry["min"].map(KitchenText.length) ?? 0 : nil,
        maximum: try entry["max"].map(KitchenText.length)))
  }
}
