import KitchenModel
import Testing

/// Recipes for more or fewer: a line is multiplied as a whole, or stays and says so.
struct ScaleTests {
  private func scaled(_ line: String, by factor: String = "2") throws -> String {
    try #require(Scale(factor)).applied(to: line)
  }

  @Test(arguments: [
    ("800 g potatoes", "1600 g potatoes"), ("1 1/2 tsp salt", "3 tsp salt"),
    ("½ onion", "1 onion"), ("2-3 carrots", "4-6 carrots"), ("4 to 5 leaves", "8 to 10 leaves"),
    ("3 bis 4 Eier", "6 bis 8 Eier"), ("¼ to ¾ cup oil", "1/2 to 1 1/2 cup oil"),
    ("2-1/2 cups stock", "5 cups stock"), ("2½ dl rice", "5 dl rice"),
    ("3 1⁄2 cups flour", "7 cups flour"), ("2 and 1/4 cups sugar", "4 1/2 cups sugar"),
    ("2,500 g flour", "5,000 g flour"), ("1.250 ml Milch", "2.500 ml Milch"),
    ("0,25 l Sahne", "0,5 l Sahne"), ("0.125 l cream", "0.25 l cream"),
    ("3 lb 4 oz lamb", "6 lb 8 oz lamb"), ("1 lb. 3oz. beans", "2 lb. 6oz. beans"),
    ("2 kg/4 lb 6oz turnips", "4 kg/8 lb 12oz turnips"),
    ("3 cups plus 1 tablespoon milk", "6 cups plus 2 tablespoons milk"),
    ("250 ml (9 fl oz) stock", "500 ml (18 fl oz) stock"),
    ("2 cups (250 g) flour", "4 cups (500 g) flour"),
    ("35% cream, 300 ml", "35% cream, 600 ml"), ("6-inch pitas x 3", "6-inch pitas x 6"),
    ("2 x 400 g tins tomatoes", "4 x 400 g tins tomatoes"),
    ("2 (14 oz) cans beans", "4 (14 oz) cans beans"), ("3 eggs + 1 egg", "6 eggs + 2 eggs"),
    ("1 clove garlic", "2 cloves garlic"), ("500g flour", "1000g flour"),
    ("salt and pepper", "salt and pepper"),
  ])
  func `what is understood is multiplied`(line: String, twice: String) throws {
    #expect(try scaled(line) == twice)
  }

  @Test(arguments: [
    "around 3 cups stock", "☐ 2 cups kale", "Juice of 3 lemons", "two eggs", "half an onion",
    "1 onion, cut into 8", "500 g type 00 flour", "Mehl Type 405", "1-inch piece ginger",
    "1/2/3 cups", "٣ eggs", "00 flour", "a handful of mint", "99999999 g salt", "2nd cut of beef",
  ])
  func `what is not understood stays and says so`(line: String) throws {
    #expect(try scaled(line) == line + " (not scaled)")
  }

  @Test(arguments: [
    ("2 cups milk", "1/2", "1 cup milk"), ("3 eggs", "1/2", "1.5 eggs"),
    ("1/2 tsp salt", "1/2", "1/4 tsp salt"), ("1 kg flour", "1/3", "0.33 kg flour"),
    ("2.5 kg beef", "1/4", "0.625 kg beef"),
    // Were it thousands this would be 500, and half a unit were they places.
    ("1,000 g flour", "1/2", "1,000 g flour (not scaled)"),
    ("999999.999999 g salt", "999.999999", "999999.999999 g salt (not scaled)"),
  ])
  func `fewer and odd factors`(line: String, factor: String, expected: String) throws {
    #expect(try scaled(line, by: factor) == expected)
  }

  @Test(arguments: [Int.max, Int.max / 2, Int.min, 0, -1, 1, 1_000_000])
  func `no number of servings is too large to be multiplied`(servings: Int) throws {
    for factor in ["2", "1000", "999.999999", "1/999999", "0.000001"] {
      let scale = try #require(Scale(factor))
      #expect(scale.applied(to: servings) >= 1)
    }
  }

  @Test func `random lines are never half understood`() throws {
    var random = SystemRandomNumberGenerator()
    let words = [
      "1", "2", "½", "1/2", "1,000", "-", "to", "x", "(", ")", "g", "lb", "oz", "cups", "eggs", "%",
      "plus", "and", ",", "/", "inch", "٣", "999999999999999999999", ".", "⁄", "of",
    ]
    for _ in 0..<2000 {
      let line = (0..<Int.random(in: 1...7, using: &random)).map { _ in
        words.randomElement(using: &random) ?? ""
      }.joined(separator: Bool.random(using: &random) ? " " : "")
      let once = try scaled(line, by: "1")
      #expect(!once.isEmpty, "\(line)")
    }
  }
}
