package import KitchenModel

/// A run as a record in Markdown: ticked where it was done, what was planned beside what happened.
package enum RunMarkdown {
  /// The document of a run.
  package static func text(of shown: ShownRun, clock: LocalClock) -> String {
    let record = RunRecord(of: shown, clock)
    var blocks = ["# " + MarkdownText.escaped(record.title)]
    blocks.append(MarkdownText.escaped(record.facts.joined(separator: " ")))
    blocks.append(record.entries.map(item).joined(separator: "\n"))
    if !record.remarks.isEmpty {
      blocks.append(
        record.remarks.map { "> " + MarkdownText.escaped($0) }.joined(separator: "\n>\n"))
    }
    blocks += PlanMarkdown.ingredients(of: shown.menu)
    return blocks.joined(separator: "\n\n") + "\n"
  }

  private static func item(_ entry: RunRecord.Entry) -> String {
    let what = MarkdownText.escaped(entry.what)
    let notes = [entry.planned.map { "planned \($0)" }, entry.who.isEmpty ? nil : entry.who]
      .compactMap(\.self).joined(separator: "; ")
    let note = notes.isEmpty ? "" : " (\(MarkdownText.escaped(notes)))"
    let time = entry.actual.map { "**\($0)** " } ?? ""
    return switch entry.outcome {
    case .done: "- [x] \(time)\(what)\(note)"
    case .skipped, .dropped: "- [ ] \(time)~~\(what)~~ \(entry.outcome.rawValue)\(note)"
    case .unfinished, .open: "- [ ] \(time)\(what): \(entry.outcome.rawValue)\(note)"
    }
  }
}
