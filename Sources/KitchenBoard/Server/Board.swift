import Foundation
import HTTPTypes
import Hummingbird
import KitchenModel
import Rendering
import SouschefCore

/// The board: everything that its routes share.
struct Board: Sendable {
  let kitchen: BoardKitchen
  let clock: LocalClock
  let hub: RunHub
  let cook: BoardCook
  let planner: PlanningDesk
  let drafts = DraftPlans()
  let actions: CookActions
  let pairing: Pairing
  let once: OnceTable
  let hosts: HostRule
  let cookie: DeviceCookie
  let streams = ConnectionCounts(most: 40, ofAddress: 8)
  /// Hears of screens that were let in.
  let didPair: @Sendable (Device) -> Void

  /// Creates the board of a workspace; nothing is opened yet.
  init(
    workspace: Workspace, hosts: HostRule,
    didPair: @escaping @Sendable (Device) -> Void = { _ in }
  ) {
    kitchen = BoardKitchen(workspace)
    clock = LocalClock(workspace.timeZone)
    hub = RunHub(kitchen: kitchen, timeZone: clock)
    cook = BoardCook(kitchen: kitchen, hub: hub)
    planner = PlanningDesk(kitchen: kitchen)
    actions = CookActions(
      kitchen: kitchen, cook: cook, planner: planner, drafts: drafts, hub: hub)
    pairing = Pairing(clock: workspace.clock)
    once = OnceTable(clock: workspace.clock)
    self.hosts = hosts
    cookie = DeviceCookie(port: hosts.port, isSecure: hosts.isSecure)
    self.didPair = didPair
  }

  /// The routes behind their guards.
  var router: Router<BoardContext> {
    let router = Router(context: BoardContext.self, options: [.autoGenerateHeadEndpoints])
    router.addMiddleware {
      SecurityHeaders()
      RequestGuard(hosts: hosts)
      DeviceCheck(kitchen: kitchen, cookie: cookie)
    }
    addAssets(to: router)
    addPairing(to: router)
    addReading(to: router)
    addDoing(to: router)
    addPages(to: router)
    addForms(to: router)
    addDishPages(to: router)
    addImporting(to: router)
    addWeek(to: router)
    addShop(to: router)
    addHistory(to: router)
    return router
  }

  /// What surrounds the pages of whoever asks.
  func shell(_ request: Request, _ context: BoardContext) -> PageShell {
    PageShell(
      path: request.uri.path,
      here: Link(page: "\(request.uri.path)?\(request.uri.query ?? "")"),
      formToken: context.formToken, mayAct: context.device?.role == .cook)
  }
}

extension BoardContext {
  /// A part of the path, as it was before it was encoded.
  ///
  /// - Throws: ``BoardFailure``.
  func part(_ name: String) throws -> String {
    guard let text = parameters.get(name)?.removingPercentEncoding else {
      throw BoardFailure.notThere
    }
    return text
  }

  /// A number in the path.
  ///
  /// - Throws: ``BoardFailure``.
  func number(_ name: String) throws -> Int {
    guard let number = Int(try part(name)) else { throw BoardFailure.notThere }
    return number
  }
}
