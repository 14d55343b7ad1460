import Foundation
import KitchenModel
import KitchenStore

/// Runs in comma-separated values, as `history export --format csv` writes them: a step a line, the
/// steps of a run together.
enum RunTable {
  /// The runs of a file.
  ///
  /// - Throws: ``Diagnostic`` of kind `badContent` with the line.
  static func drafts(in file: SourceFile) throws -> [RunDraft] {
    let rows = records(in: file.bytes)
    let columns = Dictionary(
      (rows.first?.fields ?? []).enumerated().map { ($1, $0) }, uniquingKeysWith: { a, _ in a })
    guard columns["run"] != nil, columns["meal"] != nil, columns["step"] != nil else {
      throw Diagnostic(
        .badContent, "\(file.name.quotedPath) does not hold a history.",
        at: .init(file: file.name, line: 1), hints: ["Import what `history export` writes."])
    }
    var drafts: [RunDraft] = []
    for row in rows.dropFirst() where row.fields != [""] {
      let reader = Reader(fields: row.fields, columns: columns)
      do {
        let id = Int(try reader.text("run"))
        if drafts.isEmpty || drafts[drafts.count - 1].id != id || id == nil {
          drafts.append(try reader.run(id))
        }
        drafts[drafts.count - 1].steps.append(try reader.step())
      } catch {
        throw Diagnostic(
          .badContent, "The column \(error.column.quoted) has a wrong value.",
          at: .init(file: file.name, line: row.line),
          hints: ["Correct it and import again: nothing was stored."])
      }
    }
    return drafts
  }

  /// That a column is missing or holds something else.
  private struct BadColumn: Error {
    var column: String
  }

  private struct Reader {
    var fields: [String]
    var columns: [String: Int]

    func optional(_ column: String) -> String? {
      guard let index = columns[column], index < fields.count, !fields[index].isEmpty else {
        return nil
      }
      // An apostrophe keeps spreadsheets from taking a text for a formula.
      let field = fields[index]
      let isGuarded = field.first == "'" && "=+-@\t\r".contains(field.dropFirst().first ?? " ")
      return isGuarded ? String(field.dropFirst()) : field
    }

    func text(_ column: String) throws(BadColumn) -> String {
      guard let text = optional(column) else { throw BadColumn(column: column) }
      return text
    }

    func value<Value>(
      _ column: String, _ read: (String) -> Value?
    ) throws(BadColumn) -> Value? {
      guard let text = optional(column) else { return nil }
      guard let value = read(text) else { throw BadColumn(column: column) }
      return value
    }

    func number(_ column: String) throws(BadColumn) -> Int {
      guard let number = try value(column, { Int($0) }) else { throw BadColumn(column: column) }
      return number
    }

    func run(_ id: Int?) throws(BadColumn) -> RunDraft {
      guard let startedAt = try value("startedAt", { Instant(iso8601: $0) }) else {
        throw BadColumn(column: "startedAt")
      }
      return RunDraft(
        id: id, meal: try text("meal"), status: try value("status") { .init(rawValue: $0) },
        mode: try value("mode") { .init(rawValue: $0) }, speed: try value("speed") { Double($0) },
        policy: try value("policy") { .init(rawValue: $0) }, startedAt: startedAt,
        finishedAt: try value("finishedAt") { Instant(iso8601: $0) },
        plannedSeconds: try value("plannedSeconds") { Int($0) },
        replans: try value("replans") { Int($0) }, rating: try value("rating") { Int($0) },
        steps: [])
    }

    func step() throws(BadColumn) -> RunDraft.Step {
      guard let kind = try value("kind", { Way.Kind(rawValue: $0) }) else {
        throw BadColumn(column: "kind")
      }
      return RunDraft.Step(
        dish: try text("dish"), step: try text("step"), kind: kind,
        status: try value("stepStatus") { .init(rawValue: $0) },
        plannedStartSeconds: try number("plannedStartSeconds"),
        plannedEndSeconds: try number("plannedEndSeconds"),
        actualStartSeconds: try value("actualStartSeconds") { Int($0) },
        actualEndSeconds: try value("actualEndSeconds") { Int($0) },
        cooks: try value("cooks") {
          $0 == "[]" ? [] : try? JSONDecoder().decode([String].self, from: Data($0.utf8))
        }, endedBy: try value("endedBy") { .init(rawValue: $0) })
    }
  }

  /// The records of a file after RFC 4180, each with the line it begins on.
  private static func records(in bytes: [UInt8]) -> [(line: Int, fields: [String])] {
    var records: [(line: Int, fields: [String])] = []
    var (fields, field): ([String], [UInt8]) = ([], [])
    var (line, begun, isQuoted) = (1, 1, false)
    func text() -> String { String(decoding: field, as: UTF8.self) }
    var index = 0
    while index < bytes.count {
      let byte = bytes[index]
      index += 1
      if byte == 0x0A { line += 1 }
      if isQuoted {
        if byte != UInt8(ascii: "\"") {
          field.append(byte)
        } else if index < bytes.count, bytes[index] == byte {
          field.append(byte)
          index += 1
        } else {
          isQuoted = false
        }
        continue
      }
      switch byte {
      case UInt8(ascii: "\""): isQuoted = true
      case UInt8(ascii: ","):
        fields.append(text())
        field = []
      case 0x0D: continue
      case 0x0A:
        records.append((begun, fields + [text()]))
        (fields, field, begun) = ([], [], line)
      default: field.append(byte)
      }
    }
    if !field.isEmpty || !fields.isEmpty { records.append((begun, fields + [text()])) }
    return records
  }
}
