/// Which features of a scheduling problem a random one has.
package struct ProblemMix: Sendable, CustomStringConvertible {
  /// What reports call it.
  package var name: String
  /// The features.
  package var features: Features

  /// Features to draw from.
  package struct Features: OptionSet, Sendable {
    /// The bits.
    package let rawValue: Int
    /// Creates the set with these bits.
    package init(rawValue: Int) { self.rawValue = rawValue }

    /// Resources of capacity 2 or 3, amounts of 1 to 3.
    package static let cumulative = Features(rawValue: 1 << 0)
    /// Resources of capacity 1.
    package static let unary = Features(rawValue: 1 << 1)
    /// Minimum distances, from starts and ends, sometimes negative.
    package static let minimumLags = Features(rawValue: 1 << 2)
    /// Maximum distances, from starts and ends, sometimes negative.
    package static let maximumLags = Features(rawValue: 1 << 3)
    /// One to three modes an activity.
    package static let modes = Features(rawValue: 1 << 4)
    /// Setup families.
    package static let setups = Features(rawValue: 1 << 5)
    /// Unavailability windows.
    package static let windows = Features(rawValue: 1 << 6)
    /// Attendants, and starts that need one.
    package static let switchPoints = Features(rawValue: 1 << 7)
    /// Requirements with several candidates.
    package static let choices = Features(rawValue: 1 << 8)
    /// Completion groups with weights.
    package static let groups = Features(rawValue: 1 << 9)
    /// Groups' offsets and maximum slacks.
    package static let courses = Features(rawValue: 1 << 10)
    /// A project start the solver chooses.
    package static let freeStart = Features(rawValue: 1 << 11)
    /// A fixed completion.
    package static let fixedCompletion = Features(rawValue: 1 << 12)
    /// Activities decided already.
    package static let decided = Features(rawValue: 1 << 13)
    /// Releases and deadlines.
    package static let limits = Features(rawValue: 1 << 14)
    /// Leads after the project start.
    package static let leads = Features(rawValue: 1 << 15)
    /// What stands between activities, and how long it keeps.
    package static let standing = Features(rawValue: 1 << 16)
  }

  /// Creates a mix.
  package init(_ name: String, _ features: Features) {
    self.name = name
    self.features = features
  }

  /// How test reports show it.
  package var description: String { name }

  /// One mix for each kind of feature, and mixes of everything.
  package static let all: [ProblemMix] = [
    ProblemMix("unary", [.unary, .minimumLags]),
    ProblemMix("cumulative", [.cumulative, .minimumLags]),
    ProblemMix("lags", [.unary, .minimumLags, .maximumLags]),
    ProblemMix("project", [.cumulative, .minimumLags, .maximumLags, .limits]),
    ProblemMix("modes", [.unary, .cumulative, .minimumLags, .maximumLags, .modes]),
    ProblemMix("choices", [.unary, .cumulative, .choices, .minimumLags, .modes]),
    ProblemMix("setups", [.unary, .cumulative, .setups, .choices, .minimumLags]),
    ProblemMix("windows", [.unary, .cumulative, .windows, .minimumLags, .freeStart]),
    ProblemMix("switch points", [.unary, .switchPoints, .minimumLags, .groups]),
    ProblemMix(
      "attendants", [.unary, .cumulative, .switchPoints, .windows, .choices, .minimumLags]),
    ProblemMix("groups", [.unary, .groups, .courses, .minimumLags]),
    ProblemMix("anchors", [.unary, .groups, .courses, .limits, .freeStart, .fixedCompletion]),
    ProblemMix("leads", [.unary, .leads, .setups, .freeStart, .groups, .minimumLags]),
    ProblemMix(
      "decided", [.unary, .cumulative, .decided, .minimumLags, .modes, .choices, .switchPoints]),
    ProblemMix(
      "meal",
      [
        .unary, .cumulative, .minimumLags, .maximumLags, .modes, .switchPoints, .groups, .courses,
        .standing,
      ]),
    ProblemMix("standing", [.unary, .minimumLags, .groups, .standing]),
    ProblemMix("standing modes", [.unary, .cumulative, .minimumLags, .modes, .standing]),
    ProblemMix("everything", Features(rawValue: (1 << 17) - 1)),
  ]
}
