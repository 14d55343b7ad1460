import JSON
package import KitchenModel

/// Takes the members of a JSON object one after the other.
protocol JSONMemberSink {
  /// Takes the next member; the key needs no escaping.
  mutating func add(_ key: StaticString, _ value: JSONValue)
}

/// The document that a list of runs is, in pieces: a long one is never there as a whole, and no run
/// becomes a ``JSONValue`` first.
///
/// The bytes are those of ``JSONValue/documentText``.
package struct RunListText: Sendable {
  private var isEmpty = true

  /// Creates the text of a list to which no runs have been added.
  package init() {}

  /// What runs, without their steps, add to the document.
  package mutating func text(adding runs: [Run]) -> String {
    var object = ObjectText()
    for run in runs {
      object.bytes.append(UInt8(ascii: isEmpty ? "[" : ","))
      isEmpty = false
      object.begin()
      object.add(run)
      object.end()
    }
    return String(decoding: object.bytes, as: UTF8.self)
  }

  /// What ends the document.
  package var end: String { isEmpty ? "[]\n" : "\n]\n" }
}

/// The text of one object after the other.
private struct ObjectText: JSONMemberSink {
  var bytes: [UInt8] = []
  private let inside = JSONValue.Layout.indented(level: 2)
  private let outside = JSONValue.Layout.indented(level: 1)
  private var isEmpty = true

  mutating func begin() {
    outside.breakLine(in: &bytes)
    isEmpty = true
  }

  mutating func add(_ key: StaticString, _ value: JSONValue) {
    bytes.append(UInt8(ascii: isEmpty ? "{" : ","))
    isEmpty = false
    inside.breakLine(in: &bytes)
    bytes.append(UInt8(ascii: "\""))
    JSONValue.append(key, to: &bytes)
    JSONValue.append("\": ", to: &bytes)
    value.write(to: &bytes, layout: inside)
  }

  mutating func end() {
    outside.breakLine(in: &bytes)
    bytes.append(UInt8(ascii: "}"))
  }
}
