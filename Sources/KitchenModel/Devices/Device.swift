/// A screen of the household that has been let in to the board.
package struct Device: Sendable, Hashable {
  /// Its number.
  package var id: Int
  /// What it is called.
  package var name: String
  /// What it may do.
  package var role: Role
  /// When it was let in.
  package var pairedAt: Instant
  /// When it was seen last, to the minute or so; nil for never.
  package var seenAt: Instant?

  /// Creates a device.
  package init(id: Int, name: String, role: Role, pairedAt: Instant, seenAt: Instant? = nil) {
    self.id = id
    self.name = name
    self.role = role
    self.pairedAt = pairedAt
    self.seenAt = seenAt
  }

  /// What a device may do.
  package enum Role: String, Sendable, Hashable, Codable, CaseIterable {
    /// See everything and change it.
    case cook
    /// See everything.
    case viewer
  }
}
