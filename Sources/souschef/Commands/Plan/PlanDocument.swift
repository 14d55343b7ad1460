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
  private let timeZone: TimeZone
  private let target: Target

  /// Where it goes: a file has no colours and no width of its own.
  enum Target {
    case terminal, file
  }

  /// Prepares to write a plan.
  init(_ plan: Plan, timeZone: TimeZone, target: Target) {
    self.plan = plan
    self.timeZone = timeZone
    self.target = target
  }

  /// The plan in a format, with its last line break.
  func text(_ format: PlanFormat) -> String {
    let width = target == .terminal ? Output.width : 80
    return switch format {
    case .table: painted(PlanTable.text(plan, timeZone: timeZone, width: width))
    case .gantt: painted(PlanGantt.text(plan, timeZone: timeZone, width: width))
    case .json: JSONValue(plan).pretty + "\n"
    case .markdown: PlanMarkdown.text(plan, timeZone: timeZone)
    case .svg: PlanSVG.text(plan, timeZone: timeZone)
    }
  }

  private func painted(_ text: StyledText) -> String {
    let colours = target == .terminal && Output.wantsColour
    return text.text { span, style in colours ? span.painted(style) : span }
  }
}
