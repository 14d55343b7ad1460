import KitchenModel
import Rendering
import SouschefCore

/// What keys mean in the live view: one letter a verb, about the selected act or step, or about what
/// has been due longest.
struct LiveKeys {
  /// What the next key is about; nil for what has been due longest.
  private(set) var selection: LiveSelection?
  /// Whether every key is shown.
  private(set) var showsHelp = false
  private var typed: String?
  private var question: Question?
  /// Why the last key did nothing, until the next.
  private var hint: String?
  private var enter = EnterGuard()

  /// What a key leads to.
  enum Outcome: Equatable {
    /// The cook says this.
    case say(RunVerb)
    /// The cook leaves the run, to take it up later.
    case leave
  }

  /// What wants a yes before it is done.
  private enum Question: Equatable {
    /// The run ends for good.
    case abort
    /// The run begins so much before its time.
    case begin(Seconds)
    /// A waiting step ends before its time.
    case end(StepReference, String)
    /// A step is left out.
    case skip(StepReference, String)
  }

  /// Takes note of what is shown.
  mutating func note(_ state: LiveState, at now: Instant) {
    enter.note(state.acts.map { .act($0.act) }, at: now)
    guard let selection, !state.choices.contains(selection) else { return }
    // A chosen step that is now to be taken out is still what keys are about.
    let due = state.acts.first { due in
      if case .step(let reference) = selection { due.act.step == reference } else { false }
    }
    self.selection = due.map { .act($0.act) }
  }

  /// Takes keys as the terminal sends them.
  mutating func take(_ bytes: [UInt8], _ state: LiveState, at now: Instant) -> [Outcome] {
    note(state, at: now)
    if typed != nil { return type(bytes) }
    // Arrows come as an escape sequence.
    if bytes == [0x1B, 0x5B, 0x41] || bytes == [0x1B, 0x4F, 0x41] { return select(-1, state) }
    if bytes == [0x1B, 0x5B, 0x42] || bytes == [0x1B, 0x4F, 0x42] { return select(1, state) }
    guard bytes.first != 0x1B else {
      selection = nil
      question = nil
      showsHelp = false
      hint = nil
      return []
    }
    var outcomes: [Outcome] = []
    for (place, byte) in bytes.enumerated() {
      outcomes += press(Character(Unicode.Scalar(byte)), state, now)
      // What is typed together with the key that asks for a note belongs to the note.
      if typed != nil { return outcomes + type(Array(bytes.dropFirst(place + 1))) }
    }
    return outcomes
  }

  /// The line that tells the keys, or what is being typed or asked.
  func footer(at elapsed: Seconds, width: Int) -> String {
    if let typed { return "Note: \(typed)_" }
    switch question {
    case .abort: return "End the run for good? y: yes; any other key: no."
    case .begin(let early):
      return "Begin now, \(early.spokenText) early? y: yes; any other key: no."
    case .end(_, let name):
      return "End \(TerminalText.sanitized(name)) now? y: yes; any other key: no."
    case .skip(_, let name):
      return "Skip \(TerminalText.sanitized(name))? y: yes; any other key: no."
    case nil: break
    }
    if showsHelp { return "Any key goes back." }
    if let hint { return TerminalText.sanitized(hint) }
    if elapsed < .zero { return "s begin now  q leave  ? all keys" }
    return width >= 80
      ? "Enter done  s start  +- 1 min  ↑↓ choose  p pause  u undo  q leave  ? all keys"
      : "Enter done s + - k p u n a q ?"
  }

  /// Every key, a line each; in fewer words where there is little room.
  static func help(width: Int) -> [String] {
    let keys = width >= 70 ? wideHelp : narrowHelp
    return keys.map { DisplayWidth.padded($0, to: 9) + $1 }
  }

  private static let wideHelp = [
    ("Enter", "the act marked > is done (the oldest, unless you choose)"),
    ("up down", "choose among what is due and what is running"),
    ("d", "the chosen step is done; a wait is ended early (asks first)"),
    ("s", "start the next step early; begin before the time (asks first)"),
    ("+ -", "a minute more, a minute less"),
    ("k", "skip the chosen step (asks first)"),
    ("p", "pause, and resume"),
    ("u", "undo what you said last"),
    ("n", "write a note into the log"),
    ("a", "end the run for good (asks first)"),
    ("q", "leave; souschef cook --resume goes on with it"),
    ("?", "these keys"),
  ]

  private static let narrowHelp = [
    ("Enter", "what is marked > is done"),
    ("up down", "choose a line"),
    ("d", "end the chosen step"),
    ("s", "start the next step early"),
    ("+ -", "a minute more or less"),
    ("k", "skip the chosen step"),
    ("p", "pause, and resume"),
    ("u", "undo what you said last"),
    ("n", "write a note"),
    ("a", "end the run for good"),
    ("q", "leave; go on with --resume"),
    ("?", "these keys"),
  ]

  private mutating func press(_ key: Character, _ state: LiveState, _ now: Instant) -> [Outcome] {
    hint = nil
    if let asked = question {
      question = nil
      switch (asked, key) {
      case (.abort, "y"): return [.say(.abort)]
      case (.begin, "y"): return [.say(.start())]
      case (.end(let step, _), "y"): return [.say(.done(step))]
      case (.skip(let step, _), "y"): return [.say(.skip(step))]
      default: return []
      }
    }
    if showsHelp {
      showsHelp = false
      return []
    }
    switch key {
    case "\r", "\n", " ": return enter.accepts(at: now) ? answer(state) : []
    case "d": return end(state, now)
    case "s":
      let early = Seconds.zero - state.elapsed(at: now)
      guard early > .zero else { return [.say(.start())] }
      question = .begin(early)
    case "+", "=": return say(of: state) { .extend($0, by: .minutes(1)) }
    case "-": return say(of: state) { .shorten($0, by: .minutes(1)) }
    case "k": return skip(state)
    case "p": return [.say(state.status == .paused ? .resume : .pause)]
    case "u": return [.say(.undo)]
    case "n": typed = ""
    case "a": question = .abort
    case "?": showsHelp = true
    case "q": return [.leave]
    case "\t": return select(1, state)
    default: break
    }
    return []
  }

  /// What Enter says: the chosen act is done, else the oldest. It never ends a waiting step.
  private mutating func answer(_ state: LiveState) -> [Outcome] {
    switch selection {
    case .act(let act): return [.say(.answer(act))]
    case .step(let reference):
      if isWaiting(reference, state) {
        hint = "d ends \(state.menu.stepTitle(reference)); Enter does not."
        return []
      }
      return [.say(.done(reference))]
    case nil: return [.say(state.acts.first.map { .answer($0.act) } ?? .done())]
    }
  }

  private func isWaiting(_ reference: StepReference, _ state: LiveState) -> Bool {
    state.steps.contains {
      $0.planned.reference == reference && $0.planned.kind == .waiting
    }
  }

  /// What `d` says: an act is done; a waiting step ends early, after a yes.
  private mutating func end(_ state: LiveState, _ now: Instant) -> [Outcome] {
    guard case .step(let reference) = selection, isWaiting(reference, state) else {
      return enter.accepts(at: now) ? answer(state) : []
    }
    question = .end(reference, state.menu.stepTitle(reference))
    return []
  }

  /// What `k` says: the step of what is chosen is left out, after a yes.
  private mutating func skip(_ state: LiveState) -> [Outcome] {
    let said = say(of: state) { .skip($0) }
    guard case .say(.skip(let named)) = said.first else { return said }
    let choices = state.choices
    guard let step = named ?? (choices.count == 1 ? choices[0].step : nil) else {
      hint =
        choices.contains { $0.step != nil }
        ? "Choose the step to skip with the arrow keys."
        : "Nothing is under way that could be skipped."
      return []
    }
    question = .skip(step, state.menu.stepTitle(step))
    return []
  }

  /// A verb about the step of what is chosen, else of the oldest act; about the one that is meant by
  /// itself where nothing is due. An act that takes no time cannot be given any.
  private mutating func say(of state: LiveState, _ verb: (StepReference?) -> RunVerb) -> [Outcome] {
    switch selection ?? state.acts.first.map({ .act($0.act) }) {
    case .step(let reference): return [.say(verb(reference))]
    case .act(let act):
      guard let step = act.step else {
        hint = "Not a step: choose one with the arrow keys."
        return []
      }
      return [.say(verb(step))]
    case nil: return [.say(verb(nil))]
    }
  }

  private mutating func select(_ step: Int, _ state: LiveState) -> [Outcome] {
    let choices = state.choices
    guard !choices.isEmpty else { return [] }
    // Without a choice the oldest act is marked.
    let marked = selection ?? state.acts.first.map { .act($0.act) }
    let present = marked.flatMap(choices.firstIndex(of:))
    let next =
      present.map { ($0 + step + choices.count) % choices.count }
      ?? (step > 0 ? 0 : choices.count - 1)
    selection = choices[next]
    return []
  }

  /// Gathers a note; Enter ends it, Escape gives it up.
  private mutating func type(_ bytes: [UInt8]) -> [Outcome] {
    let escape = bytes.firstIndex(of: 0x1B)
    for character in String(decoding: bytes[..<(escape ?? bytes.count)], as: UTF8.self) {
      switch character {
      case "\r", "\n", "\r\n":
        let text = typed ?? ""
        typed = nil
        return text.allSatisfy(\.isWhitespace) ? [] : [.say(.note(text))]
      case "\u{7F}", "\u{8}": _ = typed?.popLast()
      default: if !character.isWhitespace || character == " " { typed?.append(character) }
      }
    }
    if escape != nil { typed = nil }
    return []
  }
}
