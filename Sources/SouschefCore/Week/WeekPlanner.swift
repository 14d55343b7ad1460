import Foundation
import KitchenModel
import KitchenStore
import MealPlanning
import RecipeProse

/// Plans the entries of a week: each for its own time, and together those whose work gets in each
/// other's way.
struct WeekPlanner {
  let kitchen: Kitchen
  let dishes: [Name: Dish]
  let workspace: Workspace
  /// By when the searches end, those of all entries together.
  let deadline: WeekDeadline

  /// What came of planning an entry.
  struct Planned {
    var entry: WeekEntry
    var serveAt: Instant
    /// Its plan; nil where nothing is to be cooked or none was found.
    var plan: Plan?
    /// Where its dishes stand in the plan's menu.
    var dishes: Range<Int> = 0..<0
    var trouble: String?

    /// When everything of it begins; nil without a plan.
    var startAt: Instant? { steps.map(\.start).min() }

    /// Its steps in time.
    var steps: [(reference: StepReference, planned: PlannedStep, start: Instant, end: Instant)] {
      guard let plan, let origin = plan.startAt else { return [] }
      return plan.steps.filter { dishes.contains($0.reference.dish) }.map { step in
        (step.reference, step, origin + step.start, origin + step.end)
      }
    }
  }

  /// Plans entries, which are in order by day and time.
  func plan(_ entries: [WeekEntry]) -> [Planned] {
    var planned = entries.enumerated().map { place, entry in
      alone(entry, share: deadline.share(of: place, among: entries.count))
    }
    // What meets is planned together, two by two: a third joins by its neighbour.
    for place in planned.indices.dropFirst() {
      for earlier in (0..<place).reversed() where meet(planned[earlier], planned[place]) {
        joinPlans(of: earlier, place, &planned)
        break
      }
    }
    return planned
  }

  // MARK: One entry

  private func alone(_ entry: WeekEntry, share: WeekDeadline) -> Planned {
    let serveAt = entry.serveAt(in: workspace.timeZone)
    var planned = Planned(entry: entry, serveAt: serveAt)
    guard entry.leftoversOf == nil else { return planned }
    let menu = Menu(entry, dishes: dishes, kitchen: kitchen)
    guard !menu.dishes.isEmpty else { return planned }
    do throws(Diagnostic) {
      try MenuSoundness.check(menu, from: nil)
      planned.plan = try search(menu, serveAt: serveAt, share)
      planned.dishes = menu.dishes.indices
      if planned.plan == nil { planned.trouble = "It cannot be cooked for then." }
    } catch {
      planned.trouble = share.hasPassed ? "The time to find a plan was too short." : error.message
    }
    return planned
  }

  private func search(
    _ menu: Menu, serveAt: Instant, _ share: WeekDeadline
  ) throws(Diagnostic) -> Plan? {
    let request = PlanRequest(
      menu: menu, anchor: .serve(serveAt), now: workspace.now, timeZone: workspace.timeZone)
    let limit = PlanningDeadline(Seconds(10), isCancelled: { share.hasPassed })
    let outcome = try Planning.plan(request, within: limit)
    guard case .plan(let plan) = outcome else { return nil }
    return plan
  }

  // MARK: Entries that meet

  /// Whether the work of two entries gets in each other's way: a cook is wanted twice, or
  /// equipment.
  private func meet(_ a: Planned, _ b: Planned) -> Bool {
    guard let aPlan = a.plan, let bPlan = b.plan, let aStart = a.startAt, let bStart = b.startAt,
      bStart < a.serveAt, aStart < b.serveAt
    else { return false }
    let demands = PlannedDemand.of(aPlan, a.dishes) + PlannedDemand.of(bPlan, b.dishes)
    return !PlannedDemand.fit(demands, in: kitchen)
  }

  /// Plans two entries as one meal, whose later dishes are served later.
  private func joinPlans(of first: Int, _ second: Int, _ planned: inout [Planned]) {
    let (a, b) = (planned[first], planned[second])
    guard let aPlan = a.plan, let bPlan = b.plan, b.serveAt >= a.serveAt,
      aPlan.menu.dishes.count == a.dishes.count
    else { return }
    let gap = b.serveAt.seconds(since: a.serveAt)
    var late = bPlan.menu.dishes.map(\.dish)
    let zone = workspace.timeZone
    for place in late.indices {
      late[place].serveOffset = late[place].serveOffset + gap
      late[place] = late[place].dated(around: b.serveAt, in: zone)
    }
    let early = aPlan.menu.dishes.map { $0.dish.dated(around: a.serveAt, in: zone) }
    // What keeps would be done as soon as it can be: not long before it had to be by itself.
    let hands = bPlan.steps.filter { b.dishes.contains($0.reference.dish) && $0.kind == .blocking }
      .reduce(Seconds.zero) { $0 + $1.duration }
    let window = a.serveAt.seconds(since: min(a.startAt ?? a.serveAt, a.serveAt)) + hands
    for slack in [window, nil] as [Seconds?] {
      var dishes = late
      if let slack, let start = b.startAt {
        let limit = ClockTime(of: start - slack, in: zone)
        for place in dishes.indices where dishes[place].notBefore == nil {
          dishes[place].notBefore = limit
        }
      }
      let menu = Menu(
        name: "\(aPlan.menu.name), \(bPlan.menu.name)", dishes: early + dishes, kitchen: kitchen)
      guard let plan = try? search(menu, serveAt: a.serveAt, deadline.last) else { continue }
      planned[first].plan = plan
      planned[first].dishes = 0..<early.count
      planned[second].plan = plan
      planned[second].dishes = early.count..<menu.dishes.count
      return
    }
    planned[second].trouble =
      "Its work and that of \(a.entry.title.quoted) do not fit together."
  }
}

extension Menu {
  /// The menu of an entry, each dish for as many as the entry wants.
  init(_ entry: WeekEntry, dishes: [Name: Dish], kitchen: Kitchen) {
    let portions = entry.dishes.compactMap { portion in dishes[portion.dish].map { ($0, portion) } }
    self.init(name: entry.title, dishes: portions.map(\.0), kitchen: kitchen)
    for (place, (dish, portion)) in portions.enumerated() {
      guard let scale = dish.scale(for: portion.servings) else { continue }
      self.dishes[place].scale = scale
      self.dishes[place].dish = dish.scaled(by: scale)
    }
  }
}

extension Dish {
  /// By what the recipe is multiplied for so many; nil where it is right as it is.
  func scale(for count: Int?) -> Scale? {
    guard let count, let servings, count != servings else { return nil }
    return Fraction(count, over: servings).flatMap { Scale($0) }
  }

  /// The dish with its clock limits on the days they have around a moment.
  fileprivate func dated(around moment: Instant, in zone: TimeZone) -> Dish {
    func dated(_ time: ClockTime?) -> ClockTime? {
      time.map { ClockTime(of: $0.nearest(to: moment, in: zone), in: zone) }
    }
    var dish = self
    (dish.notBefore, dish.notAfter) = (dated(notBefore), dated(notAfter))
    for place in dish.steps.indices {
      dish.steps[place].notBefore = dated(dish.steps[place].notBefore)
      dish.steps[place].notAfter = dated(dish.steps[place].notAfter)
    }
    return dish
  }
}

extension ClockTime {
  /// The date and time that the clock shows at an instant.
  fileprivate init(of instant: Instant, in zone: TimeZone) {
    let date = Date(timeIntervalSince1970: Double(instant.epochSeconds))
    let local = instant.epochSeconds + zone.secondsFromGMT(for: date)
    let (day, second) = local.floorDivided(by: 86_400)
    let civil = Instant.civil(daysSinceEpoch: day)
    self = .dated(
      year: civil.year, month: civil.month, day: civil.day,
      .init(hour: second / 3600, minute: second % 3600 / 60, second: second % 60))
  }
}
