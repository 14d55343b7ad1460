import Foundation
import TestSupport
import Testing

/// A view whose terminal goes away or changes.
struct LostTerminalTests {
  private let kitchen: Kitchenette
  private let terminal: PseudoTerminal

  init() throws {
    kitchen = try Kitchenette()
    try kitchen.stockLunch()
    terminal = try PseudoTerminal(width: 80, height: 24)
  }

  /// The kitchen's time hardly passes, so that what is shown does not change by itself.
  private func show() throws {
    try terminal.run(["cook", "lunch", "--speed", "0.001"], in: kitchen)
    try terminal.wait { $0.isAlternate && $0.text.contains("WAITING") }
  }

  private func record() throws -> [String: Any] {
    try kitchen.does("history", "show", "1", "--json").json()
  }

  @Test func `a closed window interrupts the run, and it can be taken up`() throws {
    try show()
    _ = try terminal.hangUp()
    #expect(try record()["status"] as? String == "interrupted")
    let again = try kitchen.start(["cook", "--resume", "--plain"])
    try again.waitUntil { $0.contains("Resumed.") }
    again.process.interrupt()
    #expect(try again.finish().code == 130)
  }

  @Test func `a crash of what started it leaves it cooking, and the terminal is put back`() throws {
    let before = terminal.modes
    try show()
    terminal.killParent()
    #expect(terminal.isRunning)
    #expect(try kitchen.does("run", "status", "--json").json()["status"] as? String == "running")
    terminal.type("q")
    // Said when all is put back.
    try terminal.wait { !$0.isAlternate && $0.showsCursor && $0.text.contains("Preparing lunch.") }
    #expect(terminal.modes == before)
    #expect(try record()["status"] as? String == "interrupted")
  }

  @Test(arguments: [(200, 60), (40, 20), (80, 24)])
  func `after any resize the screen is that of a terminal which has always been so`(
    width: Int, height: Int
  ) throws {
    try show()
    // Away and back, so that every line has been drawn in another place.
    terminal.resize(width: 100, height: 30)
    try terminal.wait { $0.text.contains("Enter done  s start") }
    terminal.resize(width: width, height: height)
    try terminal.wait { $0.text.contains("WAITING") && $0.text.contains("Enter done") }
    try Golden.expect(
      terminal.screen.text.replacing(#/\b\d\d:\d\d\b/#, with: "--:--"),
      named: "view/first-\(width)x\(height).txt")
    terminal.type("q")
    #expect(try terminal.finish() == 130)
  }
}
