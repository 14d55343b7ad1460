package import KitchenModel

/// Why a menu has no plan, and what would make one possible.
package enum InfeasibilityText {
  /// The reasons and the changes in at most `width` columns.
  package static func text(of finding: Infeasibility, width: Int = 80) -> StyledText {
    var text = StyledText()
    let title = "\(TerminalText.sanitized(finding.menu)) cannot be cooked like this."
    text.append(wrapping: title, width: width, indent: "  ", .heading)
    for reason in finding.why {
      text.append(wrapping: "- " + TerminalText.sanitized(reason), width: width, indent: "  ")
    }
    if !finding.changes.isEmpty {
      text.append("")
      text.append("It would be possible:", .heading)
      for change in finding.changes {
        text.append(wrapping: "- " + TerminalText.sanitized(change), width: width, indent: "  ")
      }
    }
    return text.fitted(to: width)
  }
}
