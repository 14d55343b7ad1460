import Scheduling

/// Two chairs in a workshop with one bench: saw, glue (dries by itself), paint.
@main
enum Workshop {
  static func main() throws {
    var problem = SchedulingProblem(resources: [Resource(name: "bench", capacity: 1)])
    let bench = Requirement(ResourceID(0))
    for chair in ["first", "second"] {
      let saw = ActivityID(problem.activities.count)
      problem.activities += [
        Activity(name: "saw the \(chair) chair", modes: [Mode(duration: 30, requirements: [bench])]),
        Activity(name: "let the \(chair) chair dry", modes: [Mode(duration: 45)]),
        Activity(name: "paint the \(chair) chair", modes: [Mode(duration: 20, requirements: [bench])]),
      ]
      problem.timeLags += [
        TimeLag(from: saw, to: ActivityID(saw.index + 1)),
        TimeLag(from: ActivityID(saw.index + 1), to: ActivityID(saw.index + 2)),
      ]
    }
    let result = try problem.solve()
    guard case .optimal(let schedule, let levels) = result.outcome else { return }
    print("optimal: \(levels.makespan.best ?? 0) minutes")
    for (activity, assignment) in zip(problem.activities, schedule.assignments) {
      print("\(assignment.start): \(activity.name)")
    }
  }
}
