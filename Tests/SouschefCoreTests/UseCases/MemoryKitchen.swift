import Foundation
import KitchenModel
import KitchenStore
import SouschefCore

extension Workspace {
  /// A kitchen in memory, at noon of an autumn day, UTC.
  static func inMemory() throws -> Workspace {
    var workspace = Workspace.unstored
    workspace.now = Instant(epochSeconds: 1_795_694_400)
    workspace.timeZone = .gmt
    workspace.memory = try KitchenStore.inMemory()
    return workspace
  }

  /// Adds a dish of one waiting step.
  @discardableResult
  func add(_ name: String, waiting minutes: Int) throws -> Dish {
    var changes = DishChanges()
    changes.waiting = Estimate(.minutes(minutes))
    return try AddDish(name: name, changes: changes).perform(in: self).value
  }
}
