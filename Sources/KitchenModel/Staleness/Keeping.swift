/// How long what a step makes may stand, without harm, until another step takes it up.
package enum Keeping: Sendable, Hashable {
  /// As long as it likes.
  case withoutEnd
  /// So long, from zero: zero is not at all.
  case limited(Seconds)

  /// It does not keep: it is taken up at once, or it suffers.
  package static let notAtAll = Keeping.limited(.zero)

  /// The limit; nil where it keeps without end.
  package var limit: Seconds? {
    switch self {
    case .withoutEnd: nil
    case .limited(let limit): limit
    }
  }

  /// How much of a wait is beyond what is harmless; never negative.
  package func excess(of wait: Seconds) -> Seconds {
    switch self {
    case .withoutEnd: .zero
    case .limited(let limit): max(.zero, wait - limit)
    }
  }
}

/// Written as whole seconds, or as `true` for no end.
extension Keeping: Codable {
  package init(from decoder: any Decoder) throws {
    let container = try decoder.singleValueContainer()
    if let keeps = try? container.decode(Bool.self) {
      self = keeps ? .withoutEnd : .notAtAll
    } else {
      self = .limited(try container.decode(Seconds.self))
    }
  }

  package func encode(to encoder: any Encoder) throws {
    var container = encoder.singleValueContainer()
    switch self {
    case .withoutEnd: try container.encode(true)
    case .limited(let limit): try container.encode(limit)
    }
  }
}
