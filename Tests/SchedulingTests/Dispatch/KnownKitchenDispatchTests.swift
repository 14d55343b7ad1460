import Scheduling
import TestSupport
import Testing

@Suite(.enabled(if: BenchmarkData.isPresent)) struct KnownKitchenDispatchTests {
  @Test func `the event loop takes as long as is known of each kitchen`() throws {
    let kitchens = try KnownKitchen.all()
    #expect(!kitchens.isEmpty)
    for (file, known) in kitchens {
      let schedule = try KnownKitchen.problem(file).dispatched()
      #expect(schedule?.makespan.value == known.inOrderSeconds, "\(file)")
    }
  }
}
