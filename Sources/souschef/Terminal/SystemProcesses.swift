import Foundation
import Glibc
import SouschefCore

/// The processes of a Linux machine, told apart by number, start time and boot.
struct SystemProcesses: ProcessTable {
  var current: ProcessIdentity {
    let number = Int(getpid())
    return ProcessIdentity(number: number, token: Self.token(of: number) ?? "unknown")
  }

  func isAlive(_ process: ProcessIdentity) -> Bool {
    guard let token = Self.token(of: process.number) else { return false }
    return token == process.token
  }

  /// The boot and the start time of a live process; nil where there is none.
  private static func token(of number: Int) -> String? {
    guard let stat = text("/proc/\(number)/stat"),
      // The name, in parentheses, may hold anything; the fields after it are well-formed.
      let end = stat.lastIndex(of: ")")
    else { return nil }
    let fields = stat[end...].split(separator: " ")
    // Field 3 (state) is the first after the name; field 22 is the start time.
    guard fields.count > 20, fields[1] != "Z", fields[1] != "X" else { return nil }
    let boot = text("/proc/sys/kernel/random/boot_id")?.prefix { $0 != "\n" } ?? "unknown"
    return "\(boot)/\(fields[20])"
  }

  private static func text(_ path: String) -> String? {
    guard let file = fopen(path, "r") else { return nil }
    defer { fclose(file) }
    var buffer = [UInt8](repeating: 0, count: 4096)
    let count = fread(&buffer, 1, buffer.count, file)
    return String(decoding: buffer[..<count], as: UTF8.self)
  }
}
