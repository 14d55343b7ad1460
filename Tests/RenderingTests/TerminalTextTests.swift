import Rendering
import Testing

struct TerminalTextTests {
  @Test(arguments: [
    ("plain", "plain"),
    ("\u{1B}[31mred\u{1B}[0m", "red"),
    ("\u{1B}]0;title\u{7}after", "after"),
    ("\u{1B}]8;;http://x\u{1B}\\link\u{1B}]8;;\u{1B}\\", "link"),
    ("\u{9B}2Jgone", "gone"),
    ("\u{9D}0;t\u{9C}kept", "kept"),
    ("\u{1B}Pq#0\u{1B}\\sixel", "sixel"),
    ("\u{1B}(0box", "box"),
    ("\u{1B}creset", "reset"),
    ("a\u{8}b\u{7}c\u{0}d\u{7F}", "abcd"),
    ("one\r\ntwo\tthree", "one two three"),
    ("a\u{2028}b\u{85}c", "a b c"),
    ("\u{202E}evil\u{202C} \u{2066}x\u{2069}", "evil x"),
    ("\u{FEFF}mark", "mark"),
    ("jalapeño 🌶️ 鍋 שלום", "jalapeño 🌶️ 鍋 שלום"),
  ])
  func `escape sequences and controls go, words stay`(_ text: String, _ clean: String) {
    #expect(TerminalText.sanitized(text) == clean)
  }

  @Test(arguments: [
    ("\u{1B}", ""),
    ("text\u{1B}", "text"),
    ("\u{1B}[31", "[31"),
    ("\u{1B}]0;never ends", "]0;never ends"),
    ("\u{1B}\u{1B}[31m", ""),
  ])
  func `an unfinished sequence swallows nothing`(_ text: String, _ clean: String) {
    #expect(TerminalText.sanitized(text) == clean)
  }

  @Test func `sanitizing twice changes nothing more`() {
    let texts = ["\u{1B}[\u{1B}[31mm", "\u{1B}\u{9B}[0m", "\u{9B}\u{1B}[1m\u{7}"]
    for text in texts {
      let once = TerminalText.sanitized(text)
      #expect(TerminalText.sanitized(once) == once)
    }
  }

  @Test func `lines are kept apart`() {
    #expect(TerminalText.sanitizedLines("a\u{7}\n\nb\r\nc") == ["a", "", "b", "c"])
  }
}
