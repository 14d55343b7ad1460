import Foundation
import KitchenModel
import MealExecution
import TestSupport
import Testing

@testable import souschef

/// Keys at random, pressed by nobody who looks: what is cooking comes to no harm by Enter, nothing
/// that is to be done is lost, and the log tells what happened.
///
/// `SOUSCHEF_RANDOM_KEYS=200` has so many runs of 10,000 bytes each; `68,147` those of these seeds.
struct RandomKeysTests {
  private static let seeds: [Int] = {
    let asked = (ProcessInfo.processInfo.environment["SOUSCHEF_RANDOM_KEYS"] ?? "3")
      .split(separator: ",").compactMap { Int($0) }
    return asked.count == 1 ? Array(0..<asked[0]) : asked
  }()
  private static let bytes = 10_000

  /// What is pressed: mostly keys that mean something, and arrows in one piece.
  private static func piece(_ random: inout SeededNumbers) -> [UInt8] {
    let keys = Array("\r\r\r\n ds+-kpun?\t\u{1B}qy".utf8)
    switch random.next(below: 20) {
    case 0: return [UInt8(random.next(below: 256))]
    case 1: return Array("\u{1B}[A".utf8)
    case 2, 3: return Array("\u{1B}[B".utf8)
    case 4: return Array("\r\r".utf8)
    default: return [keys[random.next(below: keys.count)]]
    }
  }

  @Test(arguments: seeds)
  func `no key loses an act, no Enter ends what cooks`(seed: Int) throws {
    var random = SeededNumbers(seed: seed)
    var (pressed, ended) = (0, 0)
    while pressed < Self.bytes {
      let evening = try KeyedEvening()
      while pressed < Self.bytes, !evening.isOver {
        evening.pass(milliseconds: random.next(below: 6) == 0 ? random.next(below: 40_000) : 120)
        guard !evening.isOver else { break }
        let piece = Self.piece(&random)
        pressed += piece.count
        let before = evening.machine
        let outcomes = evening.press(piece)
        if let fault = Self.fault(piece, outcomes, before, evening.machine) {
          Issue.record("seed \(seed), after \(pressed) bytes: \(fault)")
          return
        }
      }
      if evening.isOver { ended += 1 }
      Self.check(evening, "seed \(seed), after \(pressed) bytes")
    }
    #expect(ended > 0)
  }

  /// What is wrong with what keys led to; nil for nothing.
  private static func fault(
    _ piece: [UInt8], _ outcomes: [LiveKeys.Outcome], _ before: RunStateMachine,
    _ after: RunStateMachine
  ) -> String? {
    let verbs = outcomes.compactMap { outcome -> RunVerb? in
      if case .say(let verb) = outcome { verb } else { nil }
    }
    let isEnter = piece.allSatisfy { "\r\n ".utf8.contains($0) }
    if isEnter, verbs.count > 1 { return "one piece of Enters said \(verbs)" }
    if after.status == .finished || after.status == .aborted { return nil }
    for (old, new) in zip(before.steps, after.steps) where isEnter {
      let wasOut = before.state.acts.contains { $0.act == .takeOut(old.reference) }
      if old.planned.kind == .waiting, old.status == .running, new.status != .running, !wasOut {
        return "Enter ended \(old.reference)"
      }
    }
    let lost = before.state.acts.map(\.act).filter { act in
      !after.state.acts.contains { $0.act == act }
    }
    for act in lost where !verbs.contains(where: { $0.accounts(for: act, before) }) {
      return "\(act) was lost to \(verbs)"
    }
    return nil
  }

  /// The log tells the same as the machine, and is sound.
  private static func check(_ evening: KeyedEvening, _ place: String) {
    let restored = evening.restored
    #expect(
      Set(restored.state.acts.map(\.act)) == Set(evening.machine.state.acts.map(\.act)),
      "\(place): acts")
    #expect(restored.state.served == evening.machine.state.served, "\(place): served")
    for (kept, told) in zip(evening.machine.steps, restored.steps) {
      #expect(
        kept.status == told.status && kept.start == told.start && kept.end == told.end,
        "\(place): \(kept.reference)")
    }
  }
}

extension RunVerb {
  /// Whether an act may be gone because of this.
  fileprivate func accounts(for act: Act, _ before: RunStateMachine) -> Bool {
    switch self {
    // A step that is ended, begun or left out takes its acts along, and what was heated for it alone.
    case .answer(let answered, _):
      answered == act || answered.kind == .takeOut && act.kind == .heat
    case .done(let step, _):
      step.map { $0 == act.step || act.kind == .heat }
        ?? (before.state.actsByAge.first?.act == act)
    case .skip(let step), .start(let step), .extend(let step, _), .shorten(let step, _):
      step == nil || step == act.step || act.step == nil
    case .undo, .drop, .abort: true
    case .pause, .resume, .hand, .add, .note: false
    }
  }
}
