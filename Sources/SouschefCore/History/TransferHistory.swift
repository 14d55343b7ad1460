import Foundation
package import KitchenModel
import KitchenStore
import Rendering

/// The forms in which a history moves from one database to another.
package enum HistoryFormat: String, Sendable, CaseIterable {
  /// A run or a plan a line, with logs and edits: nothing is lost.
  case jsonl
  /// A step of a run a line: for spreadsheets.
  case csv
}

/// Writes the history for another database or another program.
package struct ExportHistory {
  private let format: HistoryFormat

  /// Creates the request.
  package init(_ format: HistoryFormat) { self.format = format }

  /// Hands the lines, each with its end, to `write`.
  ///
  /// - Throws: ``Diagnostic``, or what `write` throws where that is one.
  package func perform(
    in workspace: Workspace, write: (String) throws -> Void
  ) throws -> Outcome<Void> {
    let store = try workspace.storeForReading()
    switch format {
    case .jsonl: try store.exportHistory { try write($0 + "\n") }
    case .csv: try store.exportStepRecords { try write(CSVText.text([$0])) }
    }
    return Outcome(())
  }
}

/// Takes in what ``ExportHistory`` wrote, and bare run records.
package struct ImportHistory {
  private let source: SourceFile
  private let rehearsing: Rehearsing

  /// Creates the request.
  package init(_ source: SourceFile, rehearsing: Rehearsing = .no) {
    self.source = source
    self.rehearsing = rehearsing
  }

  /// Imports all of it or nothing. What is here already is left alone.
  ///
  /// - Throws: ``Diagnostic`` with the line, `badContent` where it is not a history.
  package func perform(in workspace: Workspace) throws -> Outcome<HistoryImportReport> {
    let store = try workspace.store(rehearsing)
    do {
      switch rehearsing {
      case .no: return Outcome(try store.importHistory(of: source.bytes.count, take))
      case .dryRun: return Outcome(try store.rehearseHistoryImport(take))
      }
    } catch var diagnostic as Diagnostic where diagnostic.place != nil {
      diagnostic.place?.file = source.name
      throw diagnostic
    }
  }

  private func take(into importing: HistoryImport) throws {
    let content = source.bytes.drop { [0x20, 0x09, 0x0A, 0x0D, 0xEF, 0xBB, 0xBF].contains($0) }
    guard let mark = content.first else {
      throw Diagnostic(
        .badContent, "\(source.name.quoted) is empty.",
        hints: ["Import what `history export` writes."])
    }
    switch mark {
    case UInt8(ascii: "["):
      for draft in try document(as: [RunDraft].self) { try importing.take(HistoryLine(draft)) }
    case UInt8(ascii: "{"):
      // One record printed over several lines is a document of its own.
      let firstLine = content.prefix { $0 != 0x0A }
      if firstLine.count <= 2, firstLine.count < content.count {
        return try importing.take(HistoryLine(document(as: RunDraft.self)))
      }
      for (number, line) in HistoryLines(source.bytes) {
        try located(number) { try importing.take(line.get(), at: number) }
      }
    default:
      for draft in try RunTable.drafts(in: source) { try importing.take(HistoryLine(draft)) }
    }
  }

  private func document<Value: Decodable>(as type: Value.Type) throws -> Value {
    do { return try JSONDecoder().decode(type, from: Data(source.bytes)) } catch {
      throw Diagnostic(
        .badContent, "\(source.name.quoted) holds no run records.",
        hints: [.advice(.giveRecord)])
    }
  }

  /// Says at which line it went wrong.
  private func located(_ line: Int, _ body: () throws -> Void) throws {
    let place = Diagnostic.Place(file: source.name, line: line)
    do {
      try body()
    } catch var diagnostic as Diagnostic {
      diagnostic.place = place
      throw diagnostic
    } catch {
      throw Diagnostic(
        .badContent,
        "This record cannot be stored: a part of it is missing or wrong.",
        at: place, hints: ["Correct it and import again: nothing was stored."])
    }
  }
}
