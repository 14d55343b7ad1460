internal import Dispatch
internal import Synchronization

/// The lines of a history, read on the other cores a little before they are asked for.
///
/// Reading takes as long as writing the rows, and what cannot be read must be found out before it is
/// stored. Empty lines are left out; lines are numbered from 1.
package struct HistoryLines: Sequence, IteratorProtocol {
  /// A line by its number, as it could be read.
  package typealias Element = (number: Int, line: Result<HistoryLine, any Error>)

  private let lines: [ArraySlice<UInt8>]
  /// How many lines have been handed to other cores.
  private var begun = 0
  /// What is being read, in order.
  private var ahead: [Batch] = []
  private var current: [Element] = []
  private var position = 0
  private let queue = DispatchQueue(label: "souschef.history-lines", attributes: .concurrent)

  /// As many lines as are worth handing over at once.
  private static let batchSize = 64
  /// How many batches may be ahead: so much is read in vain where a line is refused.
  private static let batchesAhead = 8

  /// Reads the lines of `text`.
  package init(_ text: [UInt8]) {
    lines = text.split(separator: 0x0A, omittingEmptySubsequences: false)
  }

  package mutating func next() -> Element? {
    while position == current.count {
      while ahead.count < Self.batchesAhead, begun < lines.count { begin() }
      guard !ahead.isEmpty else { return nil }
      current = ahead.removeFirst().wait()
      position = 0
    }
    position += 1
    return current[position - 1]
  }

  private mutating func begin() {
    let range = begun..<Swift.min(begun + Self.batchSize, lines.count)
    let (batch, lines) = (Batch(), lines[range])
    queue.async { batch.fill(lines) }
    ahead.append(batch)
    begun = range.upperBound
  }

  /// Some lines that are being read.
  private final class Batch: Sendable {
    private let elements = Mutex<[Element]>([])
    private let isRead = DispatchSemaphore(value: 0)

    func fill(_ lines: ArraySlice<ArraySlice<UInt8>>) {
      elements.withLock { elements in
        for (index, line) in zip(lines.indices, lines) where !line.allSatisfy({ $0 <= 0x20 }) {
          elements.append(
            (index + 1, Result { try HistoryLine(reading: String(decoding: line, as: UTF8.self)) }))
        }
      }
      isRead.signal()
    }

    func wait() -> [Element] {
      isRead.wait()
      return elements.withLock { $0 }
    }
  }
}
