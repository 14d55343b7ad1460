import TestSupport
import Testing

/// Mistyped commands: what, which value, and a hint, in the voice of every other message.
struct UsageTests {
  @Test(arguments: [
    ("dishh", "There is no command \"souschef dishh\".", "Did you mean \"souschef dish\"?"),
    ("improt x", "There is no command \"souschef improt\".", "Did you mean \"souschef import\"?"),
    (
      "dish rm X", "There is no command \"souschef dish rm\".", "List them: souschef dish --help"
    ),
    ("fry", "There is no command \"souschef fry\".", "List them: souschef --help"),
    (
      "dish lst", "There is no command \"souschef dish lst\".",
      "Did you mean \"souschef dish list\"?"
    ),
    (
      "plans shwo", "There is no command \"souschef plans shwo\".",
      "Did you mean \"souschef plans show\"?"
    ),
    (
      "dish ad Pasta --waiting 3m", "There is no command \"souschef dish ad\".",
      "Did you mean \"souschef dish add\"?"
    ),
    (
      "cok Pasta --bogus", "There is no command \"souschef cok\".",
      "Did you mean \"souschef cook\"?"
    ),
    ("--db x plan --bogus", "Unknown option \"--bogus\".", "See: souschef plan --help"),
    (
      "dish add", "What is the dish called?", "For example: souschef dish add Pasta --waiting 10m"
    ),
    ("plan --bogus", "Unknown option \"--bogus\".", "See: souschef plan --help"),
    ("dish add x --wating 1m", "Unknown option \"--wating\".", "Did you mean \"--waiting\"?"),
    (
      "dish add x --waiting", "Missing value for \"--waiting <duration>\".",
      "See: souschef dish add --help"
    ),
    (
      "plans show x", "The value \"x\" is invalid for \"<id>\".", "See: souschef plans show --help"
    ),
    (
      "dish add x --waiting ten", "--waiting: \"ten\" is not a duration.",
      "Write minutes (90) or units: 45s, 10m, 1h30m, 1:30 (h:mm), 2d, PT1H30M."
    ),
    (
      "plan x --serve-at 19:00 --start-at 18:00", "--serve-at and --start-at exclude each other.",
      "Fix one; the plan says the other."
    ),
    (
      "cook x --speed 2 --simulate", "--speed and --simulate exclude each other.",
      "--simulate finishes at once."
    ),
    (
      "dish add x", "\"x\" has no steps.",
      "Give its time: --waiting 10m (oven, pot), --blocking 5m (hands), or --step."
    ),
  ])
  func `a mistake is answered with a hint and 64`(line: String, what: String, hint: String) throws {
    let kitchen = try Kitchenette()
    let finished = try kitchen.souschef(line.split(separator: " ").map(String.init))
    #expect(finished.errors == "souschef: \(what)\nHint: \(hint)\n")
    #expect(finished.output.isEmpty)
    #expect(finished.code == 64)
  }
}
