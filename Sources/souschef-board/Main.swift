import ArgumentParser
import BuildStamp
import Dispatch
import Foundation
import Glibc
import KitchenBoard
import KitchenModel
import SouschefCore

/// The program that serves the board: `souschef board` starts it.
@main
struct BoardProgram: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "souschef-board", abstract: "Serve the kitchen's pages.",
    discussion: "`souschef board` starts it with the usual database.",
    version: "souschef-board \(SOUSCHEF_VERSION)")

  @Option(name: .customLong("db"), help: ArgumentHelp("The database file.", valueName: "path"))
  var path: String?
  @Option(help: ArgumentHelp("The port to listen on; 0 for any free one.", valueName: "number"))
  var port = 5180
  @Flag(help: "Let other machines on this network reach it.") var lan = false
  @Flag(help: "Serve https, with a certificate of its own; needs openssl.") var tls = false
  @Option(help: ArgumentHelp("Another name of this machine. Repeatable.", valueName: "host"))
  var name: [String] = []
  @Option(help: ArgumentHelp("How browsers reach it behind a proxy.", valueName: "url"))
  var origin: String?

  func run() throws {
    signal(SIGPIPE, SIG_IGN)
    if let origin, origin.wholeMatch(of: /https?:\/\/[A-Za-z0-9.\-]+(:[0-9]+)?/) == nil {
      throw ValidationError("\(origin) is not an origin. For example: https://kitchen.example")
    }
    do {
      let workspace = try Workspace.ofThisProcess(databasePath: path)
      let server = try BoardServer(
        BoardSettings(
          port: port, reach: lan ? .network : .loopback, names: name, origin: origin,
          transport: tls ? .tls : .plain),
        workspace: workspace, say: Self.say)
      Self.announceAgainOnEnter(server)
      try Self.serve(server)
    } catch let diagnostic as Diagnostic {
      let lines = ["souschef-board: \(diagnostic.message)"] + BoardServer.hints(diagnostic)
      FileHandle.standardError.write(Data(lines.joined(separator: "\n").appending("\n").utf8))
      throw ExitCode(diagnostic.kind == .usage ? 64 : diagnostic.kind == .busy ? 75 : 73)
    }
  }

  /// Prints at once: whoever reads it may be a program.
  @Sendable private static func say(_ text: String) {
    FileHandle.standardOutput.write(Data("\(text)\n".utf8))
  }

  /// Serves in a task of its own and waits: the program's entry is synchronous, and ends at once.
  private static func serve(_ server: BoardServer) throws {
    Task.detached {
      do {
        try await server.run()
        Glibc.exit(0)
      } catch {
        FileHandle.standardError.write(Data("souschef-board: \(error)\n".utf8))
        Glibc.exit(74)
      }
    }
    dispatchMain()
  }

  /// Lets another screen in whenever somebody presses Enter at the terminal.
  private static func announceAgainOnEnter(_ server: BoardServer) {
    guard isatty(STDIN_FILENO) == 1 else { return }
    Thread.detachNewThread {
      while readLine() != nil { server.announce() }
    }
  }
}
