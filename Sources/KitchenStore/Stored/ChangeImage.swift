internal import KitchenModel

/// Everything a change touched, as it was before.
///
/// Things are known by their numbers, which do not change with their names and come back with them;
/// so are the dishes of a meal, since the same change may have renamed them before.
///
/// These structures are the form in which the database keeps it, their names included.
struct ChangeImage: Codable {
  /// A dish as it was; nil where there was none.
  struct DishBefore: Codable {
    var id: Int64
    var before: Dish?
    /// Its recipe as it was last imported; nil where it was not, as in older journals.
    var recipe: String?
  }

  /// A meal as it was; nil where there was none.
  struct MealBefore: Codable {
    var id: Int64
    var before: MealRows.Row?
  }

  var dishes: [DishBefore] = []
  var meals: [MealBefore] = []
  /// The kitchen as it was; nil where it was not touched.
  var kitchen: Kitchen?
  /// The runs that were removed.
  var keptRuns: [Int] = []
  /// The edits that were made; nil where there were none, as in older journals.
  var edits: [EditMade]?
  /// The numbers of the estimates that were learned; nil where there were none.
  var learned: [Int]?

  /// The entries of the week as they were; nil where none was touched.
  var week: [EntryBefore]?
  /// What was known of things to buy; nil where none was touched.
  var shopItems: [ShopItemBefore]?

  /// An entry of the week as it was; nil where there was none.
  struct EntryBefore: Codable {
    var id: Int
    var before: WeekRows.Row?
  }

  /// What was known of a thing to buy; nil where nothing was.
  struct ShopItemBefore: Codable {
    var key: String
    var before: ShopItemRows.Row?
  }

  /// An edit of a run's history.
  struct EditMade: Codable {
    var id: Int
    var run: Int
  }

  /// Whether nothing was touched.
  var isEmpty: Bool {
    dishes.isEmpty && meals.isEmpty && kitchen == nil && keptRuns.isEmpty
      && edits == nil && learned == nil && week == nil && shopItems == nil
  }
}

extension MealRows {
  /// A meal that knows its dishes by number.
  struct Row: Codable {
    var name: Name
    var dishes: [Int64]
  }
}

extension WeekRows {
  /// An entry that knows its dishes by number.
  struct Row: Codable {
    var date: String
    var time: String
    var title: String
    var firstDate: String
    var leftoversOf: Int?
    var runID: Int?
    var dishes: [Portion]
  }

  /// A dish by its number, for so many.
  struct Portion: Codable {
    var dish: Int64
    var servings: Int?
  }
}

extension ShopItemRows {
  /// A row of the table.
  struct Row: Codable {
    var name: String
    var isInPantry: Bool
    var aisle: String?
    var tickedAt: String?
  }
}
