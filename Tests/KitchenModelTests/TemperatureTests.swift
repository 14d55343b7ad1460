import KitchenModel
import Testing

struct TemperatureTests {
  @Test(arguments: [
    ("180C", Temperature(.celsius, lower: 1800, upper: 1800)),
    ("180 °C", Temperature(.celsius, lower: 1800, upper: 1800)),
    ("350F", Temperature(.fahrenheit, lower: 3500, upper: 3500)),
    ("170-190C", Temperature(.celsius, lower: 1700, upper: 1900)),
    ("170C–190C", Temperature(.celsius, lower: 1700, upper: 1900)),
    ("82.5c", Temperature(.celsius, lower: 825, upper: 825)),
    ("-18C", Temperature(.celsius, lower: -180, upper: -180)),
    ("-20--18C", Temperature(.celsius, lower: -200, upper: -180)),
    ("gas mark 4", Temperature(.celsius, lower: 1800, upper: 1800)),
    ("Gas 9", Temperature(.celsius, lower: 2400, upper: 2400)),
    ("350 degrees Fahrenheit", Temperature(.fahrenheit, lower: 3500, upper: 3500)),
  ])
  func `a temperature is read and its text reads back equal`(
    text: String, expected: Temperature
  ) throws {
    #expect(try Temperature(parsing: text) == expected)
    #expect(try Temperature(parsing: expected.text) == expected)
  }

  @Test(arguments: [
    ("180", TemperatureFault.withoutUnit("180")), ("170-190", .withoutUnit("170-190")),
    ("190-170C", .upsideDown("190-170C")), ("180-180C", .upsideDown("180-180C")),
    ("170C-350F", .mixedScales("170C-350F")), ("601C", .outOfReach("601C")),
    ("-51C", .outOfReach("-51C")), ("99999999999999999999C", .outOfReach("99999999999999999999C")),
    ("hot", .unreadable("hot")), ("180K", .unreadable("180K")), ("82.55C", .unreadable("82.55C")),
    ("", .empty),
  ])
  func `what is not a temperature is refused`(text: String, fault: TemperatureFault) {
    #expect(throws: fault) { try Temperature(parsing: text) }
  }

  @Test(arguments: [
    ("350F", "180C", true), ("180C", "190C", false), ("180C", "188C", true),
    ("180C", "188.1C", false),
    ("170-180C", "180-190C", true), ("170-175C", "180-190C", false), ("170-190C", "194C", true),
    ("170-190C", "194.1C", false), ("32F", "0C", true),
  ])
  func `temperatures meet where what they admit overlaps`(a: String, b: String, meets: Bool) throws
  {
    let (one, other) = (try Temperature(parsing: a), try Temperature(parsing: b))
    #expect(one.meets(other) == meets)
    #expect(other.meets(one) == meets)
    #expect((one.shared(with: other) != nil) == meets)
  }

  @Test(arguments: [
    ("170-190C", "180-200C", "180-190C"), ("180C", "170-190C", "180C"),
    ("170-190C", "180C", "180C"),
    ("180C", "182C", "178-184C"), ("170-180C", "180-190C", "180C"),
  ])
  func `two temperatures share a part`(a: String, b: String, shared: String) throws {
    let part = try Temperature(parsing: a).shared(with: Temperature(parsing: b))
    #expect(part?.text == shared)
  }

  @Test func `a fault says what to add`() {
    #expect(TemperatureFault.withoutUnit("180°").hint == "Add C or F, as in 180C.")
  }
}
