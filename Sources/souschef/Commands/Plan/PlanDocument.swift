import ArgumentParser
import Foundation
import KitchenModel
import Rendering

/// The formats of a plan.
enum PlanFormat: String, ExpressibleByArgument, CaseIterable {
  case table, gantt, json, markdown, svg
}

/// A plan on its way to a reader.
struct PlanDocument {
  private let plan: Plan
  private let clock: LocalClock
  private let target: Target

  /// Where it goes: a file has no colours and no width of its own.
  enum Target {
    case terminal, file
  }

  /// Prepares to write a plan.
  init(_ plan: Plan, clock: LocalClock, target: Target) {
    self.plan = plan
    self.clock = clock
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
    }
  }

  private func painted(_ text: StyledText) -> String {
    target == .terminal && Output.wantsColour
      ? text.text { span, style in span.painted(style) } : text.plainText
  }
}
