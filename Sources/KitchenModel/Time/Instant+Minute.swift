extension Instant {
  /// The beginning of the minute that it lies in: what a kitchen's clock shows.
  package var wholeMinute: Instant {
    Instant(epochSeconds: epochSeconds.floorDivided(by: 60).quotient * 60)
  }

  /// The instant, or the next one at which the seconds of a clock are zero.
  package var wholeMinuteUp: Instant {
    let minute = wholeMinute
    return minute == self ? self : minute + .minutes(1)
  }

  /// How much later than `planned` it is by a kitchen's clock, negative where it is sooner: the whole
  /// minutes between what the clock shows then and then. Less than a minute is nothing to hurry for.
  package func delay(behind planned: Instant) -> Seconds {
    let isSoon = abs(milliseconds - planned.milliseconds) < 60_000
    return isSoon ? .zero : wholeMinute.seconds(since: planned.wholeMinute)
  }
}

extension Seconds {
  /// Rounded towards zero to whole minutes, as a delay or an overrun is shown.
  package var wholeMinutes: Seconds { Seconds(count / 60 * 60) }

  /// Rounded up to whole minutes; at least 0 itself.
  package var wholeMinutesUp: Seconds { Seconds((count + 59) / 60 * 60) }
}
