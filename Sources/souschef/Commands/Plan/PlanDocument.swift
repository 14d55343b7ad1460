import ArgumentParser
import Foundation
import KitchenModel
import Rendering
import SouschefCore

/// The formats of a plan.
enum PlanFormat: String, ExpressibleByArgument, CaseIterable {
  case table, gantt, json, markdown, svg, html, ics, csv, mermaid
}

/// A plan on its way to a reader.
struct PlanDocument {
  private let plan: Plan
  private let clock: LocalClock
  private let now: Instant
  private let target: Target
  private let lanes: PlanGantt.Lanes
  private let cook: Int?
  /// The plan's number; nil for one that is not stored.
  var number: Int?

  /// Where it goes: a file has no colours and no width of its own.
  enum Target {
    case terminal, file
  }

  /// Prepares to write a plan.
  ///
  /// - Parameters:
  ///   - cook: The cook for whom alone it is, by name; nil for all.
  ///   - number: The plan's number; nil for one that is not stored.
  /// - Throws: a ``Diagnostic`` for a cook that the plan's kitchen does not have.
  init(
    _ plan: Plan, in workspace: Workspace, target: Target, lanes: PlanGantt.Lanes = .cooks,
    for cook: String? = nil, number: Int? = nil
  ) throws {
    self.number = number
    self.plan = plan
    clock = LocalClock(workspace.timeZone)
    now = workspace.now
    self.target = target
    self.lanes = lanes
    self.cook = try cook.map { try Self.cook($0, of: plan.menu.kitchen) }
  }

  private static func cook(_ name: String, of kitchen: Kitchen) throws -> Int {
    let key = Name.key(of: name)
    let names = kitchen.cooks.names
    if let index = names.firstIndex(where: { Name.key(of: $0) == key }) { return index }
    let near = names.indices.filter { Name.key(of: names[$0]).hasPrefix(key) }
    if near.count == 1 { return near[0] }
    throw Diagnostic(
      .usage, "--for: there is no cook \"\(name)\".",
      hints: [
        NearMiss.best(of: names, for: name).map { "Did you mean \"\($0)\"?" }
          ?? "The cooks are \(names.prefix(8).joined(separator: ", "))."
      ])
  }

  /// The plan with what one cook does alone, for the formats that know no reader.
  private var shown: Plan { cook.map(plan.shown(to:)) ?? plan }

  /// The plan as `souschef.plan/1`.
  var json: JSONValue { JSONValue(plan, for: cook) }

  /// The plan in a format, with its last line break.
  func text(_ format: PlanFormat) -> String {
    let width = target == .terminal ? Output.width : 80
    return switch format {
    case .table: painted(PlanTable.text(of: plan, clock: clock, width: width, for: cook))
    case .gantt:
      painted(
        PlanGantt.text(of: plan, clock: clock, width: width, lanes: lanes, for: cook))
    case .json: json.documentText
    case .markdown: PlanMarkdown.text(of: plan, clock: clock, for: cook)
    case .svg: PlanSVG.text(of: plan, clock: clock, for: cook)
    case .html: PlanHTML.text(of: plan, clock: clock, for: cook)
    case .ics:
      PlanCalendar.text(
        of: shown, startingAt: now, stamp: now, clock: clock, number: number)
    case .csv: PlanCSV.text(of: shown)
    case .mermaid: PlanMermaid.text(of: shown, clock: clock)
    }
  }

  private func painted(_ text: StyledText) -> String {
    target == .terminal && Output.wantsColour
      ? text.text { span, style in span.painted(style) } : text.plainText
  }
}
