import KitchenModel
import Testing

/// A verb in writing.
struct RunVerbTests {
  private static let step = StepReference(dish: 1, step: 2)

  private static func verbs() throws -> [RunVerb] {
    let dish = Dish(
      name: try Name("Rice"),
      steps: [Step(id: "boil", title: "Boil", Way(.waiting, Estimate(.minutes(9))))])
    return [
      .done(), .done(step, at: Seconds(7)), .answer(.putIn(step)),
      .answer(.serve(course: .zero), at: Seconds(9)), .start(), .start(step),
      .extend(by: .minutes(1)),
      .extend(step, by: .minutes(2)), .shorten(step, by: .minutes(3)), .skip(), .skip(step),
      .pause, .resume, .hand(step, to: 1), .add([dish]), .drop(dish: 3), .note("Hot."), .undo,
      .abort,
    ]
  }

  @Test func `every verb is read as it was written`() throws {
    let verbs = try Self.verbs()
    #expect(Set(verbs.map(\.name)) == Set(RunVerb.Name.allCases))
    for verb in verbs {
      #expect(RunVerb(verb.name, verb.details) == verb)
    }
  }

  @Test(arguments: [RunVerb.Name.answer, .extend, .shorten, .hand, .add, .drop, .note])
  func `a verb without its detail is none`(name: RunVerb.Name) {
    #expect(RunVerb(name, RunVerb.Details()) == nil)
  }
}
