package import JSON
package import KitchenModel

/// What the doctor found.
package enum HealthCard {
  /// The card in at most `width` columns.
  package static func text(
    of report: HealthReport, in words: some FrontEndWords, width: Int = 80
  ) -> StyledText {
    var text = StyledText()
    let path = "Database  \(TerminalText.sanitized(report.databasePath))"
    // The path is to be copied: it may be longer than a line, and is not cut.
    if DisplayWidth.of(path) <= width {
      text.append(path)
    } else {
      for line in WordWrap.uncut(path, width: width, indent: "  ") { text.append(line) }
    }
    if report.exists {
      text.append("Size      \(size(report.fileBytes)), log \(size(report.logBytes))")
      text.append("Schema    version \(report.schemaVersion)")
      let contents = report.counts.map { "\($0.what) \($0.count)" }.joined(separator: ", ")
      for (number, line) in WordWrap.lines(contents, width: max(1, width - 10)).enumerated() {
        text.append((number == 0 ? "Contents  " : String(repeating: " ", count: 10)) + line)
      }
      text.append("")
      if report.isWell {
        text.append(
          report.warnings.isEmpty ? "All is well." : "The database is sound. Please check:")
      }
    } else if report.isWell {
      text.append("          not there yet; it is created when something is stored", .quiet)
    }
    for finding in report.findings + report.warnings {
      text.append(
        wrapping: TerminalText.sanitized(words.message(finding)), width: width, indent: "  ",
        .alarming)
      for hint in words.hints(finding) {
        text.append(wrapping: "Hint: " + TerminalText.sanitized(hint), width: width, indent: "  ")
      }
    }
    return text
  }

  /// A size as people read it, in the units of disks.
  private static func size(_ bytes: Int) -> String {
    for (unit, name) in [(1_000_000_000, "GB"), (1_000_000, "MB"), (1000, "kB")]
    where bytes >= unit {
      let tenths = bytes * 10 / unit
      return "\(tenths / 10).\(tenths % 10) \(name)"
    }
    return "\(bytes) bytes"
  }
}

extension JSONValue {
  /// What the doctor found.
  package init(_ report: HealthReport, in words: some FrontEndWords) {
    self = [
      "format": "souschef.doctor/1",
      "database": .string(report.databasePath),
      "exists": .bool(report.exists),
      "schemaVersion": .int(report.schemaVersion),
      "fileBytes": .int(report.fileBytes),
      "logBytes": .int(report.logBytes),
      "counts": .object(report.counts.map { .init($0.what, .int($0.count)) }),
      "findings": .array(report.findings.map { finding($0, in: words) }),
      "warnings": .array(report.warnings.map { finding($0, in: words) }),
      "isWell": .bool(report.isWell),
    ]
  }
}

private func finding(_ diagnostic: Diagnostic, in words: some FrontEndWords) -> JSONValue {
  ["message": .string(words.message(diagnostic)), "hints": .texts(words.hints(diagnostic))]
}
