import ArgumentParser
import Testing

@testable import souschef

/// A line typed while cooking in plain lines is a verb, or gets help.
struct TypedVerbTests {
  private func command(_ line: String) -> (any ParsableCommand)? {
    (try? TypedVerb.command(in: line, database: "/nowhere")) ?? nil
  }

  @Test func `a line of words is a verb with what it is about`() throws {
    let done = try #require(command("done peel") as? RunVerbsCommand.Done)
    #expect(done.step == "peel" && done.at == nil)
    let late = try #require(command("done roast --at 18:42") as? RunVerbsCommand.Done)
    #expect(late.at == "18:42")
    let more = try #require(command("extend bake 5m") as? RunVerbsCommand.Extend)
    #expect(more.words == ["bake", "5m"])
    let note = try #require(command("note The oven runs hot.") as? RunVerbsCommand.Note)
    #expect(note.text == ["The", "oven", "runs", "hot."])
  }

  @Test func `what stands between quotes is one word`() throws {
    let skip = try #require(
      command("skip \"Chicken traybake/rest\"") as? RunVerbsCommand.Skip)
    #expect(skip.step == "Chicken traybake/rest")
    let hand = try #require(command("hand \"Apple crumble/rub\" Ben") as? RunVerbsCommand.Hand)
    #expect(hand.step == "Apple crumble/rub" && hand.cook == "Ben")
  }

  @Test(arguments: ["u", "finished", "?", "help", "5", "dnoe peel", "\"\""])
  func `anything else is not a verb`(line: String) { #expect(command(line) == nil) }

  @Test func `a q leaves, and nothing else does`() {
    #expect(TypedVerb.leaves("q") && TypedVerb.leaves(" Q "))
    #expect(!TypedVerb.leaves("queue") && !TypedVerb.leaves("done q"))
  }

  @Test func `what is cooking is shown only to whoever asks`() {
    #expect(command("status") is RunStatusCommand)
    #expect(command("--json") == nil)
  }

  @Test(arguments: [
    "done", "start", "extend 5m", "shorten 5m", "skip", "pause", "resume", "hand peel Ben",
    "add Rice", "drop Rice", "note x", "undo", "abort", "status",
  ])
  func `every verb of souschef run can be typed`(line: String) { #expect(command(line) != nil) }
}
