import Foundation
import KitchenModel
import RecipeProse

/// Adds up what dishes need.
struct ShoppingSum {
  private struct Need {
    var amounts: [Ingredient.Amount]
    var factor: Fraction
  }

  private struct Thing {
    var name: String
    var needs: [Need] = []
    var from: [String] = []
    var aisle: String?
  }

  private var things: [String: Thing] = [:]
  private var order: [String] = []

  /// Adds a dish, its recipe as written and multiplied by a factor.
  mutating func add(_ dish: Dish, times factor: Fraction) {
    let reader = IngredientReader(for: dish)
    for line in dish.ingredients {
      guard let read = reader.read(line) else {
        // What is not understood is bought as it is written; a heading is nothing to buy.
        if !line.trimmed.isEmpty, !line.trimmed.hasSuffix(":") {
          add(line.trimmed, reader, Need(amounts: [], factor: factor), dish)
        }
        continue
      }
      let need = Need(amounts: read.amounts, factor: factor)
      let names = read.amounts.isEmpty ? Self.parts(of: read.name) : [read.name]
      for name in names { add(name, reader, need, dish) }
    }
  }

  private mutating func add(
    _ name: String, _ reader: IngredientReader, _ need: Need, _ dish: Dish
  ) {
    let key = reader.key(of: name)
    if things[key] == nil {
      things[key] = Thing(name: name, aisle: reader.aisle(of: name))
      order.append(key)
    }
    things[key]?.needs.append(need)
    if things[key]?.from.contains(dish.name.text) == false {
      things[key]?.from.append(dish.name.text)
    }
  }

  /// `salt and pepper` as two things.
  private static func parts(of name: String) -> [String] {
    for joint in [" and ", " und ", " et ", " y ", " e ", " en ", " och "] {
      let parts = name.components(separatedBy: joint)
      if parts.count == 2, parts.allSatisfy({ !$0.isEmpty && $0.split(separator: " ").count <= 3 })
      {
        return parts
      }
    }
    return [name]
  }

  /// The list, with what is known of its things.
  func list(_ known: [String: ShopItem], ticksFrom: Instant) -> ShoppingList {
    let items = order.compactMap { key -> ShoppingList.Item? in
      guard let thing = things[key] else { return nil }
      let item = known[key]
      return ShoppingList.Item(
        key: key, name: thing.name, amounts: Self.sum(thing.needs),
        aisle: item?.aisle ?? thing.aisle ?? ShoppingList.otherAisle, from: thing.from,
        isInPantry: item?.isInPantry == true,
        isTicked: item?.tickedAt.map { $0 >= ticksFrom } == true)
    }
    let places = Dictionary(
      uniqueKeysWithValues: ShoppingList.aisles.enumerated().map { ($1, $0) })
    func rank(_ item: ShoppingList.Item) -> (Int, String, String) {
      let place = item.aisle == ShoppingList.otherAisle ? Int.max : places[item.aisle] ?? 100
      return (place, item.aisle, item.key)
    }
    return ShoppingList(items: items.sorted { rank($0) < rank($1) })
  }

  // MARK: Adding up

  /// What adds up: units of one family, or one unit in one size.
  private struct Group: Hashable {
    var family: String
    var size: String?

    init(_ amount: Ingredient.Amount) {
      family = amount.measure.map { $0.family?.rawValue ?? $0.name } ?? ""
      size = amount.size
    }
  }

  /// The amounts of one thing: what adds up added up, the rest beside it.
  private static func sum(_ needs: [Need]) -> [ShoppingList.Amount] {
    let choices = needs.map { alternatives($0.amounts) }
    // A line that says one amount in two units counts in the one that other lines use too.
    var uses: [Group: Int] = [:]
    for choice in choices {
      for amounts in choice { if let first = amounts.first { uses[Group(first), default: 0] += 1 } }
    }
    var sums: [Group: UnitSum] = [:]
    var order: [Group] = []
    for (need, choice) in zip(needs, choices) {
      var best = choice.first ?? []
      for amounts in choice.dropFirst() {
        guard let first = amounts.first, let old = best.first else { continue }
        if uses[Group(first)] ?? 0 > uses[Group(old)] ?? 0 { best = amounts }
      }
      for amount in best {
        let group = Group(amount)
        if sums[group] == nil {
          sums[group] = UnitSum()
          order.append(group)
        }
        sums[group]?.add(amount, times: need.factor)
      }
    }
    return order.flatMap { group in sums[group]?.amounts(size: group.size) ?? [] }
  }

  /// The same amount in each of the units that a line gives it in.
  private static func alternatives(_ amounts: [Ingredient.Amount]) -> [[Ingredient.Amount]] {
    var groups: [[Ingredient.Amount]] = []
    for amount in amounts {
      if amount.relation == .equals || groups.isEmpty {
        groups.append([amount])
      } else {
        groups[groups.count - 1].append(amount)
      }
    }
    return groups
  }
}

/// A sum of amounts whose units add up.
private struct UnitSum {
  /// In the smallest unit of the family; nil once it became too large.
  private var total: Fraction? = .zero
  /// The units that were used, with what they are called.
  private var units: [Measure: (one: String, many: String)] = [:]
  /// What a count has for a unit.
  private var isCount = false

  mutating func add(_ amount: Ingredient.Amount, times factor: Fraction) {
    if let measure = amount.measure {
      if units[measure] == nil {
        let one = amount.unit ?? measure.name
        units[measure] = (one, amount.plural ?? one)
      }
    } else {
      isCount = true
    }
    // Of a range the most: what is left over is better than what is missing.
    let size = Fraction(amount.measure?.size ?? 1) ?? .zero
    guard let more = amount.maximum.times(factor)?.times(size) else {
      total = nil
      return
    }
    total = total?.plus(more)
  }

  /// The sum in the largest unit that was used, where that tells it well; else in several.
  func amounts(size: String?) -> [ShoppingList.Amount] {
    guard var left = total else { return [] }
    if isCount { return [.init(amount: left, unit: nil, size: size, isMetric: false)] }
    let sorted = units.keys.sorted { $0.size > $1.size }
    guard let largest = sorted.first else { return [] }
    func amount(_ value: Fraction, _ measure: Measure) -> ShoppingList.Amount? {
      let unit = Fraction(measure.size).flatMap { value.divided(by: $0) }
      return unit.map {
        .init(
          amount: $0, unit: units[measure]?.one, plural: units[measure]?.many, size: size,
          isMetric: measure.isMetric)
      }
    }
    let isPlain =
      Fraction(largest.size).flatMap { left.divided(by: $0) }
      .map { [1, 2, 3, 4, 8].contains($0.denominator) } ?? false
    if sorted.count == 1 || largest.isMetric || isPlain {
      return amount(left, largest).map { [$0] } ?? []
    }
    // "1 cup and 1 tablespoon", not seventeen sixteenths of a cup.
    var amounts: [ShoppingList.Amount] = []
    for measure in sorted.dropLast() {
      let whole = left.numerator / left.denominator / measure.size
      guard whole > 0, let value = Fraction(whole * measure.size),
        let rest = left.minus(value), let found = amount(value, measure)
      else { continue }
      amounts.append(found)
      left = rest
    }
    if left > .zero, let last = sorted.last, let found = amount(left, last) {
      amounts.append(found)
    }
    return amounts
  }
}
