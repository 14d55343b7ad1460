package import Foundation
import KitchenModel

/// The time zone that `TZ` names, in each of the forms that POSIX and the C library have for it.
package enum ZoneName {
  /// The zone: the machine's own where `TZ` is not set, UTC where it is empty.
  ///
  /// - Throws: a ``Diagnostic`` of kind `usage` for a zone that is unknown.
  package static func zone(_ text: String?) throws -> TimeZone {
    guard let text else { return .current }
    var name = text.hasPrefix(":") ? String(text.dropFirst()) : text
    if name.isEmpty { return .gmt }
    // A file of the system's collection: what stands behind the collection is its name.
    if name.hasPrefix("/"), let folder = path(behindLinks: name).firstRange(of: "zoneinfo/") {
      name = String(path(behindLinks: name)[folder.upperBound...])
    }
    // `GMT+3` is west of Greenwich to POSIX and east of it to Foundation.
    if let offset = fixedOffset(name), let zone = TimeZone(secondsFromGMT: offset) { return zone }
    if let zone = TimeZone(identifier: name), !hasRules(name) { return zone }
    if let twin = zoneWithRule(name), let zone = TimeZone(identifier: twin) { return zone }
    throw Diagnostic(
      .usage, "TZ: the time zone \(text.quoted) is unknown.",
      hints: [
        NearMiss.question(of: TimeZone.knownTimeZoneIdentifiers, for: name)
          ?? "Name a place, as in TZ=Europe/Berlin, or unset TZ to use the zone of this machine."
      ])
  }

  private static func path(behindLinks path: String) -> String {
    URL(filePath: path).resolvingSymlinksInPath().path(percentEncoded: false)
  }

  /// The seconds east of Greenwich of `UTC+3` or `<-03>3`, which has no summer time; POSIX counts
  /// towards the west. Nil for any other form.
  private static func fixedOffset(_ text: String) -> Int? {
    let form = /(?:[A-Za-z]{3,}|<[A-Za-z0-9+-]{3,}>)([+-]?)(\d{1,2})(?::(\d{2})(?::(\d{2}))?)?/
    guard let match = text.wholeMatch(of: form)?.output else { return nil }
    let parts = [match.2, match.3 ?? "0", match.4 ?? "0"].map { Int($0) ?? 0 }
    guard parts[0] <= 24, parts[1] < 60, parts[2] < 60 else { return nil }
    let seconds = parts[0] * 3600 + parts[1] * 60 + parts[2]
    return match.1 == "-" ? seconds : -seconds
  }

  /// Whether a text says when summer time begins and ends: `CET-1CEST,M3.5.0,M10.5.0/3`.
  private static func hasRules(_ text: String) -> Bool { text.contains(",") }

  /// The zone of the system's collection that goes by a rule from now on: its file ends with it.
  private static func zoneWithRule(_ rule: String) -> String? {
    guard hasRules(rule) else { return nil }
    let end = Data("\n\(rule)\n".utf8)
    return TimeZone.knownTimeZoneIdentifiers.sorted().first { name in
      let file = FileManager.default.contents(atPath: "/usr/share/zoneinfo/\(name)")
      return file?.suffix(end.count) == end
    }
  }
}
