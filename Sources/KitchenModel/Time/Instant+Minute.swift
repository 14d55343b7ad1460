extension Instant {
  /// The beginning of the minute that it lies in: what a kitchen's clock shows.
  package var wholeMinute: Instant {
    Instant(epochSeconds: epochSeconds.floorDivided(by: 60).quotient * 60)
  }
}
