/// One stretch of work of a dish.
package struct Step: Sendable, Hashable {
  /// Unique in the dish; without `/` and control characters.
  package var id: String
  /// What people read.
  package var title: String
  /// The ways to do it: exactly one unless the step has `options`.
  package var ways: [Way]
  /// Whether `ways` was written as `options`, even where there is but one.
  package var hasOptions: Bool
  /// What its start must keep a distance from.
  package var after: [Dependency]
  /// It does not start before; nil for no limit.
  package var notBefore: ClockTime?
  /// It does not end after; nil for no limit.
  package var notAfter: ClockTime?
  /// How long what it makes may stand until another step takes it up; nil for what
  /// ``StandingRules`` say of such a step.
  package var keeps: Keeping?

  /// Creates a step that is done in one way.
  package init(
    id: String, title: String, _ way: Way, after: [Dependency] = [],
    notBefore: ClockTime? = nil, notAfter: ClockTime? = nil, keeps: Keeping? = nil
  ) {
    self.init(
      id: id, title: title, ways: [way], hasOptions: false, after: after, notBefore: notBefore,
      notAfter: notAfter, keeps: keeps)
  }

  /// Creates a step with options.
  package init(
    id: String, title: String, options: [Way], after: [Dependency] = [],
    notBefore: ClockTime? = nil, notAfter: ClockTime? = nil, keeps: Keeping? = nil
  ) {
    self.init(
      id: id, title: title, ways: options, hasOptions: true, after: after, notBefore: notBefore,
      notAfter: notAfter, keeps: keeps)
  }

  private init(
    id: String, title: String, ways: [Way], hasOptions: Bool, after: [Dependency],
    notBefore: ClockTime?, notAfter: ClockTime?, keeps: Keeping?
  ) {
    precondition(!ways.isEmpty, "a step is done in some way")
    self.id = id
    self.title = title
    self.ways = ways
    self.hasOptions = hasOptions
    self.after = after
    self.notBefore = notBefore
    self.notAfter = notAfter
    self.keeps = keeps
  }
}

/// One way to do a step.
package struct Way: Sendable, Hashable {
  /// Whether it takes a cook's hands.
  package var kind: Kind
  /// How long it takes.
  package var duration: Estimate
  /// The equipment it holds from start to end, in the order written, each once.
  package var uses: [Use]
  /// The temperature of that equipment; nil goes with any.
  package var temperature: Temperature?
  /// How many cooks a blocking way takes, at least 1; 1 for a waiting one.
  package var cooks: Int
  /// Who must do it; nil for anybody.
  package var cook: String?
  /// Nobody need be at hand to start it (waiting ways only).
  package var startsItself: Bool

  /// Creates a way.
  package init(
    _ kind: Kind, _ duration: Estimate, uses: [Use] = [], temperature: Temperature? = nil,
    cooks: Int = 1, cook: String? = nil, startsItself: Bool = false
  ) {
    self.kind = kind
    self.duration = duration
    self.uses = uses
    self.temperature = temperature
    self.cooks = cooks
    self.cook = cook
    self.startsItself = startsItself
  }

  /// Whether hands are needed.
  package enum Kind: String, Sendable, Hashable, Codable, CaseIterable {
    /// A cook's hands are taken for all of it.
    case blocking
    /// Nobody is needed but to start it.
    case waiting
  }

  /// Units of one sort of equipment.
  package struct Use: Sendable, Hashable {
    /// The equipment's name.
    package var equipment: String
    /// The units, at least 1: appliances, or slots of one appliance where it has several.
    package var units: Int

    /// Creates a use.
    package init(_ equipment: String, units: Int = 1) {
      self.equipment = equipment
      self.units = units
    }
  }
}

/// A limit on the distance from another step's start or end to this step's start.
package struct Dependency: Sendable, Hashable {
  /// The other step's dish; nil for the same dish.
  package var dish: String?
  /// The other step.
  package var step: String
  /// Which of its moments counts.
  package var from: Moment
  /// The least distance, possibly negative; nil for none.
  package var minimum: Seconds?
  /// The greatest distance; nil for none.
  package var maximum: Seconds?

  /// Creates a dependency, by default on the end, with no limit upwards.
  package init(
    dish: String? = nil, _ step: String, from: Moment = .end, minimum: Seconds? = .zero,
    maximum: Seconds? = nil
  ) {
    self.dish = dish
    self.step = step
    self.from = from
    self.minimum = minimum
    self.maximum = maximum
  }

  /// A moment of a step.
  package enum Moment: String, Sendable, Hashable, Codable {
    /// Its end.
    case end
    /// Its start.
    case start
  }
}
