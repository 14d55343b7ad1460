import KitchenModel
import MealExecution

/// What must be so for something said to be worth showing still.
enum NoticeTruth: Sendable {
  /// The act is still to come.
  case isComing(Act)
  /// The act is due.
  case isDue(Act)
  /// Nothing has begun, ended or come due since.
  case stands(Standing)

  /// How a run stands, apart from its time.
  struct Standing: Sendable, Equatable {
    private let steps: [RunStep.Status]
    private let acts: [Act]
    private let phase: RunPhase

    init(_ machine: RunStateMachine) {
      steps = machine.steps.map(\.status)
      acts = machine.state.acts.map(\.act)
      phase = machine.state.phase
    }
  }

  /// Whether it is so in a run.
  func holds(for machine: RunStateMachine) -> Bool {
    switch self {
    case .isComing(let act): machine.comingActs.contains { $0.act == act }
    case .isDue(let act): machine.state.acts.contains { $0.act == act }
    case .stands(let standing): standing == .init(machine)
    }
  }
}
