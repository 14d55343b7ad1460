import KitchenModel
import Scheduling

// A problem's unit is the second, counted from time 0 of its `ClockFrame`.

extension TimePoint {
  /// The point so long after time 0.
  init(_ time: Seconds) { self.init(time.count) }
}

extension TimeSpan {
  /// The same length.
  init(_ length: Seconds) { self.init(length.count) }
}

extension Seconds {
  /// How long after time 0 a point lies.
  init(_ point: TimePoint) { self.init(point.value) }

  /// The same length.
  init(_ length: TimeSpan) { self.init(length.value) }
}
