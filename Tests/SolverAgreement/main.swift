import Foundation
import SchedulingOracle

// Holds the solver against trying everything, on COUNT tiny problems of each mix of features.
//
// Usage: solver-agreement [COUNT]   (5000)

guard let count = CommandLine.arguments.count < 2 ? 5000 : Int(CommandLine.arguments[1]) else {
  FileHandle.standardError.write(Data("usage: solver-agreement [COUNT]\n".utf8))
  exit(64)
}
var disagreements = 0
for mix in ProblemMix.all {
  var (optima, infeasible, seed) = (0, 0, UInt64(0))
  while optima + infeasible < count {
    switch Agreement.of(mix, seed: seed) {
    case .onOptimum: optima += 1
    case .onInfeasibility: infeasible += 1
    case .unknown: break
    case .broken(let what):
      print("\(mix), seed \(seed): \(what)")
      disagreements += 1
      infeasible += 1
    }
    seed += 1
  }
  print("\(mix): \(optima) optima and \(infeasible) without a schedule, of \(seed) seeds")
}
print("\(disagreements) disagreements")
exit(disagreements == 0 ? 0 : 1)
