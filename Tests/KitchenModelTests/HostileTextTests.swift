import KitchenModel
import TestSupport
import Testing

struct HostileTextTests {
  private static let pieces = [
    "1", "90", "0.5", "999999999999999999999", "-", "–", "\u{2212}", ".", ",", ":", " ", "m", "h",
    "min",
    "hours", "PT", "P", "T", "D", "to", "C", "F", "°", "am", "pm", "noon", "2026-11-26",
    "2026-02-31", "@",
    "oven", "*", "blocking", "waiting", "/", "é", "e\u{301}", "٣", "👩‍🍳", "\u{0}", "\u{202E}", "\n",
    "\"", "",
  ]

  @Test(arguments: 0..<2000)
  func `no text crashes a reader, and what is read is written and read back equal`(seed: Int) throws
  {
    var random = SeededNumbers(seed: seed)
    let text = (0..<1 + random.next(below: 7)).map { _ in
      Self.pieces[random.next(below: Self.pieces.count)]
    }.joined()
    if let lag = try? Seconds(lagText: text) {
      #expect(abs(lag.count) <= Seconds.longest.count)
      #expect(try Seconds(lagText: lag.fileText) == lag)
    }
    if let estimate = try? Estimate(parsing: text) {
      #expect(try estimate.fileText.map { try Estimate(parsing: $0) } == estimate)
    }
    if let temperature = try? Temperature(parsing: text) {
      #expect(try Temperature(parsing: temperature.text) == temperature)
    }
    if let time = try? ClockTime(parsing: text) {
      #expect(try ClockTime(parsing: time.text) == time)
    }
    do {
      let specification = try StepSpecification(parsing: text)
      #expect(specification.way.uses.allSatisfy { !$0.equipment.isEmpty && $0.units >= 1 })
    } catch {
      #expect(!error.message.isEmpty && !error.hint.isEmpty)
      #expect(!error.message.unicodeScalars.contains { $0.isControl }, "seed \(seed)")
    }
  }
}
