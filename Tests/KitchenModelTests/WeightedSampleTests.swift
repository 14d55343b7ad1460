import KitchenModel
import Testing

struct WeightedSampleTests {
  /// A small generator of the tests' own, so that a seed says all.
  private struct Numbers {
    var state: UInt64

    mutating func next(_ limit: Int) -> Int {
      state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
      return Int(state >> 33) % limit
    }
  }

  @Test func `a share of lengths is the nearest rank's, and zero of none`() {
    let lengths = WeightedSample((1...10).map { $0 * 60 })
    let minutes = [0.5, 0.51, 0.9, 0.91, 1].map(lengths.length)
    #expect(minutes == [5, 6, 9, 10, 10].map(Seconds.minutes))
    #expect(WeightedSample([Int]()).length(0.9) == .zero)
  }

  @Test(arguments: 0..<200)
  func `a quantile is the value of the nearest rank`(seed: Int) throws {
    var numbers = Numbers(state: UInt64(seed))
    let values = (0...numbers.next(40)).map { _ in numbers.next(1000) }
    let sorted = values.sorted()
    for (share, numerator) in [(0.1, 1), (0.5, 5), (0.9, 9)] {
      let rank = (values.count * numerator + 9) / 10
      #expect(WeightedSample(values).quantile(share) == sorted[rank - 1])
    }
  }

  @Test(arguments: 0..<200)
  func `a whole weight is as many times the value`(seed: Int) {
    var numbers = Numbers(state: UInt64(seed))
    let points = (0...numbers.next(20)).map { _ in (numbers.next(100), 1 + numbers.next(4)) }
    let weighted = WeightedSample(points.map { (value: $0.0, weight: Double($0.1)) })
    let repeated = WeightedSample(
      points.flatMap { Array(repeating: $0.0, count: $0.1) })
    for share in [0.1, 0.25, 0.5, 0.9, 1] {
      #expect(weighted.quantile(share) == repeated.quantile(share))
    }
    #expect(weighted.ordinary == repeated.ordinary)
  }

  @Test func `one value far from the others is an outlier`() {
    let ordinary = WeightedSample([600, 610, 620, 590, 600, 3600]).ordinary
    #expect(ordinary?.contains(620) == true)
    #expect(ordinary?.contains(3600) == false)
  }

  @Test func `times that agree leave room for a tenth`() {
    #expect(WeightedSample([600, 600, 600]).ordinary == 540...660)
  }

  @Test func `the mean of the middle half forgets the outer quarters`() {
    #expect(WeightedSample([0, 10, 20, 9000]).middleMean == 15)
    #expect(WeightedSample([600]).middleMean == 600)
    #expect(WeightedSample([(value: 1, weight: 3), (value: 5, weight: 1)]).middleMean == 1)
    // Of three, the middle one whole and a quarter of either neighbour.
    #expect(WeightedSample([1, 2, 6]).middleMean == (0.25 * 1 + 2 + 0.25 * 6) / 1.5)
  }

  @Test func `nothing has no quantiles`() {
    #expect(WeightedSample([Int]()).median == nil)
    #expect(WeightedSample([Int]()).middleMean == nil)
    #expect(WeightedSample([Int]()).ordinary == nil)
  }
}
