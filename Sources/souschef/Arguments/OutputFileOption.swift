import ArgumentParser
import KitchenModel

/// Where a document goes: the option of every command that writes one.
struct OutputFileOption: ParsableArguments {
  @Option(
    name: [.customShort("o"), .customLong("output")],
    help: ArgumentHelp(
      """
      The file to write, instead of standard output. A known ending, such as .svg, chooses the format.
      """,
      valueName: "file"),
    completion: .file())
  var file: String?
}

extension OutputFileOption {
  /// Other endings of a format's files, beside its own name.
  private static let endings = [
    "md": "markdown", "htm": "html", "mmd": "mermaid", "ical": "ics", "yml": "yaml",
    "ndjson": "jsonl", "txt": "text",
  ]

  /// The format that the file's ending means, whatever the case: `svg` for `plan.svg`; `usual`
  /// without one, and for an ending that means none of them, which is said.
  func format<Format: RawRepresentable & CaseIterable>(or usual: Format) -> Format
  where Format.RawValue == String {
    guard let name = file?.split(separator: "/").last, let dot = name.lastIndex(of: "."),
      dot != name.startIndex
    else { return usual }
    let ending = name[name.index(after: dot)...].lowercased()
    let meant = Self.endings[ending] ?? ending
    if let format = Format(rawValue: meant) { return format }
    // Plain text is what the usual format is on a terminal.
    if meant == "text" { return usual }
    let formats = Format.allCases.map(\.rawValue)
    let nearest = NearMiss.best(of: formats, for: ending)
    Output.report([
      Diagnostic(
        .usage, ".\(ending.prefix(20)) does not say a format; it was written as \(usual.rawValue).",
        hints: [
          nearest.map { "Did you mean .\($0)?" } ?? "Formats: \(formats.joined(separator: ", "))."
        ], severity: .remark)
    ])
    return usual
  }
}
