import TestSupport
import Testing

/// Mistyped commands: what, which value, and a hint, in the voice of every other message.
struct UsageTests {
  @Test(arguments: [
    ("undo now", "souschef undo does not take \"now\".", "See: souschef undo --help"),
    (
      "run extend fill -5m", "\"-5m\" is below zero.",
      "To take time away: souschef run shorten STEP 5m"
    ),
    ("dishh", "There is no command \"souschef dishh\".", "Did you mean \"souschef dish\"?"),
    ("improt x", "There is no command \"souschef improt\".", "Did you mean \"souschef import\"?"),
    (
      "dish rm X", "There is no command \"souschef dish rm\".",
      "Did you mean \"souschef dish remove\"?"
    ),
    (
      "dish fry X", "There is no command \"souschef dish fry\".", "List them: souschef dish --help"
    ),
    ("run foo", "There is no command \"souschef run foo\".", "List them: souschef run --help"),
    (
      "run watch", "There is no command \"souschef run watch\".",
      "Did you mean \"souschef run status --watch\"?"
    ),
    (
      "history overruns", "There is no command \"souschef history overruns\".",
      "Did you mean \"souschef history stats\"?"
    ),
    (
      "kitchen add oven", "There is no command \"souschef kitchen add\".",
      "Did you mean \"souschef kitchen set --equipment\"?"
    ),
    (
      "history list more", "souschef history list does not take \"more\".",
      "See: souschef history list --help"
    ),
    ("undo 3", "souschef undo does not take \"3\".", "See: souschef undo --help"),
    (
      "history --bogus", "Unknown option \"--bogus\".", "See: souschef history --help"
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
      "dish add x --waiting", "--waiting has no value.", "For example: --waiting 10m"
    ),
    (
      "dish add x --waiting -5m", "--waiting cannot be negative (got \"-5m\").",
      "For example: --waiting 10m"
    ),
    (
      "dish add x --notes -good", "The value of --notes starts with a dash (got \"-good\").",
      "Join them: --notes=-good"
    ),
    (
      "dish add x --notes --waiting 3m", "--notes has no value.", "Write it as: --notes <text>"
    ),
    (
      "plans show x", "The plan's number must be a whole number (got \"x\").",
      "List them: souschef plans"
    ),
    (
      "history show two", "The run's number must be a whole number (got \"two\").",
      "List them: souschef history"
    ),
    (
      "history rate 2 good", "The rating must be a whole number (got \"good\").",
      "For example: souschef history rate 12 4"
    ),
    (
      "plan x --cooks many", "--cooks must be a whole number (got \"many\").",
      "For example: --cooks 2"
    ),
    (
      "dish add x --servings four", "--servings must be a whole number (got \"four\").",
      "For example: --servings 4"
    ),
    (
      "history --limit 99999999999999999999",
      "--limit must be a smaller number (got \"99999999999999999999\").", "For example: --limit 10"
    ),
    (
      "export --format jsn", "--format must be yaml, json or cook (got \"jsn\").",
      "Did you mean \"json\"?"
    ),
    (
      "plan x --format pdf",
      "--format must be table, gantt, json, markdown, svg, html, ics, csv or mermaid (got \"pdf\").",
      "See: souschef plan --help"
    ),
    (
      "plan x --objective foo", "--objective must be hot or early (got \"foo\").",
      "hot is the default."
    ),
    (
      "history compare 2", "The number of the other run is missing.",
      "For example: souschef history compare 11 12"
    ),
    (
      "meal add solo", "The dishes are missing.",
      "For example: souschef meal add lunch Pasta Meatloaf Avocado"
    ),
    (
      "dish add x --waiting ten", "--waiting: \"ten\" is not a duration.",
      "Write minutes (90) or units: 45s, 10m, 1h30m, 1:30 (h:mm), 2d, PT1H30M."
    ),
    (
      "plan x --serve-at 19:00 --start-at 18:00", "Give --serve-at or --start-at, not both.",
      "The plan works out the other one."
    ),
    (
      "cook x --speed 2 --simulate", "Give --speed or --simulate, not both.",
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
