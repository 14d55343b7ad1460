package import KitchenModel
import KitchenStore

/// Lets a device in to the board.
package struct PairDevice {
  private let name: String
  private let role: Device.Role
  private let hash: String

  /// Creates the request; `hash` is that of the device's token.
  package init(name: String, role: Device.Role, hash: String) {
    self.name = name
    self.role = role
    self.hash = hash
  }

  /// Stores the device. Its name is what it says of itself, without what no name may have.
  ///
  /// - Throws: ``Diagnostic``.
  package func perform(in workspace: Workspace) throws -> Outcome<Device> {
    let plain = name.filter { $0.isLetter || $0.isNumber || " ._-'()".contains($0) }
    let name = String(plain.prefix(60)).trimmed
    return Outcome(
      try workspace.storeForWriting().devices
        .add(name.isEmpty ? "A screen" : name, role, hash: hash, at: workspace.now))
  }
}

/// Lists the devices that the board lets in.
package struct ListDevices {
  /// Creates the request.
  package init() {}

  /// The devices, by number.
  ///
  /// - Throws: ``Diagnostic``.
  package func perform(in workspace: Workspace) throws -> Outcome<[Device]> {
    Outcome(try workspace.storeForReading().devices.all())
  }
}

/// Finds the device that a token belongs to.
package struct FindDevice {
  private let hash: String

  /// Creates the request; `hash` is that of the token.
  package init(hash: String) { self.hash = hash }

  /// The device; nil where the token is nobody's. That it was seen is noted once a minute, unless
  /// the database is busy.
  ///
  /// - Throws: ``Diagnostic``.
  package func perform(in workspace: Workspace) throws -> Outcome<Device?> {
    let store = try workspace.storeForReading()
    guard let device = try store.devices.device(withHash: hash) else { return Outcome(nil) }
    if (device.seenAt ?? device.pairedAt) + .minutes(1) < workspace.now, !store.isReadOnly {
      try? workspace.storeForWriting().devices.note(device.id, seenAt: workspace.now)
    }
    return Outcome(device)
  }
}

/// Forgets a device: its pages are shut out from then on.
package struct ForgetDevice {
  private let id: Int

  /// Creates the request.
  package init(id: Int) { self.id = id }

  /// Forgets it.
  ///
  /// - Throws: ``Diagnostic``, also where there is none of this number.
  package func perform(in workspace: Workspace) throws -> Outcome<Void> {
    guard try workspace.storeOfExisting().devices.forget(id) else {
      throw Diagnostic(
        .couldNotBeDone, "No screen has the number \(id).", hints: [.advice(.list(.screen))]
      )
    }
    return Outcome(())
  }
}

/// The runs that the board cooks itself, for when it is started again.
package struct BoardRuns {
  /// Creates the request.
  package init() {}

  /// Those of them that were interrupted, the newest first.
  ///
  /// - Throws: ``Diagnostic``.
  package func interrupted(in workspace: Workspace) throws -> [Int] {
    let store = try workspace.storeForReading()
    guard !store.isReadOnly else { return [] }
    try workspace.settleAbandoned(in: store)
    return try store.devices.runs().filter { try store.runs.run($0)?.status == .interrupted }
  }

  /// Notes that the board cooks a run.
  ///
  /// - Throws: ``Diagnostic``.
  package func take(_ run: Int, in workspace: Workspace) throws {
    try workspace.storeForWriting().devices.take(run: run)
  }

  /// Notes that it does not any more.
  ///
  /// - Throws: ``Diagnostic``.
  package func leave(_ run: Int, in workspace: Workspace) throws {
    try workspace.storeForWriting().devices.leave(run: run)
  }
}
