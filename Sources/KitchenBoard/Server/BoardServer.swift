import Glibc
import Hummingbird
import HummingbirdCore
package import KitchenModel
import Logging
import NIOCore
import NIOPosix
import Rendering
import ServiceLifecycle
package import SouschefCore
import UnixSignals

/// How the board is reached.
package struct BoardSettings: Sendable {
  /// The port; 0 for any that is free.
  package var port: Int
  /// Whether other machines may reach it.
  package var reach: Reach
  /// Further names of this machine.
  package var names: [String]
  /// What browsers see behind a proxy: `https://kitchen.example`.
  package var origin: String?
  /// How it is reached.
  package var transport: Transport

  /// How browsers reach it.
  package enum Transport: Sendable {
    /// In the open.
    case plain
    /// By https, with a certificate that is signed by itself.
    case tls
  }

  /// Who may reach it.
  package enum Reach: Sendable {
    /// This machine alone.
    case loopback
    /// Whoever is on its networks.
    case network
  }

  /// Creates settings.
  package init(
    port: Int, reach: Reach = .loopback, names: [String] = [], origin: String? = nil,
    transport: Transport = .plain
  ) {
    self.transport = transport
    self.port = port
    self.reach = reach
    self.names = names
    self.origin = origin
  }
}

/// Serves the board until it has to end.
package struct BoardServer: Sendable {
  private let settings: BoardSettings
  private let board: Board
  private let say: @Sendable (String) -> Void

  /// Prepares to serve; `say` prints what whoever started it is to read.
  ///
  /// - Throws: a ``Diagnostic`` where the port cannot be had.
  package init(
    _ settings: BoardSettings, workspace: Workspace, say: @escaping @Sendable (String) -> Void
  ) throws {
    var settings = settings
    settings.port = try Sockets.port(settings.port)
    self.settings = settings
    self.say = say
    var names = Set(settings.names)
    if settings.reach == .network { names.formUnion(Sockets.addresses() + Sockets.hostNames()) }
    let certificate =
      settings.transport == .tls
      ? try BoardCertificate(beside: workspace.databasePath, names: names) : nil
    self.certificate = certificate
    let announcer = PairingAnnouncer(settings, fingerprint: certificate?.fingerprint, say: say)
    let board = Board(
      workspace: workspace,
      hosts: HostRule(
        names: names, port: settings.port, origin: settings.origin,
        scheme: settings.transport == .tls ? .https : .http),
      didPair: { device in announcer.didPair(device) })
    self.board = board
    announcer.pairing = board.pairing
    self.announcer = announcer
  }

  private let announcer: PairingAnnouncer
  private let certificate: BoardCertificate?

  /// Serves until SIGTERM or SIGINT.
  ///
  /// - Throws: what keeps it from serving.
  package func run() async throws {
    Sockets.raiseFileLimit()
    let loop = MultiThreadedEventLoopGroup(numberOfThreads: 1)
    let most = min(128, Sockets.mostConnections())
    let connections = ConnectionCounts(most: most, ofAddress: 16)
    let router = board.router
    var logger = Logger(label: "souschef-board") { _ in SwiftLogNoOpLogHandler() }
    logger.logLevel = .critical
    let services: [any Service] = hosts.map { host in
      Application(
        router: router,
        server: HTTPServerBuilder { responder in
          BoardChannel(
            responder: responder, connections: connections, deadlines: .init(),
            certificate: certificate)
        },
        configuration: .init(address: .hostname(host, port: settings.port), serverName: nil),
        eventLoopGroupProvider: .shared(loop), logger: logger)
    }
    let group = ServiceGroup(
      configuration: .init(
        services: services + [HubService(board: board)],
        gracefulShutdownSignals: [.sigterm, .sigint], logger: logger))
    announcer.announce()
    try await group.run()
  }

  /// Makes a new offer to let a screen in, and prints it.
  package func announce() { announcer.announce() }

  /// What to do next about a failure to serve.
  package static func hints(_ diagnostic: Diagnostic) -> [String] {
    BoardWords().hints(diagnostic).map { "Hint: \($0)" }
  }

  private var hosts: [String] {
    let first = settings.reach == .network ? "0.0.0.0" : "127.0.0.1"
    return Sockets.canListen(on: "::1", port: settings.port) ? [first, "::1"] : [first]
  }
}

/// Watches the run while the server serves, and ends everything within two seconds.
private struct HubService: Service {
  let board: Board

  func run() async throws {
    let watching = Task { await board.hub.watch() }
    await board.cook.takeUp()
    try? await gracefulShutdown()
    // Whatever does not end by itself is ended.
    Task.detached {
      try? await Task.sleep(for: .milliseconds(1700))
      exit(0)
    }
    await board.hub.stop()
    await board.cook.stop()
    watching.cancel()
  }
}
