import Foundation
import Scheduling

/// Answers requests, one a line, with one line of JSON each, so that a driver can take turns with
/// another solver in the same minute on the same machine.
///
/// - `describe INSTANCE`: the problem.
/// - `solve INSTANCE SECONDS`: what the solver makes of it on one thread within the limit.
///
/// Started with `thresholds FILE`, it solves the instances that the file names instead, and fails
/// where one takes more conflicts or propagations than the file allows. `thresholds FILE --write`
/// sets the file's limits a quarter above what they take now.
@main struct PlannerBenchmark {
  static func main() throws {
    let arguments = CommandLine.arguments.dropFirst()
    if arguments.first == "thresholds", arguments.count >= 2 {
      let file = URL(fileURLWithPath: arguments[arguments.startIndex + 1])
      let isKept =
        try arguments.contains("--write")
        ? Thresholds.write(to: file) : Thresholds.check(file)
      exit(isKept ? 0 : 1)
    }
    while let line = readLine() {
      let words = line.split(separator: " ").map(String.init)
      switch (words.first, words.count) {
      case ("describe", 2):
        try answer(ProblemDescription(Instance(words[1]).problem()))
      case ("solve", 3):
        guard let seconds = Double(words[2]) else { throw BadRequest(line: line) }
        try answer(try Measurement(of: Instance(words[1]).problem(), limit: .seconds(seconds)))
      default: throw BadRequest(line: line)
      }
    }
  }

  private static func answer(_ value: some Encodable) throws {
    let encoder = JSONEncoder()
    encoder.outputFormatting = .sortedKeys
    var data = try encoder.encode(value)
    data.append(UInt8(ascii: "\n"))
    FileHandle.standardOutput.write(data)
  }
}

/// A line that is not a request.
struct BadRequest: Error {
  var line: String
}
