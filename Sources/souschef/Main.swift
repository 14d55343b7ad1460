import ArgumentParser
import Glibc
import KitchenModel
import Rendering

/// The program's entry: parses, runs one command, and turns what went wrong into words and an exit
/// code.
@main
enum Main {
  static func main() {
    do {
      try ProcessSetting.prepare()
      if let fault = UsageFault.unknownTopic(in: Array(CommandLine.arguments.dropFirst())) {
        throw fault
      }
      var command = try Souschef.parseAsRoot()
      try command.run()
      try Output.flush()
    } catch {
      exit(ExitReport.report(error))
    }
  }
}
