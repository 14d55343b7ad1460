import Foundation
import KitchenModel
import MealPlanning
import RecipeProse

/// That a plan for the time asked for should have started already, and what can still be done.
struct LateStart {
  private let start: String
  private let late: Seconds
  private let earliest: String?
  /// The serving time that was asked for; nil where a start was.
  private let asked: String?
  private let isPast: Bool

  /// Looks for the earliest serving time from now on; nil where the plan's start is still to come.
  init?(_ plan: Plan, _ request: PlanRequest, within deadline: PlanningDeadline) {
    guard plan.anchor != nil, let startAt = plan.startAt,
      startAt < Instant(epochSeconds: request.now.epochSeconds)
    else { return nil }
    late = request.now.seconds(since: startAt)
    start = Self.text(startAt, in: request.timeZone)
    asked =
      plan.anchor == .serve ? plan.serveAt.map { Self.text($0, in: request.timeZone) } : nil
    isPast = plan.anchor == .serve && plan.serveAt.map { $0 < request.now } == true
    var fromNow = request
    fromNow.anchor = .start(request.now)
    if case .plan(let plan) = try? Planning.plan(fromNow, within: deadline),
      let serveAt = plan.serveAt
    {
      // To the minute, as people ask for it.
      let minutes = (serveAt.epochSeconds + 59).floorDivided(by: 60).quotient
      earliest = Self.text(Instant(epochSeconds: minutes * 60), in: request.timeZone)
    } else {
      earliest = nil
    }
  }

  /// What the plan says about it.
  var sentence: String {
    let past =
      isPast
      ? "The serving time is in the past"
      : "This plan should have started at \(start), \(late.spokenText) ago"
    return earliest.map { "\(past); started now, it can be served at \($0)." } ?? "\(past)."
  }

  /// What the cook hears besides.
  var remark: Diagnostic {
    let past = "This plan should have started at \(start), \(late.spokenText) ago."
    let soonest = earliest.map { ": the earliest is \($0)" } ?? ""
    let message = asked.map { time in
      isPast
        ? "The serving time \(time) is in the past\(soonest)."
        : "Serving at \(time) is too soon\(soonest). \(past)"
    }
    return Diagnostic(
      .couldNotBeDone, message ?? past,
      hints: [
        earliest.map { Hint.advice(.serveAt($0)) }
          ?? "Ask for a later time, or leave the time out to serve as soon as possible."
      ], severity: .warning)
  }

  private static func text(_ instant: Instant, in zone: TimeZone) -> String {
    let date = Date(timeIntervalSince1970: Double(instant.milliseconds) / 1000)
    let local = instant.epochSeconds + zone.secondsFromGMT(for: date)
    let (day, second) = local.floorDivided(by: 86_400)
    let civil = Instant.civil(daysSinceEpoch: day)
    return ClockTime.dated(
      year: civil.year, month: civil.month, day: civil.day,
      .init(hour: second / 3600, minute: second % 3600 / 60, second: second % 60)
    ).text
  }
}

extension Menu {
  /// That quantities are scaled and durations are not; nil where nothing is scaled.
  var scalingNote: String? {
    let scaled = dishes.compactMap { serving in
      serving.scale.map { "\(serving.label) ×\($0.text)" }
    }
    guard !scaled.isEmpty else { return nil }
    let isWhole = !dishes.contains { serving in
      serving.scale != nil && serving.dish.ingredients.contains { $0.hasSuffix(Scale.mark) }
    }
    let exception = isWhole ? "" : ", except those marked \"not scaled\""
    let what = "Ingredients are scaled (\(scaled.joined(separator: ", ")))\(exception)"
    return "\(what); durations are not."
  }
}
