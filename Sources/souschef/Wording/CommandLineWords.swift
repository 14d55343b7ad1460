import KitchenModel
import Rendering

/// How the command line says what went wrong, and what to do next: with its options and commands.
struct CommandLineWords: FrontEndWords {
  var program: String { "souschef" }

  func sentence(_ failure: Failure) -> String? {
    switch failure {
    case .actualsInLiveRun: "--actuals goes with --speed or --simulate only."
    case .stepsTwice: "Steps do not go with --blocking or --waiting: write the length in the step."
    case .rangeReversed:
      "--since is after --until."
    case .bothTimesAsked: "Give --serve-at or --start-at, not both."
    default: nil
    }
  }

  /// `--serve-at` for `serveAt`.
  func name(_ field: RequestField) -> String {
    "--" + field.rawValue.map { $0.isUppercase ? "-\($0.lowercased())" : String($0) }.joined()
  }
}
