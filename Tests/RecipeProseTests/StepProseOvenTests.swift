import KitchenModel
import RecipeProse
import Testing

/// What a step says of the oven.
@Suite struct StepProseOvenTests {
  @Test func `heating the oven makes no step, with minutes or without`() {
    var memory = StepProse.Memory()
    let found = StepProse.stretches(
      of: "Preheat the oven to 180C for 15 minutes. Bake for 20 minutes.", memory: &memory)
    #expect(found.map(\.text) == ["Bake for 20 minutes."])
    #expect(found.map(\.kind) == [.waiting])
    #expect(found.map(\.estimate) == [Estimate(.minutes(20))])
    #expect(found.map(\.origin) == [.stated])
    #expect(found.map(\.equipment) == ["oven"])
  }

  @Test func `the oven stays as hot as it was made`() {
    var memory = StepProse.Memory()
    _ = StepProse.stretches(of: "Preheat the oven to 180C.", memory: &memory)
    let bake = StepProse.stretches(of: "Bake for 20 minutes.", memory: &memory)
    #expect(bake.map(\.temperature) == [Temperature(.celsius, lower: 1800, upper: 1800)])
  }
}
