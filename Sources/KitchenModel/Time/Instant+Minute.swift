extension Instant {
  /// The beginning of the minute that it lies in: what a kitchen's clock shows.
  package var wholeMinute: Instant {
    Instant(epochSeconds: epochSeconds.floorDivided(by: 60).quotient * 60)
  }
}

extension Seconds {
  /// Rounded towards zero to whole minutes, as a delay or an overrun is shown.
  package var wholeMinutes: Seconds { Seconds(count / 60 * 60) }

  /// Rounded up to whole minutes; at least 0 itself.
  package var wholeMinutesUp: Seconds { Seconds((count + 59) / 60 * 60) }
}
