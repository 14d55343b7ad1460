import Foundation
import Testing

/// Several processes on one database.
struct ConcurrencyTests {
  @Test func `twenty processes add dishes to a database that none of them found`() throws {
    let kitchen = try Kitchenette()
    let adding = try (1...20).map { number in
      try kitchen.start(["dish", "add", "Dish \(number)", "--waiting", "\(number)m"])
    }
    for process in adding {
      let finished = try process.finish()
      #expect(finished.code == 0, "\(finished.errors)")
    }
    let dishes = try kitchen.does("dish", "list", "--json").json([[String: Any]].self)
    #expect(
      Set(dishes.compactMap { $0["name"] as? String }) == Set((1...20).map { "Dish \($0)" }))
    #expect(try kitchen.souschef("doctor").code == 0)
  }

  @Test func `ten processes add a dish to one meal, and none takes another's away`() throws {
    let kitchen = try Kitchenette()
    try kitchen.stockLunch()
    for number in 1...10 {
      try kitchen.does("dish", "add", "Dish \(number)", "--waiting", "\(number)m")
    }
    let editing = try (1...10).map { number in
      try kitchen.start(["meal", "edit", "lunch", "--add", "Dish \(number)"])
    }
    for process in editing { #expect(try process.finish().code == 0) }
    let shown = try kitchen.does("meal", "show", "lunch").output
    for number in 1...10 { #expect(shown.contains("Dish \(number)"), "\(shown)") }
  }
}
