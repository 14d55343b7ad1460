/// A meal of a day to come.
package struct WeekEntry: Sendable, Hashable {
  /// Its number; 0 before it is stored.
  package var id: Int
  /// The cook's day on which it is eaten.
  package var day: CookDay
  /// When it is served.
  package var time: ClockTime.TimeOfDay
  /// What it is called.
  package var title: String
  /// Its dishes in order, at least one.
  package var dishes: [Portion]
  /// The day it was put on first, by which calendars know it however often it moves.
  package var firstDay: CookDay
  /// The entry that this is left over from; nil where it is cooked.
  package var leftoversOf: Int?
  /// The run that cooked it; nil where none has.
  package var runID: Int?

  /// Creates an entry that is not stored yet.
  package init(
    day: CookDay, time: ClockTime.TimeOfDay, title: String, dishes: [Portion],
    leftoversOf: Int? = nil
  ) {
    id = 0
    self.day = day
    self.time = time
    self.title = title
    self.dishes = dishes
    firstDay = day
    self.leftoversOf = leftoversOf
  }

  /// A dish for so many.
  package struct Portion: Sendable, Hashable {
    /// The dish.
    package var dish: Name
    /// For how many; nil for as many as its recipe has.
    package var servings: Int?

    /// Creates a portion.
    package init(dish: Name, servings: Int? = nil) {
      self.dish = dish
      self.servings = servings
    }
  }
}
