import ArgumentParser
import KitchenModel
import SouschefCore

/// How a live run is shown: the option of every command that shows one.
struct ViewOptions: ParsableArguments {
  @Flag(
    inversion: .prefixedNo,
    help: """
      Print sentences instead of showing a full screen. ACCESSIBLE=1 or `souschef kitchen set --view \
      plain` makes that the default.
      """)
  var plain: Bool?

  /// Whether a full screen is to be shown: the option counts most, then `ACCESSIBLE`, then what was
  /// chosen for good.
  ///
  /// - Throws: ``Diagnostic``.
  func wantsScreen(in workspace: Workspace) throws -> Bool {
    guard Output.wantsScreen else { return false }
    if let plain { return !plain }
    if Output.isAccessible { return false }
    return try ShowView().perform(in: workspace).value != .plain
  }
}

extension ViewStyle: ExpressibleByArgument {}
