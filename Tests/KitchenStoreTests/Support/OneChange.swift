import KitchenModel

@testable import KitchenStore

/// Single changes, each recorded by itself.
extension DishRepository {
  func add(_ dish: Dish, at now: Instant) throws {
    try store.change(at: now) { try $0.add(dish) }
  }

  @discardableResult
  func replace(_ dish: Dish, at now: Instant) throws -> Bool {
    try store.change(at: now) { try $0.replace(dish) }
  }

  func rename(_ name: Name, to newName: Name, at now: Instant) throws {
    try store.change(at: now) { try $0.renameDish(name, to: newName) }
  }

  @discardableResult
  func remove(
    _ name: Name, meals: Change.MealsOfRemovedDish = .refuse, at now: Instant
  ) throws -> Change.RemovedDish {
    try store.change(at: now) { try $0.removeDish(name, meals: meals) }
  }
}

extension MealRepository {
  func add(_ meal: Meal, at now: Instant) throws {
    try store.change(at: now) { try $0.add(meal) }
  }

  @discardableResult
  func replace(_ meal: Meal, at now: Instant) throws -> Bool {
    try store.change(at: now) { try $0.replace(meal) }
  }

  func rename(_ name: Name, to newName: Name, at now: Instant) throws {
    try store.change(at: now) { try $0.renameMeal(name, to: newName) }
  }

  func remove(_ name: Name, at now: Instant) throws {
    try store.change(at: now) { try $0.removeMeal(name) }
  }
}

extension RunRepository {
  func remove(_ id: Int, at now: Instant) throws {
    try store.change(at: now) { try $0.removeRun(id, at: now) }
  }
}

extension KitchenStore {
  @discardableResult
  func setKitchen(_ kitchen: Kitchen, at now: Instant) throws -> Bool {
    try change(at: now) { try $0.set(kitchen) }
  }
}
