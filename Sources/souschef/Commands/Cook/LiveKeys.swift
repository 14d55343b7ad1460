import KitchenModel
import Rendering
import SouschefCore

/// What keys mean in the live view: one letter a verb, about the selected step or the one that is
/// meant by itself.
struct LiveKeys {
  /// The step that the next key is about.
  private(set) var selection: StepReference?
  private var typed: String?
  private var isAsked = false

  /// What a key leads to.
  enum Outcome: Equatable {
    /// The cook says this.
    case say(RunVerb)
    /// The cook leaves the run, to take it up later.
    case leave
  }

  /// Takes keys as the terminal sends them.
  mutating func take(_ bytes: [UInt8], _ state: LiveState) -> [Outcome] {
    if let selection,
      !state.steps.contains(where: { $0.planned.reference == selection && $0.status == .running })
    {
      self.selection = nil
    }
    if typed != nil { return type(bytes) }
    // Arrows come as an escape sequence.
    if bytes == [0x1B, 0x5B, 0x41] || bytes == [0x1B, 0x4F, 0x41] { return select(-1, state) }
    if bytes == [0x1B, 0x5B, 0x42] || bytes == [0x1B, 0x4F, 0x42] { return select(1, state) }
    guard bytes.first != 0x1B else {
      selection = nil
      isAsked = false
      return []
    }
    return bytes.flatMap { press(Character(Unicode.Scalar($0)), state) }
  }

  /// The line that tells the keys, or what is being typed.
  func footer(width: Int) -> String {
    if let typed { return "Note: \(typed)_" }
    if isAsked { return "Press a again to end the run for good; any other key goes on." }
    return width >= 80
      ? "Enter done  s start  +- 1 min  k skip  p pause  u undo  n note  a abort  q leave"
      : "Enter done s + - k p u n a q"
  }

  private mutating func press(_ key: Character, _ state: LiveState) -> [Outcome] {
    let asked = isAsked
    isAsked = false
    switch key {
    case "\r", "\n", " ", "d": return [.say(.done(selection))]
    case "s": return [.say(.start())]
    case "+", "=": return [.say(.extend(selection, by: .minutes(1)))]
    case "-": return [.say(.shorten(selection, by: .minutes(1)))]
    case "k": return [.say(.skip(selection))]
    case "p": return [.say(state.status == .paused ? .resume : .pause)]
    case "u": return [.say(.undo)]
    case "n":
      typed = ""
      return []
    case "a":
      isAsked = !asked
      return asked ? [.say(.abort)] : []
    case "q": return [.leave]
    case "\t": return select(1, state)
    default: return []
    }
  }

  private mutating func select(_ step: Int, _ state: LiveState) -> [Outcome] {
    let running = state.steps.filter { $0.status == .running }.map(\.planned.reference)
    guard !running.isEmpty else { return [] }
    let present = selection.flatMap(running.firstIndex(of:))
    let next =
      present.map { ($0 + step + running.count) % running.count }
      ?? (step > 0 ? 0 : running.count - 1)
    selection = running[next]
    return []
  }

  /// Gathers a note; Enter ends it, Escape gives it up.
  private mutating func type(_ bytes: [UInt8]) -> [Outcome] {
    guard bytes.first != 0x1B else {
      typed = nil
      return []
    }
    for character in String(decoding: bytes, as: UTF8.self) {
      switch character {
      case "\r", "\n":
        let text = typed ?? ""
        typed = nil
        return text.allSatisfy(\.isWhitespace) ? [] : [.say(.note(text))]
      case "\u{7F}", "\u{8}": _ = typed?.popLast()
      default: if !character.isWhitespace || character == " " { typed?.append(character) }
      }
    }
    return []
  }
}
