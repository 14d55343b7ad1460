import Foundation
import TestSupport
import Testing

/// A run without the full screen, on it without flicker, with alerts, and watched from elsewhere.
struct PlainAndWatchedTests {
  private let kitchen: Kitchenette

  init() throws {
    kitchen = try Kitchenette()
    try kitchen.stockLunch()
  }

  /// The kitchen's time hardly passes.
  private func cookSlowly() throws -> Kitchenette.Started {
    let cook = try kitchen.start(["cook", "lunch", "--speed", "0.001"])
    try cook.waitUntil { $0.contains("Pasta will now cook.") }
    return cook
  }

  private static let lunch = [
    "Preparing lunch.", "Pasta will now cook.", "Meatloaf in the microwave.",
    "Peeling/slicing avocado.", "Avocado sliced.", "Meatloaf heated.", "Pasta ready.",
    "10 min of prep time.",
  ]

  @Test func `a terminal that can do nothing gets plain lines`() throws {
    let talk = try kitchen.converse(
      "cook", "lunch", "--speed", "6000", typing: "", environment: ["TERM": "dumb"])
    #expect(talk.code == 0)
    #expect(!talk.screen.contains("\u{1B}"))
    #expect(talk.screen.split(separator: "\n").map(String.init) == Self.lunch)
  }

  @Test func `an alert rings and notifies in the two dialects of terminals`() throws {
    let talk = try kitchen.converse(
      "cook", "lunch", "--speed", "6000", "--plain", "--alert", typing: "")
    #expect(talk.code == 0)
    let text = "Avocado sliced."
    let call = "\u{7}\u{1B}]9;\(text)\u{7}\u{1B}]777;notify;souschef;\(text)\u{7}"
    #expect(talk.screen.components(separatedBy: call).count == 2)
    let quiet = try kitchen.converse("cook", "lunch", "--speed", "6000", "--plain", typing: "")
    #expect(!quiet.screen.contains("\u{7}"))
  }

  @Test func `the view sends whole frames, and of each no more than has changed`() throws {
    let talk = try kitchen.converse("cook", "lunch", "--speed", "300", typing: "")
    #expect(talk.code == 0)
    let pieces = talk.screen.components(separatedBy: "\u{1B}[?2026h").dropFirst()
    let frames = pieces.map { $0.components(separatedBy: "\u{1B}[?2026l")[0] }
    #expect(zip(pieces, frames).allSatisfy { $0.count > $1.count })
    try #require(frames.count > 3)
    // Cleared once; a line is written again only where it differs.
    #expect(
      frames.map { $0.contains("\u{1B}[2J") } == [true] + frames.dropFirst().map { _ in false })
    let lines = frames.map { frame in frame.components(separatedBy: "\u{1B}[K").count - 1 }
    #expect(lines[0] == 24)
    #expect(lines.dropFirst().allSatisfy { $0 < 20 })
    #expect(lines.dropFirst().contains { $0 < 8 })
  }

  @Test func `the bare command offers to take up what was interrupted`() throws {
    let cook = try cookSlowly()
    cook.process.interrupt()
    #expect(try cook.finish().code == 130)
    let offer = "lunch was interrupted: souschef cook --resume goes on with it (run 1)."
    for command in [[], ["run", "status"]] {
      let idle = try kitchen.souschef(command)
      #expect(idle.code == 1)
      #expect(idle.output.contains(offer))
    }
  }

  @Test func `whoever watches sees each change until the run is over`() throws {
    let cook = try cookSlowly()
    let watch = try kitchen.start(["run", "status", "--watch"])
    try watch.waitUntil { $0.contains("Run 1: lunch") }
    let terminal = try PseudoTerminal(width: 80, height: 24)
    try terminal.run(["run", "status", "--watch"], in: kitchen)
    try terminal.wait { $0.isAlternate && $0.text.contains("Pasta") }
    try kitchen.does("run", "pause")
    try watch.waitUntil { $0.contains("(paused)") }
    try terminal.wait { $0.text.contains("(paused)") }
    try kitchen.souschef("run", "abort")
    #expect(try cook.finish().code == 1)
    let finished = try watch.finish()
    #expect(finished.lines.last == "Run 1 is not being cooked any more.")
    #expect(finished.output.components(separatedBy: "Run 1: lunch").count >= 3)
    #expect(try terminal.finish() == 0)
    #expect(!terminal.screen.isAlternate)
  }
}
