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

  /// Where it goes: a file has no colours and no width of its own.
  enum Target {
    case terminal, file
  }

  /// Prepares to write a plan.
  init(_ plan: Plan, in workspace: Workspace, target: Target) {
    self.plan = plan
    clock = LocalClock(workspace.timeZone)
    now = workspace.now
    self.target = target
  }

  /// The plan in a format, with its last line break.
  func text(_ format: PlanFormat) -> String {
    let width = target == .terminal ? Output.width : 80
    return switch format {
    case .table: painted(PlanTable.text(of: plan, clock: clock, width: width))
    case .gantt: painted(PlanGantt.text(of: plan, clock: clock, width: width))
    case .json: JSONValue(plan).documentText
    case .markdown: PlanMarkdown.text(of: plan, clock: clock)
    case .svg: PlanSVG.text(of: plan, clock: clock)
    case .html: PlanHTML.text(of: plan, clock: clock)
    case .ics: PlanCalendar.text(of: plan, startingAt: now, stamp: now)
    case .csv: PlanCSV.text(of: plan)
    case .mermaid: PlanMermaid.text(of: plan, clock: clock)
    }
  }

  private func painted(_ text: StyledText) -> String {
    target == .terminal && Output.wantsColour
      ? text.text { span, style in span.painted(style) } : text.plainText
  }
}
