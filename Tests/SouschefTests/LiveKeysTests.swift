import KitchenModel
import MealExecution
import Rendering
import Testing

@testable import souschef

/// What keys say in the live view.
struct LiveKeysTests {
  private static let peel = StepReference(dish: 0, step: 0)
  private static let bake = StepReference(dish: 0, step: 1)

  private let evening: KeyedEvening

  init() throws { evening = try KeyedEvening() }

  @Test func `Enter answers what has been due longest`() {
    #expect(evening.press("\r", at: 60) == [.say(.answer(.perform(Self.peel)))])
  }

  @Test func `Enter twice answers once`() {
    #expect(evening.press("\r\r", at: 60).count == 1)
    evening.pass(milliseconds: 500)
    #expect(evening.press("\r", at: 60) == [])
  }

  @Test func `Enter ends no waiting step, chosen or not; d asks first`() {
    evening.beginBaking()
    let moment = evening.now + 100
    _ = evening.press("\u{1B}[A", at: moment)
    #expect(evening.press("\r", at: moment) == [])
    #expect(evening.footer == "d ends Bake (Gratin); Enter does not.")
    #expect(evening.step(Self.bake).status == .running)
    #expect(evening.press("d", at: moment) == [])
    #expect(evening.footer.hasPrefix("End Bake (Gratin) now?"))
    #expect(evening.press("n", at: moment) == [])
    #expect(evening.press("d", at: moment) == [])
    #expect(evening.press("y", at: moment) == [.say(.done(Self.bake))])
    #expect(evening.step(Self.bake).status == .finished)
  }

  @Test func `Enter answers nothing else where a waiting step is marked`() {
    evening.beginBaking()
    _ = evening.press("\u{1B}[B", at: evening.now)
    // Something comes due beside it.
    while evening.machine.state.acts.isEmpty { evening.pass(milliseconds: 1000) }
    evening.look()
    #expect(evening.keys.selection == .step(Self.bake))
    #expect(evening.press("\r", at: evening.now + 5) == [])
    #expect(!evening.machine.state.acts.isEmpty)
  }

  @Test func `a marked wait that is to be taken out stays marked`() {
    evening.beginBaking()
    _ = evening.press("\u{1B}[B", at: evening.now)
    while !evening.machine.state.acts.contains(where: { $0.act == .takeOut(Self.bake) }) {
      evening.pass(milliseconds: 1000)
    }
    evening.look()
    #expect(evening.keys.selection == .act(.takeOut(Self.bake)))
  }

  @Test(arguments: ["+", "-", "k"])
  func `an act that takes no time is neither changed nor skipped, and nothing else is`(
    key: String
  ) {
    while !evening.machine.state.acts.contains(where: { $0.act.kind == .heat }) {
      evening.pass(milliseconds: 1000)
    }
    evening.look()
    _ = evening.press("\u{1B}[B", at: evening.now)
    while case .act(let act) = evening.keys.selection, act.kind != .heat {
      _ = evening.press("\u{1B}[B", at: evening.now)
    }
    #expect(evening.press(key, at: evening.now) == [])
    #expect(evening.footer == "Not a step: choose one with the arrow keys.")
  }

  @Test func `arrows go round what is due and what runs`() {
    evening.beginBaking()
    let choices = evening.state.choices
    #expect(choices == [.step(Self.bake)])
    _ = evening.press("\u{1B}[B", at: evening.now)
    #expect(evening.keys.selection == .step(Self.bake))
    _ = evening.press("\u{1B}", at: evening.now)
    #expect(evening.keys.selection == nil)
  }

  @Test func `a choice that is gone is not a choice any more`() {
    evening.beginBaking()
    _ = evening.press("\u{1B}[B", at: evening.now)
    evening.say(.done(Self.bake))
    evening.look()
    #expect(evening.keys.selection == nil)
  }

  @Test func `keys are about the act that is due, or about the chosen step`() {
    #expect(evening.press("+", at: 10) == [.say(.extend(Self.peel, by: .minutes(1)))])
    #expect(evening.press("-", at: 10) == [.say(.shorten(Self.peel, by: .minutes(1)))])
    evening.beginBaking()
    _ = evening.press("\u{1B}[B", at: evening.now)
    #expect(evening.press("+", at: evening.now) == [.say(.extend(Self.bake, by: .minutes(1)))])
  }

  @Test func `to skip a step wants a yes, so that no slip loses food`() {
    #expect(evening.press("k", at: 10) == [])
    #expect(evening.footer.hasPrefix("Skip Peel (Gratin)?"))
    #expect(evening.press("k", at: 10) == [])
    #expect(evening.footer.hasPrefix("Enter done"))
    evening.beginBaking()
    #expect(evening.press("k", at: evening.now) == [])
    #expect(evening.press("y", at: evening.now) == [.say(.skip(Self.bake))])
  }

  @Test func `a note takes every key until Enter, and Escape gives it up`() {
    #expect(evening.press("nsqu ", at: 10) == [])
    #expect(evening.footer == "Note: squ _")
    #expect(evening.press("\u{7F}eeze\r", at: 10) == [.say(.note("squeeze"))])
    #expect(evening.press("nabc\u{1B}", at: 10) == [])
    #expect(evening.footer.hasPrefix("Enter done"))
  }

  @Test func `to end the run wants a yes, and no other key says more than no`() {
    #expect(evening.press("a", at: 10) == [])
    #expect(evening.press("n", at: 10) == [])
    #expect(evening.footer.hasPrefix("Enter done"))
    #expect(evening.press("aa", at: 10) == [])
    #expect(evening.footer.hasPrefix("Enter done"))
    #expect(evening.press("ay", at: 10) == [.say(.abort)])
  }

  @Test func `a question mark shows every key, and any key puts them away`() {
    _ = evening.press("?", at: 10)
    #expect(evening.keys.showsHelp)
    #expect(evening.footer == "Any key goes back.")
    #expect(evening.press("k", at: 10) == [])
    #expect(!evening.keys.showsHelp)
  }

  @Test(arguments: [40, 69, 70, 120])
  func `the keys fit the screen that they are shown on`(width: Int) {
    let help = LiveKeys.help(width: width)
    #expect(help.allSatisfy { DisplayWidth.of($0) <= width })
    #expect(help.count == 12)
  }

  @Test func `before the beginning one key begins, after a yes`() {
    #expect(evening.keys.footer(at: Seconds(-60), width: 80).contains("s begin now"))
    var keys = LiveKeys()
    let early = Instant(milliseconds: -(6 * 60 + 50) * 60_000)
    #expect(keys.take(Array("s".utf8), evening.state, at: early) == [])
    #expect(
      keys.footer(at: Seconds(-24_600), width: 80)
        == "Begin now, 6 h 50 early? y: yes; any other key: no.")
    #expect(keys.take(Array("s".utf8), evening.state, at: early) == [])
    #expect(keys.take(Array("sy".utf8), evening.state, at: early) == [.say(.start())])
  }

  @Test func `where nothing can be skipped, no arrow is asked for`() {
    var state = evening.state
    state.steps = state.steps.map {
      var step = $0
      step.status = .pending
      return step
    }
    state.acts = []
    var keys = LiveKeys()
    #expect(keys.take(Array("k".utf8), state, at: Instant(milliseconds: 0)) == [])
    #expect(
      keys.footer(at: .zero, width: 80) == "Nothing is under way that could be skipped.")
  }
}
