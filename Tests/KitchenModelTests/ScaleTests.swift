import KitchenModel
import Testing

/// By what recipes are multiplied.
struct ScaleTests {
  @Test(arguments: [Int.max, Int.max / 2, Int.min, 0, -1, 1, 1_000_000])
  func `servings are never too many to be multiplied`(servings: Int) throws {
    for factor in ["2", "1000", "999.999999", "1/999999", "0.000001"] {
      let scale = try #require(Scale(factor))
      #expect(scale.applied(to: servings) >= 1)
    }
  }

  @Test(arguments: ["0", "-1", "1001", "x", "1/0", "", "1e3"])
  func `what is not a factor is refused`(text: String) {
    #expect(Scale(text) == nil)
  }
}
