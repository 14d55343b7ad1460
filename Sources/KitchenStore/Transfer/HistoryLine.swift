internal import KitchenModel

/// A line of a history, read as far as that needs no database.
package struct HistoryLine: Sendable {
  let content: Content

  enum Content: Sendable {
    /// What the file begins with.
    case heading
    /// A plan that can be read, as its text.
    case plan(String)
    /// A run with its log, as its text.
    case run(String)
    /// A run of which only the record is known.
    case draft(RunRecord)
  }

  /// Reads a line that `history export` wrote, or a bare run record (`souschef.run/1`).
  ///
  /// - Throws: ``Diagnostic`` of kind `badContent`; what the decoder throws where a part of a known
  ///   record is missing or not as it should be.
  package init(reading text: String) throws {
    do {
      content =
        switch try StoredJSON.decode(Shape.self, from: text) {
        case .heading: .heading
        case .plan: .plan(text)
        case .run: .run(text)
        case .draft(let draft): .draft(try RunRecord(draft))
        }
    } catch DecodingError.dataCorrupted(let context) where context.codingPath.isEmpty {
      throw Diagnostic(
        .badContent, "The line is not JSON.", hints: ["Import what `history export` writes."])
    }
  }

  /// Takes a record that was read elsewhere.
  ///
  /// - Throws: ``Diagnostic`` of kind `badContent`.
  package init(_ draft: RunDraft) throws { content = .draft(try RunRecord(draft)) }
}

/// What kind of line it is.
private enum Shape: Decodable {
  case heading
  case plan
  case run
  case draft(RunDraft)

  private enum Key: String, CodingKey {
    case format, events, dishes
  }

  init(from decoder: any Decoder) throws {
    let fields = try? decoder.container(keyedBy: Key.self)
    let format = try? fields?.decodeIfPresent(String.self, forKey: .format)
    switch format {
    case "souschef.history/1": self = .heading
    case "souschef.stored-plan/1":
      try PlanLine.check(decoder)
      self = .plan
    case "souschef.run/1":
      let isWhole = [Key.events, .dishes].allSatisfy { key in
        (try? fields?.nestedUnkeyedContainer(forKey: key)) != nil
      }
      self = isWhole ? .run : .draft(try RunDraft(from: decoder))
    default:
      throw Diagnostic(
        .badContent, "\(format?.quoted ?? "A record without a format") is unknown.",
        hints: ["Lines are of souschef.run/1 or souschef.stored-plan/1."])
    }
  }
}
