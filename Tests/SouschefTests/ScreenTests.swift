import Foundation
import KitchenModel
import Rendering
import TestSupport
import Testing

@testable import souschef

/// What the view shows at four sizes: things to do, some of them late, and every key.
struct ScreenTests {
  private static let sizes = [(40, 20), (80, 24), (120, 40), (200, 60)]

  private func screen(_ state: LiveState, _ width: Int, help: Bool = false) -> LiveScreen {
    LiveScreen(
      state, clock: LocalClock(.gmt), footer: LiveKeys().footer(at: .zero, width: width),
      help: help ? LiveKeys.help(width: width) : [])
  }

  /// The oven was to be heated and the peeling to be over a while ago.
  private func forgotten() throws -> KeyedEvening {
    let evening = try KeyedEvening()
    for _ in 0..<50 { evening.pass(milliseconds: 10_000) }
    return evening
  }

  @Test(arguments: sizes)
  func `what is late says so, and no instruction is cut`(width: Int, height: Int) throws {
    let evening = try forgotten()
    let text = screen(evening.state, width)
      .text(at: Seconds(evening.now), size: .init(width: width, height: height)).plainText
    let words = text.split { $0 == " " || $0 == "\n" }.joined(separator: " ")
    #expect(words.contains("6 min over: done? Enter."))
    for due in evening.state.acts where due.act.kind != .perform {
      #expect(words.contains(due.text), "\(due.text)")
    }
    #expect(!text.replacing(/… \d+ more/, with: "").contains("…"))
    try Golden.expect(text, named: "late-\(width)x\(height).txt")
  }

  @Test(arguments: sizes)
  func `every key is shown`(width: Int, height: Int) throws {
    let evening = try KeyedEvening()
    let text = screen(evening.state, width, help: true)
      .text(at: .zero, size: .init(width: width, height: height)).plainText
    for key in LiveKeys.help(width: width) { #expect(text.contains(key)) }
    try Golden.expect(text, named: "keys-\(width)x\(height).txt")
  }

  @Test func `a word that is longer than the screen goes on in the next line`() throws {
    var state = try forgotten().state
    let dish = String(repeating: "Kartoffel", count: 9)
    state.acts[1].text = "Put \(dish) into the oven"
    let text = screen(state, 40).text(at: Seconds(400), size: .init(width: 40, height: 20))
      .plainText
    #expect(text.split { $0 == " " || $0 == "\n" }.joined().contains(dish))
  }

  @Test func `the coming acts fill the screen`() throws {
    var state = try KeyedEvening().state
    let acts = (1...40).map { number in
      LiveState.ComingAct(
        .serve(course: .minutes(number)), text: "Serve: Course \(number)",
        at: .minutes(number), cook: nil)
    }
    state.coming = acts
    let text = screen(state, 80).text(at: .zero, size: .init(width: 80, height: 24)).plainText
    let shown = text.split(separator: "\n").count { $0.contains("Serve: Course") }
    #expect(shown >= 12, "\(text)")
    #expect(text.contains("  … \(40 - shown) more\n"), "\(text)")
  }
}
