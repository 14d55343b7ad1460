import Scheduling

/// How long what the steps of one dish make keeps, and which steps take it up.
struct KitchenStanding {
  private let isKeptAnyway: Bool
  private let name: String
  private let steps: [KitchenReader.Object]
  private let heats: [String: String]
  private let places: [String: ActivityID]

  private static let heating: Set<String> = [
    "oven", "burner", "hob", "stove", "cooktop", "microwave", "grill", "broiler", "barbecue",
    "air fryer", "fryer", "deep fryer", "steamer", "slow cooker", "pressure cooker", "rice cooker",
    "toaster", "griddle", "kettle", "smoker", "sous vide",
  ]
  private static let chilling: Set<String> = [
    "fridge", "refrigerator", "freezer", "chiller", "blast chiller", "ice bath", "cool box",
  ]

  /// Looks at one dish; `heats` is what the kitchen says of its equipment.
  init(
    _ dish: KitchenReader.Object, _ steps: [KitchenReader.Object], heats: [String: String],
    places: [String: ActivityID]
  ) {
    isKeptAnyway = dish["serve"] as? String == "any"
    name = dish["name"] as? String ?? ""
    self.steps = steps
    self.heats = heats
    self.places = places
  }

  /// One term for each step that others take up.
  func terms() throws -> [StandingTerm] {
    try steps.indices.compactMap { index -> StandingTerm? in
      guard let activity = place(steps[index]["id"] as? String) else { return nil }
      var takers: [StandingTerm.Taker] = []
      var following: [KitchenReader.Object] = []
      for (later, step) in steps.enumerated() where later != index {
        guard let minimum = minimum(from: index, to: later),
          let taker = place(step["id"] as? String)
        else { continue }
        takers.append(.init(taker, minimum: minimum))
        following.append(step)
      }
      guard !takers.isEmpty else { return nil }
      let beginsByItself = following.contains { step in
        KitchenReader.ways(of: step).allSatisfy { $0["waiting"] != nil && uses($0).isEmpty }
      }
      let keeps = try KitchenReader.ways(of: steps[index]).map {
        try keeping(of: $0, said: steps[index]["keeps"], beginsByItself: beginsByItself)
      }
      return StandingTerm(activity: activity, keeps: keeps, takenUpBy: takers)
    }
  }

  private func keeping(
    of way: KitchenReader.Object, said: Any?, beginsByItself: Bool
  ) throws -> TimeSpan? {
    if let said = said as? Bool { return said ? nil : 0 }
    if let said { return try KitchenText.length(said) }
    if isKeptAnyway || uses(way).contains(where: { effect($0) == "chills" }) { return nil }
    let isHandsOn = way["blocking"] != nil && !uses(way).contains { effect($0) == "heats" }
    return isHandsOn && !beginsByItself ? 3_600 : 0
  }

  private func uses(_ way: KitchenReader.Object) -> [String] {
    (way["uses"] as? KitchenReader.Object ?? [:]).keys.sorted()
  }

  private func effect(_ equipment: String) -> String {
    if let said = heats[equipment] { return said }
    let name = equipment.lowercased()
    return Self.heating.contains(name) ? "heats" : Self.chilling.contains(name) ? "chills" : "none"
  }

  private func place(_ step: String?) -> ActivityID? { step.flatMap { places["\(name)/\($0)"] } }

  /// The least distance at which a step follows another one's end; nil where it does not, or may
  /// start before it.
  private func minimum(from index: Int, to later: Int) -> TimeSpan? {
    let id = steps[index]["id"] as? String
    guard let after = steps[later]["after"] as? [Any] else {
      return later == index + 1 ? 0 : nil
    }
    let minima = after.compactMap { entry -> TimeSpan? in
      let entry = entry as? KitchenReader.Object ?? ["step": entry]
      let step = entry["step"] as? String
      guard step == id || step == id.map({ "\(name)/\($0)" }), entry["from"] as? String != "start",
        let minimum = try? KitchenText.length(entry["min"] ?? "0m")
      else { return nil }
      return minimum >= 0 ? minimum : nil
    }
    return minima.max()
  }
}
