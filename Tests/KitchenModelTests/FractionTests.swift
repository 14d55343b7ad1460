import KitchenModel
import Testing

/// Exact fractions: reduced, checked, and written as documents and cooks write them.
struct FractionTests {
  private func fraction(_ above: Int, _ below: Int = 1) throws -> Fraction {
    try #require(Fraction(above, over: below))
  }

  @Test func `a fraction is reduced`() throws {
    #expect(try fraction(6, 4) == fraction(3, 2))
    #expect(try fraction(0, 7) == .zero)
    #expect(Fraction(1, over: 0) == nil)
    #expect(Fraction(-1, over: 2) == nil)
  }

  @Test func `sums, products and quotients are exact`() throws {
    #expect(try fraction(1, 3).plus(fraction(1, 6)) == fraction(1, 2))
    #expect(try fraction(2, 3).times(fraction(3, 4)) == fraction(1, 2))
    #expect(try fraction(1, 2).divided(by: fraction(1, 4)) == fraction(2))
    #expect(try fraction(1).divided(by: .zero) == nil)
  }

  @Test func `what is too large is refused, not wrapped`() throws {
    let huge = try fraction(.max)
    #expect(huge.plus(huge) == nil)
    #expect(try huge.times(fraction(2)) == nil)
    #expect(try huge.times(fraction(1, .max)) == fraction(1))
  }

  @Test func `fractions are written as documents, cooks and scales write them`() throws {
    #expect(try fraction(3, 2).text == "3/2")
    #expect(try fraction(3, 2).mixedText == "1 1/2")
    #expect(try fraction(3, 4).mixedText == "3/4")
    #expect(try fraction(5, 4).decimalText() == "1.25")
    #expect(try fraction(1, 20).decimalText(mark: ",") == "0,05")
    #expect(try fraction(1, 3).decimalText() == nil)
  }

  @Test func `order is exact where doubles are not`() throws {
    #expect(try fraction(1, 3) < fraction(333_333_333_333_334, 1_000_000_000_000_000))
  }
}
