/// Which process this is, so that another can tell whether it still lives.
package struct ProcessIdentity: Sendable, Hashable {
  /// The process number.
  package var number: Int
  /// When and where it started, in a form that no later process of the same number has.
  package var token: String

  /// Creates an identity.
  package init(number: Int, token: String) {
    self.number = number
    self.token = token
  }
}

/// The processes of this machine.
package protocol ProcessTable: Sendable {
  /// This process.
  var current: ProcessIdentity { get }
  /// Whether a process lives that is this very one.
  func isAlive(_ process: ProcessIdentity) -> Bool
}
