package import JSON
package import KitchenModel

/// What an import did.
package enum ImportCard {
  /// Whether it was done or only said.
  package enum Tense: Sendable {
    case done, rehearsed
  }

  /// A line for each thing done, what it takes to replace something where that was not asked for, a
  /// line for the recipes that the cook declined, and one where nothing was done.
  package static func text(
    of report: ImportReport, _ tense: Tense = .done, needing permission: String? = nil,
    declined: [String] = [], width: Int = 80
  ) -> StyledText {
    var text = StyledText()
    func say(_ verb: String, _ names: [String]) {
      guard !names.isEmpty else { return }
      let list = names.map(TerminalText.sanitized).joined(separator: ", ")
      let words = tense == .done ? verb : "Would have \(verb.lowercased())"
      text.append(wrapping: "\(words) \(list).", width: width, indent: "  ")
    }
    say("Added", report.added)
    say("Replaced", report.replaced)
    if tense == .rehearsed, !report.replaced.isEmpty, let permission {
      text.append("This needs \(permission).")
    }
    if report.tookKitchen { say("Changed", ["the kitchen"]) }
    if !declined.isEmpty {
      let list = declined.map(TerminalText.sanitized).joined(separator: ", ")
      text.append(wrapping: "Not stored: \(list).", width: width, indent: "  ")
    } else if !report.changedSomething {
      text.append(
        report.unchanged.isEmpty
          ? "Nothing was stored." : "Nothing to do: everything is already stored.")
      return text
    }
    if !report.unchanged.isEmpty {
      text.append("\(report.unchanged.count) already stored.")
    }
    return text
  }
}

extension ImportReport {
  /// Whether anything was stored.
  var changedSomething: Bool { !added.isEmpty || !replaced.isEmpty || tookKitchen }
}

extension JSONValue {
  /// What an import did, or would do, and the recipes it read.
  package init(_ report: ImportReport, recipes: [JSONValue] = []) {
    self = [
      "format": "souschef.import/1",
      "added": .texts(report.added),
      "replaced": .texts(report.replaced),
      "unchanged": .texts(report.unchanged),
      "tookKitchen": .bool(report.tookKitchen),
      "differences": .array(
        report.differences.map {
          ["name": .string($0.name), "stored": .string($0.stored), "read": .string($0.read)]
        }),
      "recipes": .array(recipes),
    ]
  }
}
