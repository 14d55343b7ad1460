import ArgumentParser
import KitchenModel

/// Where a document goes: the option of every command that writes one.
struct OutputFileOption<Sort: DocumentSort>: ParsableArguments {
  @Option(
    name: [.customShort("o"), .customLong("output")],
    help: ArgumentHelp(
      """
      The file to write, instead of standard output. A known ending, such as .\(Sort.ending), chooses \
      the format.
      """,
      valueName: "file"),
    completion: .file())
  var file: String?
}

/// A sort of documents, by an ending of its files that says their format.
protocol DocumentSort {
  static var ending: String { get }
}

enum PlanFiles: DocumentSort { static let ending = "svg" }
enum RunFiles: DocumentSort { static let ending = "svg" }
enum KitchenFiles: DocumentSort { static let ending = "json" }
enum HistoryFiles: DocumentSort { static let ending = "csv" }
enum ShoppingFiles: DocumentSort { static let ending = "md" }
enum WeekFiles: DocumentSort { static let ending = "ics" }

/// Other endings of a format's files, beside its own name.
private let otherEndings = [
  "md": "markdown", "htm": "html", "mmd": "mermaid", "ical": "ics", "yml": "yaml",
  "ndjson": "jsonl", "txt": "text",
]

/// Endings of what only other programs write.
private let endingsOfOthers: Set = [
  "pdf", "png", "jpg", "jpeg", "gif", "webp", "doc", "docx", "odt", "rtf", "xls", "xlsx", "ods",
]

extension OutputFileOption {
  /// The format that the file's ending means, whatever the case: `svg` for `plan.svg`; `usual`
  /// without one, and for an ending that means none of them, which is said.
  ///
  /// - Throws: ``Diagnostic`` for an ending that would have other programs read the file as what it
  ///   is not.
  func format<Format: RawRepresentable & CaseIterable>(or usual: Format) throws -> Format
  where Format.RawValue == String {
    guard let name = file?.split(separator: "/").last, let dot = name.lastIndex(of: "."),
      dot != name.startIndex
    else { return usual }
    let ending = name[name.index(after: dot)...].lowercased()
    let meant = otherEndings[ending] ?? ending
    if let format = Format(rawValue: meant) { return format }
    // Plain text is what the usual format is on a terminal.
    if meant == "text" { return usual }
    let formats = Format.allCases.map(\.rawValue)
    if endingsOfOthers.contains(ending) {
      let hint: Hint =
        formats.contains("html")
        ? "Write a page, and print or save it from a browser: -o plan.html"
        : "Formats: \(formats.joined(separator: ", "))."
      throw Diagnostic(.usage, "No .\(ending) file can be written.", hints: [hint])
    }
    let nearest = NearMiss.best(of: formats, for: ending)
    Output.report([
      Diagnostic(
        .usage,
        ".\(ending.prefix(20)) does not say a format; the file is written as \(usual.rawValue).",
        hints: [
          nearest.map { "Did you mean .\($0)?" } ?? "Formats: \(formats.joined(separator: ", "))."
        ], severity: .remark)
    ])
    return usual
  }
}
