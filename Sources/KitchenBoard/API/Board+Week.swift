import HTTPTypes
import Hummingbird
import KitchenModel
import Rendering
import SouschefCore

extension Board {
  /// The days to come, looked at and changed.
  func addWeek(to router: Router<BoardContext>) {
    router.get("week") { request, context in
      let query = try Arguments(query: request, allowing: Self.weekQuery)
      return Answer.page(try await weekPage(query, shell(request, context)))
    }
    router.get("week/print") { request, _ in
      let from = try Arguments(query: request, allowing: ["from"]).text("from")
      let week = try await kitchen.use { try ShowWeek(from: from).perform(in: $0).value }
      return Answer.printed(
        WeekHTML.text(of: week, words: WeekWords(clock: clock, now: kitchen.clock())))
    }
    for verb in WeekVerb.allCases {
      router.post(RouterPath("week/\(verb.rawValue)")) { request, context in
        let arguments = try await form(request, context, WeekVerb.arguments)
        let shell = try shell(request, context).answering(arguments)
        return try await doOnce(arguments, context) {
          do {
            try await change(verb, arguments)
            return Answer.goTo(try arguments.back() ?? .week)
          } catch {
            let failure = BoardFailure(error)
            let query = try Arguments(form: shell.here?.query ?? "", allowing: Self.weekQuery)
            let typed = verb == .add ? try arguments.typedMeal() : .init()
            let page = try await weekPage(query, shell, typed: typed)
            return Answer.page(page.with(failure), failure.status)
          }
        }
      }
    }
  }

  /// What can be done to the week.
  enum WeekVerb: String, CaseIterable, Sendable {
    case add, move, copy, remove

    static let arguments: Set<String> = ["day", "time", "names", "servings", "entry"]
  }

  private func change(_ verb: WeekVerb, _ arguments: Arguments) async throws {
    func need(_ name: String) throws -> String {
      guard let text = try arguments.text(name) else {
        throw BoardFailure.usage("\(verb.rawValue) needs: \(name).")
      }
      return text
    }
    let time = try arguments.text("time")?.trimmed
    if let time {
      guard case .timeOfDay = try ClockTime(parsing: time) else {
        throw BoardFailure.usage(
          "\(time.quoted) is not a time.", hints: ["Write it as 18:30 or 7pm."])
      }
    }
    switch verb {
    case .add:
      let day = try need("day")
      var names = try arguments.texts("names")
      guard !names.isEmpty else {
        throw BoardFailure.usage("Nothing was chosen.", hints: ["Choose a meal or a dish."])
      }
      if let count = try arguments.number("servings") {
        names = names.map { $0.hasPrefix("leftovers of ") ? $0 : "\($0):\(count)" }
      }
      let words = (time.map { [$0] } ?? []) + names
      _ = try await kitchen.use { try AddToWeek(day: day, words: words).perform(in: $0).remarks }
    case .move, .copy:
      let (entry, day) = (try need("entry"), try need("day"))
      let action: ChangeWeek.Action =
        verb == .move ? .move(entry, day: day, time: time) : .copy(entry, day: day, time: time)
      _ = try await kitchen.use { try ChangeWeek(action).perform(in: $0).remarks }
    case .remove:
      let entry = try need("entry")
      _ = try await kitchen.use { try ChangeWeek(.remove([entry])).perform(in: $0).remarks }
    }
  }

  private static let weekQuery: Set<String> = ["from"]

  private func weekPage(
    _ query: Arguments, _ shell: PageShell, typed: WeekPage.Typed = .init()
  ) async throws -> Page {
    let from = try query.text("from")
    let now = kitchen.clock()
    let (week, offers) = try await kitchen.use { workspace in
      (
        try ShowWeek(from: from).perform(in: workspace).value,
        try OfferMenu().bySort(in: workspace).value
      )
    }
    return WeekPage(
      week: week, offers: offers, words: WeekWords(clock: clock, now: now),
      today: CookDay(of: now, in: clock.timeZone), typed: typed, shell: shell
    ).page
  }
}

extension Arguments {
  /// What was chosen of a meal for a day, as it was typed.
  fileprivate func typedMeal() throws -> WeekPage.Typed {
    WeekPage.Typed(
      day: try text("day").flatMap { CookDay($0) }, time: try text("time") ?? "",
      names: try texts("names"), servings: try text("servings") ?? "")
  }
}
