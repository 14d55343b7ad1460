import Scheduling
import Testing

/// Points of time and the lengths between them.
struct TimeTests {
  private let noon: TimePoint = 720
  private let night: TimePoint = 1_380

  @Test func `points are apart by a length, and a length leads from one to the other`() {
    let length: TimeSpan = night - noon
    #expect(length == 660)
    #expect(noon - night == TimeSpan(-660))
    #expect(noon + length == night)
    #expect(night - length == noon)
    #expect(noon.duration(to: night) == length)
    var moment = noon
    moment += 30
    #expect(moment == 750)
    moment -= 40
    #expect(moment == 710)
    #expect(moment < noon && noon < night)
  }

  @Test func `lengths add up, and are multiplied and divided by numbers`() {
    let lengths: [TimeSpan] = [10, -4, 7]
    #expect(lengths.reduce(.zero, +) == 13)
    #expect(TimeSpan(10) * 3 == 30)
    #expect(TimeSpan(10) / 4 == TimeSpan(2))
    #expect(TimeSpan(10) / TimeSpan(4) == 2.5)
    #expect(-TimeSpan(10) < .zero)
    #expect(lengths.max() == 10)
  }

  @Test func `both read as their number`() {
    #expect("\(noon) \(night - noon)" == "720 660")
  }
}
