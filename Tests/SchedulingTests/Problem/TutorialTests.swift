import Foundation
import Scheduling
import Testing

/// The worked example of the catalogue, piece by piece as it stands there.
struct TutorialTests {
  @Test func `lunch is scheduled as the tutorial says`() throws {
    let cook = ResourceID(0)
    let resources = [Resource(name: "cook", capacity: 1)]

    let pasta = Activity(name: "pasta", modes: [Mode(duration: 600, needsSwitchPoint: true)])
    let meatloaf = Activity(name: "meatloaf", modes: [Mode(duration: 180, needsSwitchPoint: true)])
    let avocado = Activity(
      name: "avocado", modes: [Mode(duration: 120, requirements: [Requirement(cook)])])

    var problem = SchedulingProblem(
      activities: [pasta, meatloaf, avocado], resources: resources,
      groups: (0..<3).map { CompletionGroup(name: "dish \($0)", activities: [ActivityID($0)]) },
      attendants: [cook], objective: .staleness)

    var said = ""
    func print(_ items: Any...) { said = items.map { "\($0)" }.joined(separator: " ") }
    switch try problem.solve().outcome {
    case .optimal(let schedule, let levels):
      print("proved: \(levels.makespan.best ?? 0) s", schedule.assignments.map(\.start))
    case .feasible(let schedule, let levels):
      print("\(schedule.makespan) s, and nothing below \(levels.makespan.lower ?? 0) s")
    case .infeasible(let clash):
      print("impossible, since these clash: \(clash)")
    case .unknown:
      print("nothing found yet")
    }
    #expect(try Self.article().contains("`\(said)`"))

    if let schedule = try problem.solve().schedule {
      let later: TimeSpan = schedule[ActivityID(1)].start - schedule[ActivityID(0)].start
      print("the meatloaf goes in \(later) s after the pasta")
    }
    #expect(try Self.article().contains("`\(said)`"))

    problem.timeLags = [
      TimeLag(from: ActivityID(0), to: ActivityID(1)),
      TimeLag(from: ActivityID(0), .start, to: ActivityID(1), minimum: nil, maximum: 300),
    ]
    let clash = try problem.solve().clash
    #expect(
      Set(clash ?? []) == [
        .minimumLag(0), .maximumLag(1), .activity(ActivityID(0)), .activity(ActivityID(1)),
      ])

    let deadline = ContinuousClock.now + .seconds(10)
    let limits = SolveOptions(
      conflictLimit: 10_000, isCancelled: { ContinuousClock.now >= deadline })
    let result = try problem.solve(limits)
    #expect(result.clash == clash)
  }

  @Test func `every piece of code of the tutorial is compiled here`() throws {
    let test = try String(contentsOf: URL(filePath: #filePath), encoding: .utf8)
    func squeezed(_ text: Substring) -> String { text.filter { !$0.isWhitespace } }
    let pieces = try Self.article().split(separator: "```swift\n").dropFirst()
      .compactMap { $0.split(separator: "```").first }
    #expect(pieces.count == 7)
    for piece in pieces { #expect(squeezed(test[...]).contains(squeezed(piece)), "\(piece)") }
  }

  private static func article() throws -> String {
    let file = URL(filePath: #filePath)
      .appending(path: "../../../../Sources/Scheduling/Scheduling.docc/ScheduleALunch.md")
    return try String(contentsOf: file.standardized, encoding: .utf8)
  }
}
