import ArgumentParser
import JSON
import KitchenModel
import Rendering
import SouschefCore

/// `souschef doctor`: is everything well, and where is it?
struct DoctorCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "doctor", abstract: "Check the database and say where everything is.",
    discussion: "Example:\n  souschef doctor --json")

  @OptionGroup var database: DatabaseOptions
  @OptionGroup var output: OutputOptions

  func run() throws {
    let outcome = try CheckDatabase().perform(in: database.workspace())
    output.show {
      JSONValue(outcome.value, in: CommandLineWords())
    } text: {
      HealthCard.text(of: outcome.value, in: CommandLineWords(), width: Output.width)
    }
    guard outcome.value.isWell else { throw ExitCode(1) }
  }
}
