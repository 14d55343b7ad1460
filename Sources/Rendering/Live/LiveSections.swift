import KitchenModel

/// The sections of a live screen, cut to the lines there are.
struct LiveSections {
  private let words: LiveWords
  private let selection: LiveSelection?
  private let width: Int

  init(_ words: LiveWords, selection: LiveSelection?, width: Int) {
    self.words = words
    self.selection = selection ?? words.state.acts.first.map { .act($0.act) }
    self.width = width
  }

  /// At most `room` lines: what to do first, then what is waited for, what is next, what is done.
  func lines(room: Int) -> [StyledLine] {
    let now = section("NOW", nowLines)
    let waits = section("WAITING", waitLines)
    let done = section("DONE", doneLines)
    var lines: [StyledLine] = []
    for part in [now, waits] where !part.isEmpty { lines += cut(part, to: room - lines.count) }
    // What comes is worth more than what is done, of which the last is enough.
    let left = room - lines.count
    let kept = left >= Self.roomForDone ? min(done.count, 3) : 0
    lines += cut(section("NEXT", nextLines(room: left - kept - 2)), to: left - kept)
    return lines + cut(done, to: room - lines.count)
  }

  /// The lines below what is to be done from which on the last thing done has its own.
  private static let roomForDone = 11

  /// The lines that there is room for; a title without anything under it says nothing.
  private func cut(_ lines: [StyledLine], to room: Int) -> [StyledLine] {
    room >= 3 ? Array(lines.prefix(room)) : []
  }

  private func section(_ title: String, _ lines: [StyledLine]) -> [StyledLine] {
    lines.isEmpty ? [] : [StyledLine(), StyledLine(title, .heading)] + lines
  }

  private var isNarrow: Bool { width < 60 }

  /// One entry for each act that is due; one for each cook who has none.
  private var nowLines: [StyledLine] {
    guard words.state.status == .running || words.state.status == .paused else { return [] }
    return words.state.menu.kitchen.cooks.names.indices.flatMap { cook -> [StyledLine] in
      let due = words.state.acts.filter { $0.cook == cook }
      let named = Set(due.compactMap(\.act.step))
      let inHand = words.running.filter { step in
        step.planned.kind == .blocking && step.cooks.contains(cook)
          && !named.contains(step.planned.reference)
      }
      let name = words.state.menu.kitchen.cooks.count > 1 ? words.cook(cook) + ": " : ""
      let entries =
        due.flatMap { entry($0, prefix: name) }
        + inHand.flatMap { entry($0, prefix: name, style: .handsOn) + quantityLines($0) }
      return entries.isEmpty
        ? wrapped("  ", "\(name)\(words.freedom(of: cook))", .quiet, hanging: 4) : entries
    }
  }

  /// An act that is due, in the imperative.
  private func entry(_ due: LiveState.DueAct, prefix: String) -> [StyledLine] {
    if case .perform(let reference) = due.act,
      let step = words.running.first(where: { $0.planned.reference == reference })
    {
      return entry(step, prefix: prefix, style: .handsOn, selecting: .act(due.act))
        + quantityLines(step)
    }
    let over = words.elapsed - due.deadline
    let isOver = over >= .minutes(1)
    let time = over >= Seconds(1) ? countdown(.zero - over) : column(isNarrow ? "now" : "now     ")
    let style: TextStyle = isOver ? .alarming : .handsOn
    let note = isOver ? ". \(LiveWords.over(over))" : ""
    return wrapped(
      mark(.act(due.act)) + time, prefix + words.text(of: due) + note, style)
  }

  private var waitLines: [StyledLine] {
    let due = Set(words.state.acts.compactMap(\.act.step))
    return words.running.filter {
      $0.planned.kind == .waiting && !due.contains($0.planned.reference)
    }.flatMap { entry($0, prefix: "", style: .waiting) }
  }

  private func mark(_ item: LiveSelection) -> String { selection == item ? "> " : "  " }

  /// `   3:20 left  `, where there is room for the word, which tells it from a clock's time; `  -0:40  ` past
  /// zero.
  private func countdown(_ left: Seconds) -> String {
    column(Countdown.text(left) + (isNarrow ? "" : left < .zero ? "     " : " left"))
  }

  private func column(_ text: String) -> String {
    DisplayWidth.padded(text, to: isNarrow ? 7 : 12, alignment: .trailing) + "  "
  }

  /// `  3:20  Bake (Gratin)  oven, 180C`; the equipment goes to a line of its own where it must.
  private func entry(
    _ step: LiveState.Step, prefix: String, style: TextStyle, selecting item: LiveSelection? = nil
  ) -> [StyledLine] {
    let left = words.left(of: step)
    var over = ""
    if left < .zero {
      over =
        step.planned.kind == .blocking && item != nil
        ? LiveWords.over(.zero - left) : "over time"
    }
    let notes = [words.equipment(step), over].filter { !$0.isEmpty }.joined(separator: ", ")
    let start = mark(item ?? .step(step.planned.reference)) + countdown(left)
    let name = prefix + words.name(step)
    let noteStyle: TextStyle = left < .zero ? .alarming : .quiet
    if DisplayWidth.of(start + name) + 2 + DisplayWidth.of(notes) <= width {
      var line = StyledLine(start, left < .zero ? .alarming : style)
      line.append(name, style)
      if !notes.isEmpty { line.append("  \(notes)", noteStyle) }
      return [line]
    }
    return wrapped(start, name, style) + (notes.isEmpty ? [] : wrapped(indent, notes, noteStyle))
  }

  private func quantityLines(_ step: LiveState.Step) -> [StyledLine] {
    let quantities = words.quantities(step)
    guard !quantities.isEmpty else { return [] }
    return Array(wrapped(indent, quantities, .quiet).prefix(2))
  }

  /// What comes next, as much as there is room for, and how much more there is.
  private func nextLines(room: Int) -> [StyledLine] {
    let entries = nextEntries
    guard entries.joined().count > room else { return Array(entries.joined()) }
    var lines: [StyledLine] = []
    var shown = 0
    for entry in entries {
      guard lines.count + entry.count < room else { break }
      lines += entry
      shown += 1
    }
    return shown == 0
      ? Array(entries.joined().prefix(max(0, room)))
      : lines + [StyledLine("  … \(entries.count - shown) more", .quiet)]
  }

  private var nextEntries: [[StyledLine]] {
    words.next.map { next -> [StyledLine] in
      let wait = next.at - words.elapsed
      let start = "  \(words.clockText(at: next.at))  " + (isNarrow ? "" : soon(wait) + "  ")
      let cook =
        words.state.menu.kitchen.cooks.count > 1
        ? next.cook.map { "\(words.cook($0)): " } ?? "" : ""
      return wrapped(start, cook + next.text, .plain)
    }
  }

  /// `in 14 min`, in whole minutes from one on, as wide as what is over an hour away.
  private func soon(_ wait: Seconds) -> String {
    let length = wait >= .minutes(1) ? wait.wholeMinutes : wait
    return DisplayWidth.padded(wait > .zero ? "in \(length.spokenText)" : "now", to: 9)
  }

  private var doneLines: [StyledLine] {
    words.done.map { step in
      let moment = step.end.map { words.clockText(at: $0) } ?? ""
      let skipped = step.status == .finished ? "" : " (\(step.status.rawValue))"
      return StyledLine(
        "  " + DisplayWidth.padded(moment, to: 5) + "  \(words.name(step))\(skipped)", .quiet)
    }
  }

  /// A text behind a beginning, in as many lines as it needs: an instruction is never cut.
  private func wrapped(
    _ start: String, _ text: String, _ style: TextStyle, hanging: Int? = nil
  ) -> [StyledLine] {
    let hang = hanging ?? min(DisplayWidth.of(start), isNarrow ? 11 : 16)
    let longest = max(8, width - max(hang, DisplayWidth.of(start)))
    let text = text.split(separator: " ").flatMap { Self.pieces(of: $0, longest) }
      .joined(separator: " ")
    let lines = WordWrap.lines(text, width: max(8, width - DisplayWidth.of(start)))
    guard let first = lines.first else { return [] }
    // What follows has a little more room where the beginning is long.
    let rest = text.dropFirst(first.count).trimmingPrefix(" ")
    let further = rest.isEmpty ? [] : WordWrap.lines(String(rest), width: max(8, width - hang))
    return [StyledLine(start + first, style)]
      + further.map { StyledLine(String(repeating: " ", count: hang) + $0, style) }
  }

  /// A word in pieces that fit into a line.
  private static func pieces(of word: Substring, _ width: Int) -> [String] {
    var pieces: [String] = []
    var rest = String(word)
    while DisplayWidth.of(rest) > width {
      let piece = DisplayWidth.prefix(of: rest, width: width)
      guard !piece.isEmpty else { break }
      pieces.append(piece)
      rest.removeFirst(piece.count)
    }
    return pieces + [rest]
  }

  private var indent: String { String(repeating: " ", count: isNarrow ? 11 : 16) }
}
