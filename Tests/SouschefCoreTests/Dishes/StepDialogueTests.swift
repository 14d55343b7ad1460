import KitchenModel
import SouschefCore
import Testing

/// Steps that a cook types one after the other.
struct StepDialogueTests {
  private func titles(_ dialogue: StepDialogue) -> [String] {
    dialogue.steps.map { step in
      "\(step.specification.title ?? "-") \(step.specification.duration.likely.count / 60)"
    }
  }

  @Test(arguments: [
    ("season", "2m", "Season 2"), ("season", "waiting 2m", "season 2"),
    ("season @bowl", "2m", "Season 2"),
  ])
  func `a length alone completes the step that was asked for its length`(
    first: String, answer: String, title: String
  ) {
    var dialogue = StepDialogue()
    #expect(dialogue.read(first) == .fault(.withoutDuration(first.prefix { $0 != " " } + "")))
    guard case .step(_, nil) = dialogue.read(answer) else {
      Issue.record("\(answer) does not complete the step")
      return
    }
    #expect(titles(dialogue) == [title])
    #expect(dialogue.read("") == .end(lost: nil))
  }

  @Test func `an empty line loses no step silently`() {
    var dialogue = StepDialogue()
    _ = dialogue.read("season")
    #expect(dialogue.read("") == .stillOpen("season"))
    guard case .step = dialogue.read("3") else {
      Issue.record("3 does not complete the step")
      return
    }
    _ = dialogue.read("rest overnight")
    #expect(dialogue.read("") == .stillOpen("rest overnight"))
    #expect(dialogue.read("") == .end(lost: "rest overnight"))
    #expect(titles(dialogue) == ["Season 3"])
  }

  @Test func `a whole step in place of the answer says which one is lost`() {
    var dialogue = StepDialogue()
    _ = dialogue.read("season")
    guard case .step(_, let lost) = dialogue.read("chop onions 5m") else {
      Issue.record("the step is not read")
      return
    }
    #expect(lost == "season")
    #expect(titles(dialogue) == ["Chop onions 5"])
  }
}
