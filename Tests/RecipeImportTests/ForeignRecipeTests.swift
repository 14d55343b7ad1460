import KitchenModel
import RecipeImport
import Testing

/// The files of other programs, each as its program writes it.
@Suite struct ForeignRecipeTests {
  private func read(_ text: String, _ file: String = "a.json") -> RecipeReader.Result {
    RecipeReader.read(Array(text.utf8), named: file)
  }

  private func lines(_ text: String, _ file: String = "a.json") -> [String] {
    read(text, file).drafts.map(PlainTextTests.lines)
  }

  @Test func `a recipe of Paprika`() {
    let json = """
      {"uid": "A", "name": "Leek soup", "ingredients": "2 leeks\\n1 l stock", "servings": "Serves 4",
       "directions": "Chop the leeks.\\n\\nSimmer for 20 minutes.", "prep_time": "10 mins",
       "cook_time": "20 mins", "total_time": "", "notes": "Of a friend", "categories": ["Soup"],
       "source": "Ana", "source_url": "https://example.org/leek"}
      """
    #expect(
      lines(json) == [
        """
        Leek soup; serves 4; prep 10 min; cook 20 min; total 30 min
        * 2 leeks
        * 1 l stock
        - Chop the leeks.
        - Simmer for 20 minutes.

        """
      ])
    let dish = read(json).drafts.first?.dish
    #expect(dish?.notes == "Of a friend")
    #expect(dish?.tags == ["Soup"])
    #expect(dish?.source == "Ana <https://example.org/leek>")
  }

  @Test func `a recipe of Tandoor`() {
    let json = """
      {"name": "Rice", "description": "", "keywords": [{"name": "side"}], "working_time": 5,
       "waiting_time": 12, "servings": 2, "steps": [
        {"name": "", "instruction": "Rinse the rice.", "time": 5, "order": 0, "ingredients": [
          {"food": {"name": "rice"}, "unit": {"name": "g"}, "amount": "250.0", "note": "white"},
          {"food": null, "unit": null, "amount": "0", "note": "Broth", "is_header": true},
          {"food": {"name": "salt"}, "unit": null, "amount": "0.0", "no_amount": true, "note": ""}]},
        {"name": "Cooking", "instruction": "Boil for 12 minutes.\\n\\nFluff it.", "time": 12, "ingredients": []}]}
      """
    #expect(
      lines(json) == [
        """
        Rice; serves 2; prep 5 min; cook 12 min; total 17 min
        * 250 g rice, white
        * salt
        - Rinse the rice (5 minutes).
        = Cooking
        - Boil for 12 minutes.
        - Fluff it.

        """
      ])
    #expect(read(json).drafts.first?.dish.tags == ["side"])
  }

  @Test func `a recipe of Mealie`() {
    let json = """
      {"id": "1", "name": "Stew", "recipeYield": "", "recipeServings": 4.0, "totalTime": "1 hour 15 minutes",
       "prepTime": "15 minutes", "performTime": "1 hour", "orgURL": "https://example.org/stew",
       "recipeIngredient": [{"quantity": 2.0, "unit": {"name": "cup"}, "food": {"name": "beans"},
         "note": "soaked", "display": "2 cups beans soaked"},
         {"quantity": 0.5, "unit": null, "food": {"name": "onion"}, "note": "", "display": ""}],
       "recipeInstructions": [{"title": "", "text": "Chop the onion."},
         {"title": "Cook", "text": "Simmer for 1 hour."}],
       "tags": [{"name": "winter"}], "notes": [{"title": "Tip", "text": "Better the next day."}]}
      """
    #expect(
      lines(json) == [
        """
        Stew; serves 4; prep 15 min; cook 1 h; total 1 h 15
        * 2 cups beans soaked
        * 0.5 onion
        - Chop the onion.
        = Cook
        - Simmer for 1 hour.

        """
      ])
    #expect(read(json).drafts.first?.dish.notes == "Tip\nBetter the next day.")
  }

  @Test func `a backup of Mealie`() {
    let json = """
      {"recipes": [{"id": "r", "name": "Stew", "org_url": null, "recipe_servings": 4, "perform_time": "1 hour"}],
       "recipe_instructions": [{"recipe_id": "r", "position": 1, "text": "Simmer for 1 hour."},
         {"recipe_id": "r", "position": 0, "text": "Chop."}, {"recipe_id": "x", "position": 0, "text": "No."}],
       "recipes_ingredients": [{"recipe_id": "r", "position": 0, "quantity": 2, "unit_id": "u", "food_id": "f", "note": "soaked", "original_text": null}],
       "ingredient_units": [{"id": "u", "name": "cup"}], "ingredient_foods": [{"id": "f", "name": "beans"}]}
      """
    #expect(
      lines(json) == [
        "Stew; serves 4; cook 1 h; total 1 h\n* 2 cup beans, soaked\n- Chop.\n- Simmer for 1 hour.\n"
      ])
  }

  @Test func `recipes of RecipeSage`() {
    let json = """
      {"recipes": [{"title": "Pie", "yield": "6 servings", "activeTime": "20 min", "totalTime": "1 h",
        "ingredients": "[Dough]\\n200 g flour\\n100 g butter", "instructions": "Knead for 5 minutes.\\nBake for 40 minutes.",
        "notes": "Good cold", "url": "https://example.org/pie", "source": "Ana", "labels": [{"title": "baking"}]},
        {"title": "Tea", "ingredients": "", "instructions": "Steep for 4 minutes."}]}
      """
    #expect(
      lines(json) == [
        "Pie; serves 6; prep 20 min; total 1 h\n* 200 g flour\n* 100 g butter\n- Knead for 5 minutes.\n- Bake for 40 minutes.\n",
        "Tea\n- Steep for 4 minutes.\n",
      ])
  }

  @Test func `recipes of Recipe Keeper`() {
    let html = """
      <!DOCTYPE html><html><body>
      <div class="recipe-details"><table><tr><td><h2 itemprop="name">Soup</h2>
      <div>Courses: <span itemprop="recipeCourse">Starter</span></div>
      <meta content="Winter" itemprop="recipeCategory">
      <div>Serving size: <span itemprop="recipeYield">4 servings</span></div>
      <div>Preparation time: 10 mins<meta content="PT10M" itemprop="prepTime"></div>
      <div>Cooking time: 20 mins<meta content="PT20M" itemprop="cookTime"></div>
      <div itemprop="recipeIngredients"><p>2 leeks</p><p>1 l stock</p><p></p></div>
      <div itemprop="recipeDirections"><p>1. Chop the leeks.</p><p>2. Simmer for 20 minutes.</p></div>
      <div itemprop="recipeNotes"><p>Of a friend</p></div></td></tr></table></div>
      <div class="recipe-details"><h2 itemprop="name">Tea</h2>
      <div itemprop="recipeDirections"><p>Steep for 4 minutes.</p></div></div>
      </body></html>
      """
    #expect(
      lines(html, "recipes.html") == [
        "Soup; serves 4; prep 10 min; cook 20 min; total 30 min\n* 2 leeks\n* 1 l stock\n- 1. Chop the leeks.\n- 2. Simmer for 20 minutes.\n",
        "Tea\n- Steep for 4 minutes.\n",
      ])
    #expect(read(html).drafts.first?.dish.notes == "Of a friend")
  }

  @Test(arguments: [
    #"{"dishes": [{"name": "Tea", "steps": [{"title": "Steep", "waiting": "4m"}]}]}"#,
    #"{"kitchen": {"cooks": 2}}"#,
  ])
  func `a kitchen file is none of these`(json: String) {
    #expect(read(json).kind == .kitchenFile)
  }
}
