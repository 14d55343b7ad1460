import HTTPTypes
import JSON
import KitchenModel
import Rendering

/// What is refused here rather than in the core, and the status code of every failure.
struct BoardFailure: Error, Sendable, Hashable {
  /// The status code.
  var status: HTTPResponse.Status
  /// What sort of failure it is, for scripts.
  var kind: String
  /// What happened.
  var message: String
  /// What to do next.
  var hints: [String]

  init(_ status: HTTPResponse.Status, _ kind: String, _ message: String, hints: [String] = []) {
    self.status = status
    self.kind = kind
    self.message = message
    self.hints = hints
  }

  /// The failure that an error is to whoever asked.
  init(_ error: any Error, at place: Place = .command) {
    switch error {
    case let failure as BoardFailure: self = failure
    case let diagnostic as Diagnostic:
      self.init(
        Self.status(of: diagnostic, at: place), diagnostic.kind.rawValue,
        BoardWords().message(diagnostic), hints: BoardWords().hints(diagnostic))
    case let fault as any Explained:
      self.init(.badRequest, "usage", fault.message, hints: [fault.hint])
    default:
      self.init(
        .serviceUnavailable, "storageFailed", "The board could not do this.",
        hints: ["Try again; if it stays so, look at what the board printed."])
    }
  }

  /// Where a failure happened: what cannot be found is something else than what cannot be done.
  enum Place: Sendable {
    /// Something was to be shown.
    case reading
    /// Something was to be done.
    case command
  }

  private static func status(
    of diagnostic: Diagnostic, at place: Place
  ) -> HTTPResponse.Status {
    switch diagnostic.failure {
    case .noSuch, .noRun, .noPlan, .noSuchStepOfRun: return .notFound
    case .underWay, .cookedElsewhere: return .conflict
    default: break
    }
    switch diagnostic.kind {
    case .couldNotBeDone: return place == .reading ? .notFound : .conflict
    case .usage, .badContent, .unreadable: return .badRequest
    case .cannotCreate, .storageFailed, .busy, .stopped: return .serviceUnavailable
    }
  }

  /// The form that scripts read.
  var json: JSONValue {
    [
      "error": [
        "kind": .string(kind), "message": .string(message), "hints": .texts(hints),
      ]
    ]
  }
}

extension BoardFailure {
  static let notPaired = BoardFailure(
    .forbidden, "notPaired", "This screen is not paired with the board.",
    hints: ["Open the link or type the digits that the board printed where it was started."])
  static let viewOnly = BoardFailure(
    .forbidden, "viewOnly", "This screen only shows.",
    hints: ["Forget it and pair it again to let it do things."])
  static let databaseGone = BoardFailure(
    .serviceUnavailable, "storageFailed",
    "The database has been removed while the board was using it.",
    hints: [
      "Put it back where it was; this screen goes on then.",
      "What the board is cooking goes on, and is kept in a file where the database was.",
    ])
  static let tooOften = BoardFailure(
    .tooManyRequests, "tooOften", "That was too much at once.", hints: ["Wait a second."])
  static let foreign = BoardFailure(
    .forbidden, "foreignOrigin", "This did not come from a page of the board.",
    hints: ["Open the board by the address that it printed."])
  static let notThere = BoardFailure(.notFound, "notFound", "There is no such page.")
  static let planning = BoardFailure(
    .serviceUnavailable, "busy", "Another plan is being made.", hints: ["Try again in a moment."])
  static func misdirected(_ host: String) -> BoardFailure {
    BoardFailure(
      .misdirectedRequest, "unknownHost",
      "This board is not known as \(String(host.prefix(100)).quoted).",
      hints: ["Open it by the address that it printed, or start it with this name as well."])
  }
  static func usage(_ message: String, hints: [String] = []) -> BoardFailure {
    BoardFailure(.badRequest, "usage", message, hints: hints)
  }
}
