import JSON
import KitchenModel
import Rendering
import SouschefCore

/// The document of `/api/status`, which events carry as well: the run as `run status` prints it, with
/// what a page shows of it.
enum StatusDocument {
  /// The members without the braces and without the moment.
  static func members(
    _ status: ShowStatus.Status?, _ view: KitchenView?, _ failure: BoardFailure?
  ) -> String {
    var members: [JSONValue.Member] = []
    if let status,
      case .object(let run) = JSONValue(status.run, as: status.live, at: status.elapsed)
    {
      members = run
    } else {
      members.append(.init("status", .null))
    }
    members.append(.init("view", view.map(JSONValue.init) ?? .null))
    if let failure, case .object(let error) = failure.json { members += error }
    return String(JSONValue.object(members).compactText.dropFirst().dropLast())
  }

  /// The members that say when, and by which build.
  static func moment(_ now: Instant) -> String {
    "\"nowAt\": \(JSONValue.instant(now).compactText), "
      + "\"build\": \(JSONValue.string(Build.id).compactText)"
  }

  /// The whole document at a moment.
  static func text(_ members: String, at now: Instant) -> String {
    "{\(moment(now)), \(members)}"
  }
}
