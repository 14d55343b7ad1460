import Foundation
import JSON
import KitchenModel
import MealExecution
import Rendering
import TestSupport
import Testing

@testable import SouschefCore
@testable import souschef

/// A dish that a cook takes off the menu when something of it was done already.
struct DroppedDishTests {
  private static let salad = 1

  /// The evening at the moment at which the salad, which is washed, is left out.
  private static func evening() throws -> KeyedEvening {
    let evening = try KeyedEvening(named: "Gratin, Salad")
    while evening.step(StepReference(dish: salad, step: 0)).status != .finished {
      evening.pass(milliseconds: 2000)
      for due in evening.machine.state.acts { evening.say(.answer(due.act)) }
    }
    evening.say(.drop(dish: salad))
    return evening
  }

  @Test func `it is named neither in the title nor where dinner is served`() throws {
    let evening = try Self.evening()
    let clock = LocalClock(.gmt)
    let size = LiveScreen.Size(width: 80, height: 24)
    let screen = LiveScreen(evening.state, clock: clock).text(at: Seconds(evening.now), size: size)
    let card = RunStatusCard.text(of: evening.state, clock: clock, elapsed: Seconds(evening.now))
    #expect(screen.lines[0].text.hasPrefix("Gratin  "))
    #expect(card.lines[0].text.hasPrefix("Run 1: Gratin, "))
    #expect(KitchenView(evening.state, clock: clock, elapsed: .zero).meal == "Gratin")
    #expect(evening.state.coming.last?.text == "Serve: Gratin")
  }

  @Test func `it is served nowhere`() throws {
    let evening = try Self.evening()
    while !evening.isOver {
      evening.pass(milliseconds: 2000)
      for due in evening.machine.state.acts { evening.say(.answer(due.act)) }
    }
    #expect(evening.events.last { $0.kind == .actDue }?.text == "Serve: Gratin.")
    let served = try #require(evening.events.last { $0.kind == .runServed })
    #expect(served.text == "Served: Gratin.")
    let event = JSONValue(served, runID: 1, menu: evening.machine.state.menu)
    #expect(event["dishes"]?.compactText == #"["Gratin"]"#)
  }

  @Test func `its undo brings the name back`() throws {
    let evening = try Self.evening()
    evening.say(.undo)
    #expect(evening.state.menu.title == "Gratin, Salad")
    #expect(evening.state.coming.last?.text == "Serve: Gratin, Salad")
  }

  @Test(
    arguments: [
      ("Friday", "Friday"), ("A, B, C", "A, C"), ("B, A", "A"), ("A, Bread", "A, Bread"),
      ("Friday, B", "Friday"),
    ])
  func `a list of names loses it, a name of its own stays`(name: String, title: String) throws {
    var menu = Menu(
      name: name, dishes: try ["A", "B", "C"].map { Dish(name: try Name($0), steps: []) },
      kitchen: Kitchen())
    menu.leftOut = [1]
    #expect(menu.title == title)
  }
}
