import Foundation
import KitchenModel
import Testing

@testable import Rendering

/// What the arrow keys go through.
struct LiveSelectionTests {
  @Test func `choices come in the order in which they are shown`() throws {
    var state = try LiveScreenTests.state()
    let (bake, chop) = (StepReference(dish: 0, step: 1), StepReference(dish: 1, step: 0))
    let season = Act.perform(StepReference(dish: 1, step: 2))
    // Ben's act is the oldest, and Ana's lines come first.
    state.acts = [
      .init(.putIn(bake), text: "Put Gratin in", since: .zero, deadline: .zero, cook: 1),
      .init(season, text: "Season", since: .minutes(1), deadline: .minutes(1), cook: 0),
    ]
    #expect(state.choices == [.act(season), .step(chop), .act(.putIn(bake))])
    let screen = LiveScreen(state, clock: LocalClock(.gmt))
    let text = screen.text(at: .minutes(52), size: .init(width: 80, height: 24)).plainText
    let places = ["Season", "Chop the onions", "> "].map { text.firstRange(of: $0)?.lowerBound }
    #expect(places.compactMap(\.self) == places.compactMap(\.self).sorted())
    #expect(!places.contains(nil))
  }

  @Test func `what is waited for comes by what ends first`() throws {
    var state = try LiveScreenTests.state()
    state.steps[3].status = .running
    (state.steps[3].start, state.steps[3].expectedEnd) = (.minutes(50), .minutes(58))
    #expect(
      state.choices == [
        .step(StepReference(dish: 1, step: 0)), .step(StepReference(dish: 1, step: 1)),
        .step(StepReference(dish: 0, step: 1)),
      ])
  }
}
