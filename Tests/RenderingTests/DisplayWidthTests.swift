import Rendering
import Testing

struct DisplayWidthTests {
  @Test(arguments: [
    ("", 0), ("abc", 3), ("é", 1), ("e\u{301}", 1), ("鍋", 2), ("ｶ", 1), ("Ｋ", 2), ("한", 2),
    ("\u{1112}\u{1161}\u{11AB}", 2), ("🍝", 2), ("❤️", 2), ("❤", 1), ("👩‍🍳", 2), ("🇫🇷", 2),
    ("👍🏽", 2), ("…", 1), ("שלום", 4), ("\u{200B}", 0),
  ])
  func `characters take their columns`(_ text: String, _ width: Int) {
    #expect(DisplayWidth.of(text) == width)
  }

  @Test(arguments: [
    ("Gratin", 6, "Gratin"), ("Gratin", 5, "Grat…"), ("Gratin", 1, "…"), ("Gratin", 0, ""),
    ("鍋鍋鍋", 5, "鍋鍋…"), ("鍋鍋鍋", 4, "鍋…"), ("a b c", 3, "a…"), ("👩‍🍳👩‍🍳", 3, "👩‍🍳…"),
  ])
  func `what does not fit is cut`(_ text: String, _ width: Int, _ cut: String) {
    #expect(DisplayWidth.truncated(text, to: width) == cut)
  }

  @Test func `texts are filled on the side away from their alignment`() {
    #expect(DisplayWidth.padded("鍋", to: 4) == "鍋  ")
    #expect(DisplayWidth.padded("7", to: 3, alignment: .trailing) == "  7")
  }
}
