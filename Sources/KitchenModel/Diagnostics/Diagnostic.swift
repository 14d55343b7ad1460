/// Something to tell the cook: what happened, with which value and where, and what to do next.
package struct Diagnostic: Error, Sendable, Hashable, Codable {
  /// How much it matters.
  package var severity: Severity
  /// What sort of failure it is; decides the exit code where it is an error.
  package var kind: Kind
  /// What went wrong, where a front end tells it from other things; nil where the message says all.
  package var failure: Failure?
  /// The value of the request that is wrong; nil where it is not one alone.
  package var field: RequestField?
  /// One sentence with the offending value, in words that hold in front of any program.
  package var message: String
  /// Where in a file; nil where there is no file.
  package var place: Place?
  /// What to do next, most promising first.
  package var hints: [Hint]

  /// Creates a diagnostic, by default an error.
  package init(
    _ kind: Kind, _ message: String, about field: RequestField? = nil, at place: Place? = nil,
    hints: [Hint] = [], severity: Severity = .error
  ) {
    self.severity = severity
    self.kind = kind
    self.field = field
    self.message = message
    self.place = place
    self.hints = hints
  }

  /// Creates a diagnostic whose hints are sentences.
  package init(
    _ kind: Kind, _ message: String, about field: RequestField? = nil, at place: Place? = nil,
    hints: [String], severity: Severity = .error
  ) {
    self.init(
      kind, message, about: field, at: place, hints: hints.map(Hint.text), severity: severity)
  }

  /// Creates the diagnostic of a failure, by default an error.
  package init(_ failure: Failure, at place: Place? = nil, severity: Severity = .error) {
    self.init(
      failure.kind, failure.message, at: place, hints: failure.hints, severity: severity)
    self.failure = failure
  }

  /// How much a diagnostic matters.
  package enum Severity: String, Sendable, Hashable, Codable {
    /// Nothing was done.
    case error
    /// It was done, and the cook should look.
    case warning
    /// It was done; for the cook to know.
    case remark
  }

  /// The sorts of failure, each with an exit code of its own.
  package enum Kind: String, Sendable, Hashable, Codable {
    /// Infeasible, not found, nothing running.
    case couldNotBeDone
    /// The command was not understood.
    case usage
    /// A file's content is wrong.
    case badContent
    /// A file cannot be read.
    case unreadable
    /// An output or the database cannot be created.
    case cannotCreate
    /// Reading or writing failed: the disk is full, the database damaged.
    case storageFailed
    /// Somebody else is at it; trying again helps.
    case busy
    /// Who asked for it stopped it before there was a result.
    case stopped
  }

  /// A place in a file.
  package struct Place: Sendable, Hashable, Codable {
    /// The file as the cook named it; nil for text from nowhere in particular.
    package var file: String?
    /// From 1.
    package var line: Int?
    /// From 1, in characters.
    package var column: Int?

    /// Creates a place.
    package init(file: String? = nil, line: Int? = nil, column: Int? = nil) {
      self.file = file
      self.line = line
      self.column = column
    }
  }
}

/// A value that could not be read, with the words for it; a caller that knows the place turns it
/// into a ``Diagnostic``.
package protocol Explained: Error {
  /// One sentence with the offending value.
  var message: String { get }
  /// What to do about it.
  var hint: String { get }
}

extension Diagnostic {
  /// A diagnostic that says what `fault` says.
  package init(
    _ kind: Kind, _ fault: any Explained, about field: RequestField? = nil, at place: Place? = nil
  ) {
    self.init(kind, fault.message, about: field, at: place, hints: [.text(fault.hint)])
  }
}
