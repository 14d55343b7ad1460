import KitchenModel
import MealExecution

extension RunStateMachine {
  /// Where another machine of the same run stands otherwise, in words.
  func differences(from other: RunStateMachine) -> [String] {
    var differences: [String] = []
    for (mine, theirs) in zip(steps, other.steps) {
      let name = "\(mine.reference.dish).\(mine.reference.step)"
      func differ<T: Equatable>(_ what: String, _ path: KeyPath<StepProgress, T>) {
        guard mine[keyPath: path] != theirs[keyPath: path] else { return }
        differences.append("\(name) \(what): \(mine[keyPath: path]), \(theirs[keyPath: path])")
      }
      differ("status", \.status)
      differ("start", \.start)
      differ("end", \.end)
      differ("cooks", \.cooks)
      if mine.status == .running { differ("length", \.planned.duration) }
    }
    let (acts, others) = (dueLines, other.dueLines)
    if acts != others { differences.append("due: \(acts), \(others)") }
    return differences
  }

  /// What is due, since when, until when, and for whom; apart from what is to be put in, which stays due
  /// as long as it can be begun at all.
  private var dueLines: Set<String> {
    Set(
      state.acts.filter { $0.act.kind != .putIn }.map { due in
        "\(due.act) \(due.since.count) \(state.deadline(of: due).count) \(due.cook)"
      })
  }
}
