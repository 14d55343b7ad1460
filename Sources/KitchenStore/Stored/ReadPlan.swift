internal import KitchenModel

/// A plan that was kept as JSON, read as if it came from a stranger: no part of the program gets to see
/// one that names what it does not have.
struct ReadPlan: Decodable {
  let plan: Plan

  /// That a plan can be read and makes no sense.
  struct Nonsense: Error {
    /// Why, as the end of a sentence.
    let reason: String
  }

  init(from decoder: any Decoder) throws {
    plan = try Plan(from: decoder)
    if let fault = plan.faultOfRest { throw Nonsense(reason: fault) }
  }

  /// Reads the text of a plan.
  static func plan(in text: String) throws -> Plan {
    try StoredJSON.decode(Self.self, from: text).plan
  }
}
