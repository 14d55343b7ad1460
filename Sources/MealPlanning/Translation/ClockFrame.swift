import Foundation
import KitchenModel
import Scheduling

/// How the clock maps to the problem's time axis, and what the clock limits are on it.
struct ClockFrame {
  /// The instant of time 0; nil where no clock plays a part.
  var origin: Instant?
  /// Where the project starts.
  var projectStart: Anchor
  /// Where it completes.
  var completion: Anchor
  /// The reference that bare clock times are nearest to.
  private(set) var reference: Instant
  private(set) var timeZone: TimeZone
  private var asked: TimeAsked = .none

  /// Chooses the axis for a request.
  ///
  /// Time 0 is the plan's start where that is known. Where serving time is fixed and clock limits
  /// play a part, time 0 lies so far before it that no plan of use starts earlier.
  init(_ request: PlanRequest) {
    if let plan = request.current, request.elapsed != nil {
      self = ClockFrame(of: plan, in: request.timeZone)
      return
    }
    timeZone = request.timeZone
    asked = request.anchor
    let now = request.now.wholeSecond
    switch request.anchor {
    case .none:
      reference = now
      origin = request.menu.mindsTheClock ? now : nil
      (projectStart, completion) = (.fixed(0), .free)
    case .start(let instant):
      reference = instant.wholeSecond
      origin = reference
      (projectStart, completion) = (.fixed(0), .free)
    case .serve(let instant):
      reference = instant.wholeSecond
      if request.menu.mindsTheClock {
        let reach = Self.reach(request.menu)
        origin = reference - reach
        (projectStart, completion) = (.free, .fixed(TimePoint(reach)))
      } else {
        // Nothing ties the plan to the clock but its end: plan first, place it afterwards.
        origin = nil
        (projectStart, completion) = (.fixed(0), .free)
      }
    }
  }

  /// The axis of a plan that is being cooked: time 0 is its start.
  init(of plan: Plan, in timeZone: TimeZone) {
    self.timeZone = timeZone
    origin = plan.startAt
    reference =
      (plan.anchor == .serve ? plan.serveAt : plan.startAt) ?? Instant(epochSeconds: 0)
    (projectStart, completion) = (.fixed(0), .free)
  }

  /// Why the plan starts when it does.
  var startWords: String {
    guard origin != nil else { return "Everything is served at one time." }
    let time = MomentNaming.text(reference, in: timeZone)
    return asked == .none ? "It is \(time) now." : "The start is fixed at \(time)."
  }

  /// Why serving is when it is.
  var servingWords: String {
    "Serving time is fixed at \(MomentNaming.text(reference, in: timeZone))."
  }

  /// Where a clock time lies on the axis: its occurrence nearest to the time asked for.
  func time(of clock: ClockTime) -> TimePoint? {
    origin.map { TimePoint(clock.nearest(to: reference, in: timeZone).seconds(since: $0)) }
  }

  /// Where an absence lies on the axis; nil where it ends before it begins.
  func window(of absence: Absence) -> Resource.Window? {
    guard let origin else { return nil }
    let (start, end) = instants(of: absence)
    guard start < end else { return nil }
    return .init(
      start: TimePoint(start.seconds(since: origin)), end: TimePoint(end.seconds(since: origin)))
  }

  /// When an absence begins and ends: the one whose end is nearest to the time asked for.
  func instants(of absence: Absence) -> (from: Instant, to: Instant) {
    let end = absence.to.nearest(to: reference, in: timeZone)
    return (absence.from.lastOccurrence(before: end, in: timeZone), end)
  }

  /// A time before serving in which every plan that serves on time fits, if any does: all durations,
  /// lags and preheats one after the other, and two days for clock limits.
  private static func reach(_ menu: Menu) -> Seconds {
    var total = Seconds(2 * 86_400)
    for serving in menu.dishes {
      for step in serving.dish.steps {
        total = total + (step.ways.map(\.duration.likely).max() ?? .zero)
        for dependency in step.after {
          for bound in [dependency.minimum, dependency.maximum] {
            total = total + Seconds(abs(bound?.count ?? 0))
          }
        }
        for use in step.ways.flatMap(\.uses) {
          total = total + (menu.kitchen.equipment(named: use.equipment)?.preheat ?? .zero)
        }
      }
    }
    return total
  }
}

extension Instant {
  /// The instant rounded down to a whole second.
  var wholeSecond: Instant { Instant(epochSeconds: epochSeconds) }
}

extension Menu {
  /// Whether clock limits or absences play a part.
  var mindsTheClock: Bool {
    !kitchen.away.isEmpty
      || dishes.contains { serving in
        serving.dish.notBefore != nil || serving.dish.notAfter != nil
          || serving.dish.steps.contains { $0.notBefore != nil || $0.notAfter != nil }
      }
  }
}

extension Kitchen {
  /// The index of a cook, without regard to case.
  func cook(named name: String) -> Int? {
    let key = Name.key(of: name)
    return cooks.names.firstIndex { Name.key(of: $0) == key }
  }
}
