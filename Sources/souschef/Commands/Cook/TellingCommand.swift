import ArgumentParser
import SouschefCore

/// A command that tells the run under way something.
protocol TellingCommand: ParsableCommand {
  var database: DatabaseOptions { get }
  /// What to tell the run.
  func message() throws -> TellRun.Message
}

extension TellingCommand {
  /// Passes it on to the run and says what came of it.
  func run() throws {
    Output.say(try TellRun(message()).perform(in: database.workspace()).value)
  }

  /// Passes it on to the run whose own lines are printed here, and says what came of it where no line does.
  func runBesideItsLines() throws {
    let message = try message()
    let said = try TellRun(message).perform(in: database.workspace()).value
    if !message.isTold { Output.say(said) }
  }
}

extension TellRun.Message {
  /// Whether a line of the run says that it was followed.
  fileprivate var isTold: Bool {
    switch self {
    case .done, .answer, .start, .skip, .pause, .resume, .hand, .drop, .note: true
    case .extend, .shorten, .add, .undo: false
    }
  }
}
