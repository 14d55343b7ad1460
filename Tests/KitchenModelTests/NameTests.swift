import KitchenModel
import Testing

struct NameTests {
  @Test func `names are equal without regard to case and Unicode form`() throws {
    #expect(try Name("Crème") == Name("CRE\u{300}ME"))
    #expect(try Name(" Pasta ").text == "Pasta")
    #expect(try Name("Pasta") != Name("Pastas"))
  }

  @Test(arguments: [
    ("", NameFault.empty), ("  ", .empty), ("a/b", .forbidden("/", in: "a/b")),
    ("a:b", .forbidden(":", in: "a:b")), ("a\u{1B}[31m", .control(in: "a\u{1B}[31m")),
    ("a\u{202E}b", .control(in: "a\u{202E}b")),
  ])
  func `what is not a name is refused`(text: String, fault: NameFault) {
    #expect(throws: fault) { try Name(text) }
  }

  @Test func `a name has at most a hundred characters`() throws {
    #expect(try Name(String(repeating: "é", count: 100)).text.count == 100)
    let long = String(repeating: "a", count: 10_000)
    #expect(throws: NameFault.tooLong(long)) { try Name(long) }
    let piled = "a" + String(repeating: "\u{301}", count: 10_000)
    #expect(throws: NameFault.tooLong(piled)) { try Name(piled) }
  }

  @Test(arguments: [
    ("pasat", "Pasta"), ("psata", "Pasta"), ("Gratn", "Gratin"), ("GRATIN", "Gratin"),
    ("Pizza", nil), ("", nil), ("x", nil),
  ])
  func `the nearest name is a few edits away`(text: String, nearest: String?) {
    #expect(NearMiss.best(of: ["Pasta", "Gratin", "Meatloaf"], for: text) == nearest)
  }

  @Test func `a lookup takes whole names first, then what is unique`() {
    let lookup = NameLookup(["Pasta", "Pasta bake", "Gratin", "Crème brûlée"])
    #expect(described(lookup.match("pasta", .uniquePrefix)) == "Pasta")
    #expect(described(lookup.match("past", .uniquePrefix)) == "Pasta | Pasta bake")
    #expect(described(lookup.match("gra", .uniquePrefix)) == "Gratin")
    #expect(described(lookup.match("CRE\u{300}", .uniquePrefix)) == "Crème brûlée")
    #expect(described(lookup.match("gra", .exact)) == "none, near Gratin")
    #expect(described(lookup.match("gratni", .exact)) == "none, near Gratin")
    #expect(described(lookup.match("soup", .uniquePrefix)) == "none, near nothing")
    #expect(described(lookup.match("", .uniquePrefix)) == "none, near nothing")
  }

  @Test func `a name is also known by what is in the middle of it`() {
    let lookup = NameLookup(["Cream of tomato", "Beans", "Green beans"])
    #expect(described(lookup.match("tomato", .uniquePrefix)) == "none, near Cream of tomato")
    #expect(described(lookup.match("tomato", .exact)) == "none, near Cream of tomato")
    #expect(described(lookup.match("ean", .uniquePrefix)) == "Beans | Green beans")
    #expect(described(lookup.match("be", .exact)) == "none, near Beans")
  }

  private func described(_ match: NameLookup<String>.Match) -> String {
    switch match {
    case .found(let name): name
    case .ambiguous(let names): names.joined(separator: " | ")
    case .none(let nearest): "none, near \(nearest ?? "nothing")"
    }
  }
}

struct AccentLookupTests {
  @Test func `a whole name without its accents wins over a longer one`() {
    let lookup = NameLookup(["Purée", "Purée soup"])
    if case .found(let name) = lookup.match("puree", .uniquePrefix) {
      #expect(name == "Purée")
    } else {
      Issue.record("not found")
    }
    // An accent alone names nothing.
    if case .none = NameLookup(["Pasta"]).match("\u{301}", .uniquePrefix) { return }
    Issue.record("something was found")
  }

  @Test func `accents need not be typed where a beginning is enough`() {
    let lookup = NameLookup(["Crème brûlée", "Creme eggs"])
    if case .found(let name) = lookup.match("creme b", .uniquePrefix) {
      #expect(name == "Crème brûlée")
    } else {
      Issue.record("not found")
    }
    if case .found(let name) = lookup.match("creme", .uniquePrefix) {
      #expect(name == "Creme eggs")
    } else {
      Issue.record("not found")
    }
    if case .none(let nearest) = lookup.match("creme b", .exact) {
      #expect(nearest == "Crème brûlée")
    } else {
      Issue.record("a change needs the exact name")
    }
  }
}
