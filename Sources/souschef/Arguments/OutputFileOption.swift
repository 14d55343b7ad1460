import ArgumentParser

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

  /// The format that the file's ending means, whatever the case: `svg` for `plan.svg`; nil without a
  /// file, and for an ending that means none of them.
  func format<Format: RawRepresentable>(as _: Format.Type = Format.self) -> Format?
  where Format.RawValue == String {
    guard let name = file?.split(separator: "/").last, let dot = name.lastIndex(of: ".") else {
      return nil
    }
    let ending = name[name.index(after: dot)...].lowercased()
    return Format(rawValue: Self.endings[ending] ?? ending)
  }
}
