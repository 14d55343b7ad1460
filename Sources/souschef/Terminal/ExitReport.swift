import ArgumentParser
import Glibc
import KitchenModel
import Rendering

/// Failures on their way out: the one place that turns them into text and exit codes.
enum ExitReport {
  /// Prints what went wrong on standard error and gives the exit code for it.
  static func report(_ error: any Error) -> Int32 {
    try? Output.flush()
    switch error {
    case let diagnostic as Diagnostic:
      Output.report([diagnostic])
      return exitCode(diagnostic.kind)
    case let code as ExitCode:
      return code.rawValue
    case is Interrupted:
      return 130
    default:
      return reportParsing(error)
    }
  }

  /// The exit code of a kind of failure.
  static func exitCode(_ kind: Diagnostic.Kind) -> Int32 {
    switch kind {
    case .couldNotBeDone: 1
    case .usage: 64
    case .badContent: 65
    case .unreadable: 66
    case .cannotCreate: 73
    case .storageFailed: 74
    case .busy: 75
    case .stopped: 130
    }
  }

  /// Help and version go to standard output; usage errors to standard error with a hint.
  private static func reportParsing(_ error: any Error) -> Int32 {
    let code = Souschef.exitCode(for: error)
    let text = Souschef.fullMessage(for: error)
    guard code != .success else {
      let isScript = CompletionScript.isAsked(by: CommandLine.arguments)
      Output.print(isScript ? CompletionScript.quoting(text) : withPlainTitles(text))
      try? Output.flush()
      return 0
    }
    let advice = text.split(separator: "'").first { $0.hasSuffix(" --help") }
    Output.report([
      UsageFault.diagnostic(
        Souschef.message(for: error), command: advice.map { String($0.dropLast(" --help".count)) },
        typed: Array(CommandLine.arguments.dropFirst()))
    ])
    return code.rawValue
  }
}

extension ExitReport {
  /// Help whose groups of subcommands are titled `DATA:`, not `DATA SUBCOMMANDS:`.
  private static func withPlainTitles(_ help: String) -> String {
    help.replacing(/(?m)^([A-Z][A-Z ]*) SUBCOMMANDS:$/) { "\($0.1):" }
  }
}

/// That Ctrl-C ended a command that has said all there is to say.
struct Interrupted: Error {}
