import KitchenModel
import RecipeProse
import Testing

/// Recipes for more or fewer: a line is multiplied as a whole, or stays and says so.
struct IngredientScalingTests {
  private func scaled(
    _ line: String, by factor: String = "2", in language: String? = nil
  ) throws -> String {
    try IngredientReader(language: language).scaled(line, by: #require(Scale(factor)))
  }

  @Test(arguments: [
    ("800 g potatoes", "1600 g potatoes"), ("1 1/2 tsp salt", "3 tsp salt"),
    ("½ onion", "1 onion"), ("2-3 carrots", "4-6 carrots"), ("4 to 5 leaves", "8 to 10 leaves"),
    ("3 bis 4 Eier", "6 bis 8 Eier"), ("¼ to ¾ cup oil", "½ to 1½ cups oil"),
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
    ("salt and pepper", "salt and pepper"), ("around 3 cups stock", "around 6 cups stock"),
    ("☐ 2 cups kale", "☐ 4 cups kale"), ("Juice of 3 lemons", "Juice of 6 lemons"),
    ("two eggs", "4 eggs"), ("half an onion", "1 onion"), ("a pinch of salt", "2 pinches of salt"),
    ("Pinch of salt", "2 pinches of salt"), ("a handful of mint", "2 handfuls of mint"),
    ("1 onion, cut into 8", "2 onions, cut into 8"),
    ("500 g type 00 flour", "1000 g type 00 flour"), ("Mehl Type 405", "Mehl Type 405"),
    ("1-inch piece ginger", "2 x 1-inch pieces ginger"),
    ("1 (400 g) tin chickpeas", "2 (400 g) tins chickpeas"),
    ("1 14-oz can beans", "2 14-oz cans beans"),
    (
      "2 cups flour, plus 2 tablespoons for dusting", "4 cups flour, plus 4 tablespoons for dusting"
    ),
    ("2 eggs plus 1 yolk", "4 eggs plus 2 yolks"),
    ("1 cup butter (2 sticks)", "2 cups butter (4 sticks)"),
    ("4 chicken breasts (about 600 g)", "8 chicken breasts (about 1200 g)"),
    ("2 steaks, 200 g each", "4 steaks, 200 g each"),
    ("800 g - 1 kg potatoes", "1600 g - 2 kg potatoes"), ("a dozen eggs", "2 dozen eggs"),
    ("1 EL Zucker", "2 EL Zucker"), ("1 Zehe Knoblauch", "2 Zehen Knoblauch"),
    ("1 gousse d'ail", "2 gousses d'ail"), ("1,5 l d'eau", "3 l d'eau"),
    ("1 diente de ajo", "2 dientes de ajo"), ("1 spicchio d'aglio", "2 spicchi d'aglio"),
    ("1 teentje knoflook", "2 teentje knoflook"), ("1 dente de alho", "2 dentes de alho"),
    ("1 klyfta vitlök", "2 klyftor vitlök"), ("10 g salt to taste", "20 g salt to taste"),
    ("2 8-inch tortillas", "4 8-inch tortillas"), ("1 T sugar", "2 T sugar"),
  ])
  func `what is understood is multiplied`(line: String, twice: String) throws {
    #expect(try scaled(line) == twice)
  }

  @Test(arguments: [
    "1/2/3 cups", "٣ eggs", "99999999 g salt", "1 cup cream 2 tbsp sugar", "2 cups",
    "salt and 1 tsp pepper", "1 lemon, 3 reserved",
  ])
  func `what is not understood stays and says so`(line: String) throws {
    #expect(try scaled(line) == line + " (not scaled)")
  }

  @Test(arguments: [
    ("2 cups milk", "1/2", "1 cup milk"), ("3 eggs", "1/2", "1 1/2 eggs"),
    ("1/2 tsp salt", "1/2", "1/4 tsp salt"), ("1 kg flour", "1/3", "1/3 kg flour"),
    ("2.5 kg beef", "1/4", "0.625 kg beef"), ("5 g yeast", "1/2", "2.5 g yeast"),
    ("1,000 g flour", "1/2", "500 g flour"), ("½ cup milk", "3", "1½ cups milk"),
    ("1/2 cup milk", "3", "1 1/2 cups milk"), ("1 cup milk", "7/5", "1 2/5 cups milk"),
    ("2 cups milk", "1", "2 cups milk"), ("3 cloves garlic", "1/3", "1 clove garlic"),
    ("999999.999999 g salt", "999.999999", "999999.999999 g salt (not scaled)"),
  ])
  func `fewer and odd factors`(line: String, factor: String, expected: String) throws {
    #expect(try scaled(line, by: factor) == expected)
  }

  @Test(arguments: [
    ("1.500 ml Milch", "de", "3.000 ml Milch"), ("1.500 ml milk", "en", "3.000 ml milk"),
    ("1,500 kg pommes", "fr", "3 kg pommes"), ("1,000 g flour", "en", "2,000 g flour"),
    ("1 000 g farine", "fr", "2 000 g farine"), ("1.000 g de harina", "es", "2.000 g de harina"),
  ])
  func `thousands and decimals are those of the language`(
    line: String, language: String, twice: String
  ) throws {
    #expect(try scaled(line, in: language) == twice)
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
      #expect(once == line || once == line + Scale.mark, "\(line)")
    }
  }
}
