import KitchenModel
import Rendering
import Testing

@Suite struct DraftCardTests {
  private func draft(total: Seconds? = nil, remarks: [String] = []) throws -> DishDraft {
    let dish = Dish(
      name: try Name("Leek soup"),
      steps: [
        Step(id: "slice", title: "Slice the leeks", Way(.blocking, Estimate(.minutes(3)))),
        Step(
          id: "simmer", title: "Simmer",
          Way(
            .waiting, Estimate(from: .minutes(20), to: .minutes(30)), uses: [.init("burner")]),
          after: [Dependency("slice")]),
      ], source: "Ana")
    return DishDraft(
      dish: dish, numbers: [.init(.estimated), .init(.timer, remarks: remarks)], statedTotal: total)
  }

  @Test func `each number stands with where it came from, the sum below`() throws {
    #expect(
      DraftCard.text(of: try draft(total: .minutes(45))).plainText == """
        Leek soup
        From Ana.

        step             kind      takes      number     needs
        Slice the leeks  hands-on  3 min      estimated
        Simmer           waiting   20–30 min  timer      burner

        One thing at a time: 28 min; the recipe says 45 min.

        """)
  }

  @Test func `a remark stands under its step, and without a total nothing is compared`() throws {
    let text = DraftCard.text(of: try draft(remarks: ["The timer has no unit."])).plainText
    let lines = text.split(separator: "\n")
    #expect(lines.suffix(2) == ["  The timer has no unit.", "One thing at a time: 28 min."])
  }

  @Test(arguments: [20, 40, 60, 80])
  func `the card keeps to its width and holds no control`(width: Int) throws {
    var draft = try draft(remarks: ["A remark with \u{1B}[31m a control and quite some length."])
    draft.dish.source = "A book of a very long name \u{7} indeed, by somebody who wrote it"
    let text = DraftCard.text(of: draft, width: width).plainText
    for line in text.split(separator: "\n") {
      #expect(line.count <= width, "\(line)")
      #expect(!line.unicodeScalars.contains { $0.value < 32 || $0.value == 127 })
    }
  }
}
