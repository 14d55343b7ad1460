import ArgumentParser
import Foundation
import Glibc
import JSON
import KitchenModel
import Rendering
import SouschefCore

/// `souschef board`: the pages for the kitchen's screens.
struct BoardCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "board", abstract: "Show the kitchen on tablets, phones and laptops.",
    discussion: """
      Serves pages to browsers: what to do now, what is waiting, what comes next. Prints the address \
      and a code that lets a screen in. Only this machine can reach it, unless you give --lan. Ctrl-C ends it.

      Examples:
        souschef board
        souschef board --lan
        souschef board devices
      """,
    subcommands: [Serve.self, Devices.self, Forget.self], defaultSubcommand: Serve.self)

  /// Starts the program beside this one.
  struct Serve: ParsableCommand {
    static let configuration = CommandConfiguration(
      commandName: "serve", abstract: "Serve the pages.")

    @OptionGroup var database: DatabaseOptions
    @Option(help: ArgumentHelp("The port to listen on.", valueName: "number")) var port = 5180
    @Flag(help: "Let other machines on this network reach it.") var lan = false
    @Flag(help: "Serve https, with a certificate of its own, so that screens stay lit.")
    var tls = false
    @Option(help: ArgumentHelp("Another name of this machine. Repeatable.", valueName: "host"))
    var name: [String] = []
    @Option(help: ArgumentHelp("How browsers reach it behind a proxy.", valueName: "url"))
    var origin: String?

    func run() throws {
      let workspace = try database.workspace()
      var words = ["souschef-board", "--db", workspace.databasePath, "--port", String(port)]
      if lan { words.append("--lan") }
      if tls { words.append("--tls") }
      for host in name { words += ["--name", host] }
      if let origin { words += ["--origin", origin] }
      let program = try Self.programBeside()
      try Output.flush()
      var pointers: [UnsafeMutablePointer<CChar>?] = words.map { strdup($0) }
      pointers.append(nil)
      execv(program, &pointers)
      throw Diagnostic(
        .couldNotBeDone,
        "\(program.quoted) cannot be started: \(String(cString: strerror(errno))).",
        hints: ["Install it again: scripts/install"])
    }

    /// The program that serves the pages, in the folder of this one.
    private static func programBeside() throws -> String {
      let own = URL(filePath: "/proc/self/exe").resolvingSymlinksInPath()
      let program = own.deletingLastPathComponent().appending(path: "souschef-board")
        .path(percentEncoded: false)
      guard access(program, X_OK) == 0 else {
        throw Diagnostic(
          .couldNotBeDone, "The program souschef-board is not beside souschef.",
          hints: ["scripts/install puts both in place; scripts/board builds and starts it."])
      }
      return program
    }
  }

  /// Lists the screens.
  struct Devices: ParsableCommand {
    static let configuration = CommandConfiguration(
      commandName: "devices", abstract: "List the paired screens.",
      discussion: "Example:\n  souschef board devices")

    @OptionGroup var database: DatabaseOptions
    @OptionGroup var output: OutputOptions

    func run() throws {
      let workspace = try database.workspace()
      let devices = try ListDevices().perform(in: workspace).value
      output.show {
        .array(devices.map(JSONValue.init))
      } text: {
        DeviceList.text(
          of: devices, clock: LocalClock(workspace.timeZone), width: Output.width)
      }
    }
  }

  /// Shuts a screen out.
  struct Forget: ParsableCommand {
    static let configuration = CommandConfiguration(
      commandName: "forget", abstract: "Unpair a screen.",
      discussion: "Example:\n  souschef board forget 3")

    @OptionGroup var database: DatabaseOptions
    @Argument(help: "The number of the screen.") var screen: Int

    func run() throws {
      _ = try ForgetDevice(id: screen).perform(in: database.workspace())
      Output.say("Forgot screen \(screen).")
    }
  }
}
