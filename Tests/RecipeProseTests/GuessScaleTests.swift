import KitchenModel
import RecipeProse
import Testing

@Suite struct GuessScaleTests {
  private func work(_ minutes: Int) -> GuessScale.Length {
    .init(kind: .blocking, estimate: Estimate(.minutes(minutes)), isGuessed: true, isHeated: false)
  }

  private func minutes(_ estimates: [Estimate]) -> [Double] {
    estimates.map { Double($0.likely.count) / 60 }
  }

  @Test func `guessed work is fitted to the preparation`() {
    let lengths = [work(2), work(6)]
    #expect(
      minutes(GuessScale.fitted(lengths, prep: .minutes(20), cook: nil, total: nil)) == [5, 15])
    #expect(minutes(GuessScale.fitted(lengths, prep: nil, cook: nil, total: nil)) == [2, 6])
    // Twelve hours of preparation are not work.
    #expect(
      minutes(GuessScale.fitted(lengths, prep: .minutes(720), cook: nil, total: nil)) == [2, 6])
  }

  @Test func `what is stated stays, and is taken off first`() {
    var stated = work(10)
    stated.isGuessed = false
    let fitted = GuessScale.fitted([stated, work(2)], prep: .minutes(15), cook: nil, total: nil)
    #expect(minutes(fitted) == [10, 5])
  }

  @Test func `a long preparation has the waits in it`() {
    let rise = GuessScale.Length(
      kind: .waiting, estimate: Estimate(.minutes(60)), isGuessed: false, isHeated: false)
    let fitted = GuessScale.fitted(
      [work(10), rise, work(10)], prep: .minutes(100), cook: .minutes(30), total: .minutes(130))
    #expect(minutes(fitted) == [20, 60, 20])
  }

  @Test func `what is cooled on the way is not cooled for longer than the recipe takes`() {
    let cool = GuessScale.Length(
      kind: .waiting, estimate: Estimate(.minutes(60)), isGuessed: true, isHeated: false)
    let bake = GuessScale.Length(
      kind: .waiting, estimate: Estimate(.minutes(40)), isGuessed: false, isHeated: true)
    let fitted = GuessScale.fitted(
      [work(20), cool, bake, cool], prep: .minutes(20), cook: .minutes(45), total: .minutes(65))
    #expect(minutes(fitted) == [20, 15, 40, 60])
  }

  @Test func `work at the stove that is all the cooking is as long as that`() {
    var fry = work(4)
    fry.isHeated = true
    let fitted = GuessScale.fitted([work(5), fry], prep: nil, cook: .minutes(12), total: nil)
    #expect(minutes(fitted) == [5, 12])
  }

  @Test func `work at the stove is hardly stretched`() {
    var heated = work(10)
    heated.isHeated = true
    let fitted = GuessScale.fitted([work(5), heated], prep: .minutes(60), cook: nil, total: nil)
    #expect(minutes(fitted) == [20, 15])
  }

  @Test func `guessed waits are fitted to what the whole time leaves`() {
    let wait = GuessScale.Length(
      kind: .waiting, estimate: Estimate(.minutes(60)), isGuessed: true, isHeated: false)
    let fitted = GuessScale.fitted(
      [wait], prep: .minutes(10), cook: .minutes(20), total: .minutes(120))
    #expect(minutes(fitted) == [90])
  }

  @Test(
    arguments: [
      ("Peel and slice the potatoes.", "blocking", nil, 1200),
      ("Chop the onions.", "blocking", nil, 7200),
      ("Leave to rise for 1 hour.", "waiting", nil, 300),
      ("Simmer the soup for 20 minutes.", "waiting", "burner", 1200),
      ("Boil the pasta for 9 minutes.", "waiting", "burner", 120),
      ("Fry the fish.", "blocking", "burner", nil),
    ] as [(String, String, String?, Int?)])
  func `what is made keeps as its food does`(
    text: String, kind: String, equipment: String?, seconds: Int?
  ) throws {
    let stretch = Stretch(
      text: text, kind: try #require(Way.Kind(rawValue: kind)), estimate: Estimate(.minutes(5)),
      origin: .stated, equipment: equipment)
    #expect(KeepingTime.of(stretch, .of("en")) == seconds.map { .limited(Seconds($0)) })
  }
}
