package import KitchenModel

/// A run as a record in Markdown: ticked where it was done, what was planned beside what happened.
package enum RunMarkdown {
  /// The document of a run.
  ///
  /// - Parameters:
  ///   - run: The run.
  ///   - menu: What was cooked in the end.
  ///   - served: When each course, by its offset, was served, from the run's start.
  ///   - edits: What was said of it afterwards.
  ///   - clock: What tells clock times.
  package static func text(
    of run: Run, cooking menu: Menu, served: [Seconds: Seconds] = [:], edits: [RunEdit] = [],
    clock: LocalClock
  ) -> String {
    let record = RunRecord(of: run, menu, served: served, edits: edits, clock)
    var blocks = ["# " + MarkdownText.escaped(record.title)]
    blocks.append(MarkdownText.escaped(record.facts.joined(separator: " ")))
    blocks.append(record.entries.map(item).joined(separator: "\n"))
    if !record.remarks.isEmpty {
      blocks.append(
        record.remarks.map { "> " + MarkdownText.escaped($0) }.joined(separator: "\n>\n"))
    }
    blocks += PlanMarkdown.ingredients(of: menu)
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
