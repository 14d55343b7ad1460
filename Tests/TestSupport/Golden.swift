import Foundation
package import Testing

/// Compares texts with files under a suite's `Golden` folder.
///
/// A file that is missing fails; with `UPDATE_GOLDEN=1` in the environment files are written
/// instead of compared.
package enum Golden {
  /// Expects `text` to be what the file `name` in the folder `Golden` beside the calling test has.
  package static func expect(
    _ text: String, named name: String, file: String = #filePath,
    sourceLocation: SourceLocation = #_sourceLocation
  ) throws {
    let url = URL(filePath: file).deletingLastPathComponent()
      .appending(path: "Golden").appending(path: name)
    if ProcessInfo.processInfo.environment["UPDATE_GOLDEN"] == "1" {
      try FileManager.default.createDirectory(
        at: url.deletingLastPathComponent(), withIntermediateDirectories: true)
      try Data(text.utf8).write(to: url)
      return
    }
    guard let data = try? Data(contentsOf: url) else {
      Issue.record(
        "The golden file \(name) is missing; UPDATE_GOLDEN=1 writes it.",
        sourceLocation: sourceLocation)
      return
    }
    let expected = String(decoding: data, as: UTF8.self)
    guard text != expected else { return }
    Issue.record(
      "\(name) differs \(firstDifference(text, expected))", sourceLocation: sourceLocation)
  }

  private static func firstDifference(_ text: String, _ expected: String) -> String {
    let (lines, wanted) = (
      text.components(separatedBy: "\n"), expected.components(separatedBy: "\n")
    )
    for index in 0..<max(lines.count, wanted.count) {
      let line = index < lines.count ? lines[index] : nil
      let other = index < wanted.count ? wanted[index] : nil
      if line != other {
        return "in line \(index + 1):\n  is       \(line ?? "(nothing)")"
          + "\n  expected \(other ?? "(nothing)")"
      }
    }
    return "in its line ends."
  }
}
