import KitchenModel
import RecipeProse
import Testing

/// Lines of ingredients in eight languages: amounts, units, names and notes.
struct IngredientReaderTests {
  /// `3/2 cup; 240 ml | milk | warm`: what a line says, as one text.
  private func said(_ line: String, in language: String? = nil) -> String? {
    guard let read = IngredientReader(language: language).read(line) else { return nil }
    let amounts = read.amounts.map { amount in
      let range =
        amount.minimum == amount.maximum
        ? amount.minimum.text : "\(amount.minimum.text)-\(amount.maximum.text)"
      return amount.unit.map { "\(range) \($0)" } ?? range
    }
    return [amounts.joined(separator: "; "), read.name, read.note ?? ""].joined(separator: " | ")
  }

  @Test(arguments: [
    ("1-1/2 cups warm milk", "3/2 cup | milk | warm"),
    ("1 1/2 cups milk", "3/2 cup | milk | "), ("1½ cups milk", "3/2 cup | milk | "),
    ("2 large eggs, beaten", "2 | eggs | large, beaten"),
    ("1 (400 g) tin chopped tomatoes", "1 tin | chopped tomatoes | 400 g"),
    ("1 400g tin tomatoes", "1 tin | tomatoes | 400g"),
    ("2 x 400 g tins chickpeas", "2 tin | chickpeas | 400 g"),
    (
      "1 lb 2 oz beef chuck, cut into 2-inch cubes",
      "1 lb; 2 oz | beef chuck | cut into 2-inch cubes"
    ),
    ("1 cup (240 ml) whole milk", "1 cup; 240 ml | whole milk | "),
    ("2 cups plus 1 tablespoon sugar", "2 cup; 1 tablespoon | sugar | "),
    ("2 to 3 carrots", "2-3 | carrots | "), ("2-3 carrots", "2-3 | carrots | "),
    ("2 – 3 carrots", "2-3 | carrots | "), ("2 or 3 carrots", "2-3 | carrots | "),
    ("1/4-1/2 tsp salt", "1/4-1/2 tsp | salt | "), ("a pinch of salt", "1 pinch | salt | "),
    ("Pinch of salt", "1 pinch | salt | "),
    ("salt and pepper to taste", " | salt and pepper | to taste"),
    ("Salt, to taste", " | Salt | to taste"), ("some fresh mint", " | fresh mint | some"),
    ("a few sprigs of thyme", " | thyme | a few sprigs"),
    ("2 8-inch tortillas", "2 | tortillas | 8-inch"),
    ("200 ml 10% cream", "200 ml | 10% cream | "), ("10% cream, 200 ml", "200 ml | 10% cream | "),
    ("500 g type 00 flour", "500 g | type 00 flour | "), ("1,000 g flour", "1000 g | flour | "),
    ("1.5 kg potatoes", "3/2 kg | potatoes | "), (".5 cup oil", "1/2 cup | oil | "),
    ("about 3 cups all-purpose flour", "3 cup | all-purpose flour | "),
    ("approx. 200 g rice", "200 g | rice | "), ("1 dozen eggs", "12 | eggs | "),
    ("two eggs", "2 | eggs | "), ("half an onion", "1/2 | onion | "), ("an onion", "1 | onion | "),
    ("2 garlic cloves", "2 clove | garlic | "),
    ("3 cloves garlic, minced", "3 clove | garlic | minced"),
    ("2 cloves", "2 | cloves | "), ("1 tsp cloves", "1 tsp | cloves | "),
    ("1 T sugar", "1 T | sugar | "), ("1 t sugar", "1 t | sugar | "),
    ("1 c. sugar", "1 cup | sugar | "),
    ("1 Tbsp. soy sauce", "1 tbsp | soy sauce | "), ("8 fl oz cream", "8 fl oz | cream | "),
    ("1 can (14.5 ounces) diced tomatoes", "1 can | diced tomatoes | 14.5 ounces"),
    ("1 stick (1/2 cup) butter, softened", "1 stick; 1/2 cup | butter | softened"),
    ("1 head of lettuce", "1 head | lettuce | "), ("zest of 2 limes", "2 | limes | zest of"),
    ("Juice of 1 lemon", "1 | lemon | Juice of"),
    ("4 boneless, skinless chicken breasts", "4 | boneless, skinless chicken breasts | "),
    ("1 tablespoon freshly ground black pepper", "1 tablespoon | black pepper | freshly ground"),
    ("1/2 cup finely chopped fresh basil", "1/2 cup | fresh basil | finely chopped"),
    ("1 bunch cilantro (optional)", "1 bunch | cilantro | optional"),
    ("2 tbsp olive oil, plus more for drizzling", "2 tbsp | olive oil | plus more for drizzling"),
    ("cream, 200 ml", "200 ml | cream | "), ("Flour - 200 g", "200 g | Flour | "),
    ("tortillas x 2", "2 | tortillas | "), ("eggs 3", "3 | eggs | "),
    ("1 onion, cut into 8", "1 | onion | cut into 8"),
    ("4 chicken breasts (about 600 g)", "4; 600 g | chicken breasts | "),
    ("2 steaks, 200 g each", "2 | steaks | 200 g each"),
    ("250g/9oz flour", "250 g; 9 oz | flour | "),
    ("800 g - 1 kg potatoes", "4/5-1 kg | potatoes | "),
    ("1 quart vegetable oil for frying", "1 quart | vegetable oil | for frying"),
    ("- 2 cups kale", "2 cup | kale | "), ("Kosher salt", " | Kosher salt | "),
    ("7up", " | 7up | "), ("1 inch piece fresh ginger", "1 piece | fresh ginger | 1 inch"),
  ])
  func `English lines`(line: String, reading: String) {
    #expect(said(line, in: "en") == reading)
  }

  @Test(arguments: [
    ("2 tbsp oil ($0.24)", "2 tbsp | oil | $0.24"), ("1/2 c. water", "1/2 cup | water | "),
    ("1 C (100g) oats", "1 cup; 100 g | oats | "), ("3 unit(s) shallot", "3 unit | shallot | "),
    ("1/2 cup raw cashews ((75g))", "1/2 cup; 75 g | raw cashews | "),
    (
      "2 bananas ((200g) peeled, frozen for 12 hours)",
      "2; 200 g | bananas | peeled, frozen for 12 hours"
    ),
    ("4 tbsp soy sauce (see note 2)", "4 tbsp | soy sauce | see note 2"),
    ("8 oz butter, cold (2 sticks; 225g)", "8 oz; 225 g | butter | cold, 2 sticks"),
    ("Optional: 1 tbsp maple syrup", "1 tbsp | maple syrup | Optional"),
    ("For serving: ice cream", " | ice cream | For serving"),
    ("3 whole cloves garlic", "3 clove | garlic | whole"),
    ("4 whole cloves", "4 | whole cloves | "),
    (
      "12 medium-sized (about 100 g) mushrooms", "12; 100 g | mushrooms | about 100 g, medium-sized"
    ),
    ("2 inches ginger, chopped", "2 inch | ginger | chopped"),
    ("2.125 g yeast", "17/8 g | yeast | "), ("1.500 ml stock", "1500 ml | stock | "),
    ("28 ounce can tomatoes", "1 can | tomatoes | 28 ounce"),
    ("3 lb pot roast", "3 lb | pot roast | "),
    ("1 (4-ounce can) chilies", "1 can | chilies | 4-ounce can"),
    ("2 cups warm water divided", "2 cup | water | warm, divided"),
    ("1 lb beef (cut into 1/2” x 2” strips)", "1 lb | beef | cut into 1/2” x 2” strips"),
  ])
  func `lines as recipe pages have them`(line: String, reading: String) {
    #expect(said(line, in: "en") == reading)
  }

  @Test(arguments: [
    ("1.500 ml Milch", "1500 ml | Milch | "), ("0,5 l Sahne", "1/2 l | Sahne | "),
    ("2 EL Olivenöl", "2 EL | Olivenöl | "), ("1 TL Salz", "1 TL | Salz | "),
    ("3 Zehen Knoblauch, gehackt", "3 Zehe | Knoblauch | gehackt"),
    ("1 Prise Salz", "1 Prise | Salz | "),
    ("2 Dosen Tomaten (à 400 g)", "2 Dose | Tomaten | à 400 g"),
    ("3 bis 4 Eier", "3-4 | Eier | "), ("½ Bund Petersilie", "1/2 Bund | Petersilie | "),
    ("1 große Zwiebel", "1 | Zwiebel | große"), ("etwas Salz", " | Salz | etwas"),
    ("Salz nach Geschmack", " | Salz | nach Geschmack"), ("ca. 200 g Mehl", "200 g | Mehl | "),
    ("1 Pfund Hackfleisch", "1 Pfund | Hackfleisch | "), ("Mehl Type 405", " | Mehl Type 405 | "),
    ("2 Esslöffel Butter", "2 Esslöffel | Butter | "),
    ("1 Pck. Vanillezucker", "1 Packung | Vanillezucker | "),
    ("100 ml lauwarme Milch", "100 ml | Milch | lauwarme"), ("200g Mehl", "200 g | Mehl | "),
  ])
  func `German lines`(line: String, reading: String) {
    #expect(said(line, in: "de") == reading)
  }

  @Test(arguments: [
    ("fr", "200 g de farine", "200 g | farine | "),
    ("fr", "2 c. à s. d'huile d'olive", "2 c. à s. | huile d'olive | "),
    ("fr", "1 cuillère à café de sel", "1 cuillère à café | sel | "),
    ("fr", "1 pincée de sel", "1 pincée | sel | "),
    ("fr", "2 gousses d'ail", "2 gousse | ail | "), ("fr", "1,5 l d'eau", "3/2 l | eau | "),
    ("fr", "1 000 g de farine", "1000 g | farine | "),
    ("fr", "2 à 3 carottes", "2-3 | carottes | "),
    ("fr", "sel au goût", " | sel | au goût"),
    ("fr", "le jus d'un citron", "1 | citron | le jus d"),
    ("fr", "1 gros oignon", "1 | oignon | gros"),
    ("fr", "1 boîte de tomates", "1 boîte | tomates | "),
    ("es", "3 cucharadas de aceite de oliva", "3 cucharada | aceite de oliva | "),
    ("es", "1 diente de ajo picado", "1 diente | ajo | picado"),
    ("es", "sal al gusto", " | sal | al gusto"),
    ("es", "1.000 g de harina", "1000 g | harina | "),
    ("es", "2 cdas. de azúcar", "2 cucharada | azúcar | "),
    ("es", "media cebolla", "1/2 | cebolla | "), ("es", "1 taza de leche", "1 taza | leche | "),
    ("es", "una pizca de sal", "1 pizca | sal | "), ("es", "2 o 3 huevos", "2-3 | huevos | "),
    ("it", "2 cucchiai di olio", "2 cucchiaio | olio | "), ("it", "sale q.b.", " | sale | q.b."),
    ("it", "1 spicchio d'aglio", "1 spicchio | aglio | "),
    ("it", "320 g di spaghetti", "320 g | spaghetti | "),
    ("it", "1 bustina di lievito", "1 bustina | lievito | "),
    ("it", "2 etti di prosciutto", "2 etto | prosciutto | "),
    ("it", "un pizzico di sale", "1 pizzico | sale | "), ("it", "mezzo limone", "1/2 | limone | "),
    ("nl", "300 gr bloem", "300 g | bloem | "), ("nl", "2 eetlepels olie", "2 eetlepel | olie | "),
    ("nl", "1 el azijn", "1 el | azijn | "), ("nl", "2 teentjes knoflook", "2 teen | knoflook | "),
    ("nl", "een snufje zout", "1 snuf | zout | "),
    ("nl", "zout naar smaak", " | zout | naar smaak"),
    ("nl", "1 ui, gesnipperd", "1 | ui | gesnipperd"),
    ("nl", "2 tot 3 wortels", "2-3 | wortels | "),
    ("pt", "2 colheres de sopa de azeite", "2 colher de sopa | azeite | "),
    ("pt", "1 xícara de açúcar", "1 xícara | açúcar | "), ("pt", "sal a gosto", " | sal | a gosto"),
    ("pt", "3 dentes de alho picados", "3 dente | alho | picados"),
    ("pt", "meia cebola", "1/2 | cebola | "),
    ("pt", "uma pitada de sal", "1 pitada | sal | "),
    ("pt", "1,5 kg de frango", "3/2 kg | frango | "),
    ("sv", "2 dl mjölk", "2 dl | mjölk | "), ("sv", "1 msk smör", "1 msk | smör | "),
    ("sv", "2 klyftor vitlök", "2 klyfta | vitlök | "),
    ("sv", "salt efter smak", " | salt | efter smak"),
    ("sv", "1 burk krossade tomater", "1 burk | krossade tomater | "),
    ("sv", "1 nypa salt", "1 nypa | salt | "),
    ("sv", "ca 500 g potatis", "500 g | potatis | "), ("sv", "2-3 ägg", "2-3 | ägg | "),
  ])
  func `lines of other languages`(language: String, line: String, reading: String) {
    #expect(said(line, in: language) == reading)
    // The words tell the language where nobody says it.
    #expect(said(line) == reading)
  }

  @Test(arguments: [
    "1/2/3 cups", "2 cups", "", "   ", "For the sauce:", "1 cup cream 2 tbsp sugar", "٣ eggs",
    "99999999 g salt", "3-2 carrots 5", "9 inch pie crust", "salt and 1 tsp pepper", "0 g salt",
  ])
  func `a line with a number that is not understood says nothing`(line: String) {
    #expect(IngredientReader(language: "en").read(line) == nil)
  }

  @Test func `the lines of a list tell its language together`() {
    let reader = IngredientReader(lines: ["200 g Mehl", "1.500 ml Wasser", "1.250 g Xyz"])
    #expect(reader.read("1.250 g Xyz")?.amounts.first?.minimum == Fraction(1250))
  }

  @Test func `no text is too odd to be read`() {
    var random = SystemRandomNumberGenerator()
    let parts = [
      "1", "½", "1/2", "(", ")", "[", "]", ",", "-", "x", "g", "cup", "of", "a", "to", "or", "plus",
      "each", "%", "é", "👩‍🍳", "\u{202E}", "7", ".", "juice of", "/", "\u{A0}", "'", "T", "inch",
    ]
    for _ in 0..<3000 {
      let line = (0..<Int.random(in: 0...12, using: &random)).map { _ in
        parts.randomElement(using: &random) ?? ""
      }.joined(separator: Bool.random(using: &random) ? " " : "")
      if let read = IngredientReader().read(line) {
        #expect(read.text == line && !read.name.isEmpty, "\(line)")
      }
    }
  }
}
