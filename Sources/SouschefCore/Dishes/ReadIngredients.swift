package import KitchenModel
import RecipeProse

extension Dish {
  /// Its ingredients as they are understood, in their order; nil where a line is not.
  package var ingredientsRead: [Ingredient?] {
    let reader = IngredientReader(for: self)
    return ingredients.map { reader.read($0) }
  }
}
