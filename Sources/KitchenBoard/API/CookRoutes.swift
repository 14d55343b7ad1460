import HTTPTypes
import KitchenModel
import Rendering
import SouschefCore

/// Beginning to cook, and the verbs of what is cooking: the same for scripts and for pages.
struct CookActions: Sendable {
  let kitchen: BoardKitchen
  let cook: BoardCook
  let planner: PlanningDesk
  let drafts: DraftPlans
  let hub: RunHub
  let recent = RecentVerbs()

  static let cooking = Arguments.planning.union([
    "plan", "draft", "week", "speed", "simulate", "policy", "resume", "alongside", "auto", "quiet",
  ])
  static let verbs: Set<String> = [
    "step", "act", "run", "at", "by", "duration", "minutes", "cook", "dish", "dishes", "text",
    "sure",
  ]

  /// Begins to cook; gives the number of the run.
  ///
  /// - Throws: ``BoardFailure`` or ``Diagnostic``.
  func begin(_ arguments: Arguments) async throws -> Int {
    var request = CookRequest(try source(arguments), clock: try clock(arguments))
    if case .meal(let meal) = request.source {
      let (plan, entry) = try await plan(meal, arguments)
      let id = try await kitchen.use { try SavePlan(plan).perform(in: $0).value }
      request.source = .plan(id)
      request.weekEntry = entry
    }
    request.policy = try arguments.word("policy")
    request.company = try arguments.flag("alongside") ? .alongside : .alone
    request.answering = try arguments.flag("auto") ? .atOnce : .byCook
    switch try await cook.begin(request) {
    case .run(let run): return run
    case .infeasible(let reasons): throw Self.infeasible(reasons)
    }
  }

  /// What a page showed, or what is planned now; with the entry of the week that it is for.
  private func plan(
    _ meal: PlanningRequest, _ arguments: Arguments
  ) async throws -> (Plan, weekEntry: Int?) {
    if let id = try arguments.text("draft"), let draft = drafts.find(id, at: kitchen.clock()) {
      return (draft.plan, draft.request.weekEntry)
    }
    // The plan is made at the desk, so that nobody who cooks waits for it.
    switch try await planner.plan(meal).value.outcome {
    case .infeasible(let reasons): throw Self.infeasible(reasons)
    case .plan(let plan): return (plan, meal.weekEntry)
    }
  }

  /// That there is no plan, and why.
  static func infeasible(_ reasons: Infeasibility) -> BoardFailure {
    let text = InfeasibilityText.text(of: reasons, width: 2000).plainText
    let lines = text.split(separator: "\n").map { String($0).trimmed }
    return BoardFailure(
      .conflict, "couldNotBeDone", lines.first ?? "There is no such plan.",
      hints: Array(lines.dropFirst()))
  }

  private func source(_ arguments: Arguments) throws -> CookRequest.Source {
    if let plan = try arguments.number("plan") { return .plan(plan) }
    if arguments.saysYes("resume") { return .interrupted(nil) }
    if let text = try arguments.text("resume") {
      guard let run = Int(text) else { throw BoardFailure.usage("resume is the number of a run.") }
      return .interrupted(run)
    }
    return .meal(try arguments.planningRequest(in: kitchen.workspace))
  }

  private func clock(_ arguments: Arguments) throws -> CookRequest.Clock {
    guard let text = try arguments.text("speed") else {
      return try arguments.flag("simulate") ? .simulated : .live
    }
    guard let speed = Double(text), speed >= 0.001, speed <= 100_000 else {
      throw BoardFailure.usage("speed is a number above 0, not \(String(text.prefix(40)).quoted).")
    }
    let thousandths = Int((speed * 1000).rounded())
    return thousandths == 1000 ? .live : .scaled(thousandths: thousandths)
  }

  /// Passes a verb on to what is cooking; gives what came of it, in a sentence.
  ///
  /// - Throws: ``BoardFailure`` or ``Diagnostic``.
  func tell(_ verb: String, _ arguments: Arguments, by device: Device) async throws -> String {
    let now = kitchen.clock()
    let key = try arguments.text("act") ?? "\(verb) \(try arguments.text("step") ?? "")"
    let attempt = recent.begin(key, by: device, at: now)
    do {
      let said: String
      if verb == "abort" {
        guard try arguments.flag("sure") else {
          throw BoardFailure.usage(
            "This ends the run for good.", hints: ["Confirm that you are sure."])
        }
        let run = try await kitchen.use { try AbortRun().perform(in: $0).value }
        said = "Ended run \(run)."
      } else {
        let message = try await message(verb, arguments)
        said = try await kitchen.use { try TellRun(message).perform(in: $0).value }
      }
      recent.settle(attempt, .done)
      await hub.kick()
      return said
    } catch {
      recent.settle(attempt, .refused)
      guard let refusal = error as? Diagnostic, refusal.kind == .couldNotBeDone else { throw error }
      guard let other = await recent.other(than: device, key, since: now) else { throw refusal }
      throw BoardFailure(
        .conflict, "doneElsewhere", "\(other) was quicker: \(refusal.message)",
        hints: BoardWords().hints(refusal))
    }
  }

  private func message(_ verb: String, _ arguments: Arguments) async throws -> TellRun.Message {
    let step = try arguments.text("step")
    func need(_ name: String) throws -> String {
      guard let text = try arguments.text(name) else {
        throw BoardFailure.usage("\(verb) needs: \(name).")
      }
      return text
    }
    func length() throws -> Seconds {
      if let minutes = try arguments.number("minutes") {
        guard (1...600).contains(minutes) else {
          throw BoardFailure.usage("Minutes are 1 to 600 (got \(minutes)).")
        }
        return .minutes(minutes)
      }
      let length = try arguments.duration("by") ?? arguments.duration("duration")
      guard let length, length > .zero else {
        throw BoardFailure.usage("Say by how much: 1 to 600 minutes.")
      }
      return length
    }
    switch verb {
    case "done":
      if let key = try arguments.text("act") { return try await answer(key, arguments) }
      return .done(step, at: try arguments.text("at").map { try ClockTime(parsing: $0) })
    case "start": return .start(step)
    case "extend": return .extend(step, by: try length())
    case "shorten": return .shorten(step, by: try length())
    case "skip": return .skip(step)
    case "pause": return .pause
    case "resume": return .resume
    case "hand": return .hand(try need("step"), to: try need("cook"))
    case "add":
      let dishes = try arguments.texts("dishes") + arguments.texts("dish")
      guard !dishes.isEmpty else { throw BoardFailure.usage("add needs: dishes.") }
      return .add(dishes)
    case "drop": return .drop(try need("dish"))
    case "note": return .note(try need("text"))
    case "undo": return .undo
    default: throw BoardFailure(.notFound, "notFound", "There is no verb \(verb.quoted).")
    }
  }

  /// The answer to the act that the screen showed.
  private func answer(_ key: String, _ arguments: Arguments) async throws -> TellRun.Message {
    let status = try await kitchen.use { try ShowStatus().perform(in: $0).value }
    guard let status else { throw Diagnostic(.nothingCooks) }
    let run = try arguments.number("run") ?? status.run.id
    guard run == status.run.id, let act = ActKey.act(key, among: status.live.acts.map(\.act)) else {
      throw Diagnostic(
        .couldNotBeDone, "That is already done.", hints: ["See what is to be done now."])
    }
    return .answer(act, ofRun: run)
  }
}
