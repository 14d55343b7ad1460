import KitchenModel

/// The sections of a live screen, cut to the lines there are.
struct LiveSections {
  private let words: LiveWords
  private let selection: StepReference?
  private let width: Int

  init(_ words: LiveWords, selection: StepReference?, width: Int) {
    self.words = words
    self.selection = selection
    self.width = width
  }

  /// At most `room` lines: the hands first, then what is waited for, what is next, what is done.
  func lines(room: Int) -> [StyledLine] {
    let now = section("NOW", nowLines, most: .max)
    let waits = section("WAITING", waitLines, most: .max)
    let next = section("NEXT", nextLines, most: 3)
    let done = section("DONE", doneLines, most: .max)
    var lines: [StyledLine] = []
    for part in [now, waits, next, done] where !part.isEmpty {
      let left = room - lines.count
      // A title without anything under it says nothing.
      guard left >= 3 else { break }
      lines += part.prefix(left)
    }
    return lines
  }

  private func section(_ title: String, _ lines: [StyledLine], most: Int) -> [StyledLine] {
    guard !lines.isEmpty else { return [] }
    return [StyledLine(), StyledLine(title, .heading)] + lines.prefix(most)
  }

  /// One entry for each cook.
  private var nowLines: [StyledLine] {
    guard words.state.status == .running || words.state.status == .paused else { return [] }
    return words.state.menu.kitchen.cooks.names.indices.flatMap { cook -> [StyledLine] in
      let step = words.running.first {
        $0.planned.kind == .blocking && $0.cooks.contains(cook)
      }
      let name = words.state.menu.kitchen.cooks.count > 1 ? words.cook(cook) + ": " : ""
      guard let step else { return [StyledLine("  \(name)\(freedom(of: cook))", .quiet)] }
      return entry(step, prefix: name, style: .handsOn) + quantityLines(step)
    }
  }

  private func freedom(of cook: Int) -> String {
    let next =
      words.pending.first { $0.planned.cooks.contains(cook) }
      ?? words.pending.first
    guard let next else { return "nothing more to do" }
    return next.planned.start > words.elapsed
      ? "free until \(words.clockText(at: next.planned.start))" : "free"
  }

  private var waitLines: [StyledLine] {
    words.running.filter { $0.planned.kind == .waiting }.flatMap {
      entry($0, prefix: "", style: .waiting)
    }
  }

  /// `  3:20  Bake (Gratin)  oven, 180C`; the equipment goes to a line of its own where it must.
  private func entry(_ step: LiveState.Step, prefix: String, style: TextStyle) -> [StyledLine] {
    let left = words.left(of: step)
    var line = StyledLine(selection == step.planned.reference ? "> " : "  ", .heading)
    let countdown = DisplayWidth.padded(LiveWords.countdown(left), to: 8, alignment: .trailing)
    line.append(countdown, left < .zero ? .alarming : style)
    line.append("  \(prefix)\(words.name(step))", style)
    let over = left < .zero ? "over its time" : ""
    let notes = [words.equipment(step), over].filter { !$0.isEmpty }.joined(separator: ", ")
    guard !notes.isEmpty else { return [line] }
    if line.width + 2 + DisplayWidth.of(notes) <= width {
      line.append("  \(notes)", left < .zero ? .alarming : .quiet)
      return [line]
    }
    return [line, StyledLine(indent + notes, left < .zero ? .alarming : .quiet)]
  }

  private func quantityLines(_ step: LiveState.Step) -> [StyledLine] {
    let quantities = words.quantities(step)
    guard !quantities.isEmpty else { return [] }
    return WordWrap.lines(quantities, width: max(10, width - indent.count)).prefix(2).map {
      StyledLine(indent + $0, .quiet)
    }
  }

  private var nextLines: [StyledLine] {
    words.pending.map { step in
      let wait = step.planned.start - words.elapsed
      var line = StyledLine("  ")
      let countdown = wait > .zero ? LiveWords.countdown(wait) : "now"
      line.append(DisplayWidth.padded(countdown, to: 8, alignment: .trailing))
      line.append("  \(words.clockText(at: step.planned.start))  ", .quiet)
      line.append(words.name(step))
      let cooks = words.state.menu.kitchen.cooks.count > 1 ? words.cooks(step) : ""
      if !cooks.isEmpty { line.append("  \(cooks)", .quiet) }
      return line
    }
  }

  private var doneLines: [StyledLine] {
    words.done.map { step in
      let moment = step.end.map { words.clockText(at: $0) } ?? ""
      let skipped = step.status == .finished ? "" : " (\(step.status.rawValue))"
      return StyledLine(
        "  " + DisplayWidth.padded(moment, to: 8, alignment: .trailing)
          + "  \(words.name(step))\(skipped)", .quiet)
    }
  }

  private let indent = String(repeating: " ", count: 12)
}
