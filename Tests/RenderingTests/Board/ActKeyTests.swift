import KitchenModel
import Testing

@testable import Rendering

struct ActKeyTests {
  @Test func `every act has a key of its own, by which it is found`() throws {
    let step = StepReference(dish: 0, step: 2)
    let acts: [Act] = [
      .perform(step), .putIn(step), .takeOut(step), .serve(course: .zero),
      .serve(course: .minutes(10)),
      .heat(.init(equipment: "oven", unit: 1, temperature: try Temperature(parsing: "200C"))),
      .heat(.init(equipment: "oven", unit: 2, temperature: try Temperature(parsing: "200C"))),
    ]
    #expect(Set(acts.map(ActKey.text)).count == acts.count)
    for act in acts { #expect(ActKey.act(ActKey.text(of: act), among: acts) == act) }
    #expect(ActKey.act("putIn:0:3", among: acts) == nil)
  }
}
