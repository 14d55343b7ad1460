import ArgumentParser
import Foundation
import JSON
import KitchenModel
import Rendering
import SouschefCore

extension PlanFormat: ExpressibleByArgument {}

/// A plan on its way to a reader.
struct PlanDocument {
  private let plan: Plan
  private var reader: PlanReader
  private let target: Target

  /// The plan's number; nil for one that is not stored.
  var number: Int? {
    get { reader.number }
    set { reader.number = newValue }
  }

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
    self.plan = plan
    self.target = target
    reader = PlanReader(
      clock: LocalClock(workspace.timeZone), now: workspace.now,
      width: target == .terminal ? Output.width : 80, lanes: lanes,
      cook: try cook.map { try Self.cook($0, of: plan.menu.kitchen) }, number: number)
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
        NearMiss.question(of: names, for: name)
          ?? names.listedAsCooks
      ])
  }

  /// The plan as `souschef.plan/1`.
  var json: JSONValue { JSONValue(plan, for: reader.cook) }

  /// The plan in a format, with its last line break.
  func text(_ format: PlanFormat) -> String {
    switch format.content(of: plan, for: reader) {
    case .plain(let text): text
    case .styled(let text):
      target == .terminal && Output.wantsColour
        ? text.text { span, style in span.painted(style) } : text.plainText
    }
  }
}
