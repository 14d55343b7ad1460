package import KitchenModel

/// A length of time stated in a text, and what it means there.
package struct DurationMention: Sendable, Hashable {
  /// Its place, in Unicode scalars of the text.
  package var range: Range<Int>
  /// How long.
  package var estimate: Estimate
  /// What it means.
  package var role: Role
  /// How often the length that is stated counts: twice for each of two sides.
  package var times = 1.0
  /// Whether it is a night, which is as long as somebody sleeps.
  package var isNight = false

  /// What a stated length of time means for a cook.
  package enum Role: Sendable, Hashable {
    /// Hands are at work for so long.
    case handsOn
    /// It goes on by itself for so long.
    case waiting
    /// It is not a duration of this step.
    case none(Reason)
  }

  /// Why a length of time is not a duration of its step.
  package enum Reason: String, Sendable, Hashable, CaseIterable {
    /// `every 5 minutes`, `in 30-second bursts`.
    case interval
    /// `store up to 3 days`.
    case keeping
    /// `30 minutes before serving`, `a day ahead`.
    case moment
    /// `during the last 5 minutes`, `after 10 minutes` of what was stated already.
    case part
    /// `or overnight`, where the first length counts.
    case alternative
    /// `20 minutes per pound`.
    case rate
    /// `total time: 40 minutes`.
    case summary
    /// `if it is not done, 5 minutes more`.
    case condition
    /// `5000 hours`: longer than a step may last.
    case nonsense
  }

  /// Whether it is a duration of its step.
  package var counts: Bool { if case .none = role { false } else { true } }
}
