import Foundation
import Glibc
import KitchenModel
import NIOSSL

/// The certificate that the board shows with `--tls`: signed by itself, and kept beside the database, so
/// that a browser that has accepted it once does so again.
struct BoardCertificate {
  /// What connections are opened with.
  let context: NIOSSLContext
  /// The SHA-256 of the certificate, as browsers show it.
  let fingerprint: String

  /// How long before its end a certificate is made again, in seconds.
  private static let reserve = 30 * 86_400
  /// For how many days one is good: browsers refuse more.
  private static let days = 397

  /// Takes what is kept beside the database, or makes it where there is none for these names.
  ///
  /// - Throws: a ``Diagnostic`` where it cannot be made or read.
  init(beside database: String, names: Set<String>) throws {
    let folder = (database as NSString).deletingLastPathComponent
    let place = folder.isEmpty ? "." : folder
    let (certificate, key) = ("\(place)/board-certificate.pem", "\(place)/board-key.pem")
    let alternatives = Self.alternatives(names)
    if !Self.isGood(certificate, key: key, alternatives) {
      try Self.make(certificate, key: key, alternatives)
    }
    do {
      let chain = try NIOSSLCertificate.fromPEMFile(certificate)
      guard let first = chain.first else { throw NIOSSLError.failedToLoadCertificate }
      var settings = TLSConfiguration.makeServerConfiguration(
        certificateChain: chain.map { .certificate($0) },
        privateKey: .privateKey(try NIOSSLPrivateKey(file: key, format: .pem)))
      settings.minimumTLSVersion = .tlsv12
      context = try NIOSSLContext(configuration: settings)
      let digest = SHA256.hex(try first.toDERBytes())
      fingerprint = stride(from: 0, to: digest.count, by: 2).map { place in
        String(digest.dropFirst(place).prefix(2)).uppercased()
      }.joined(separator: ":")
    } catch {
      throw Diagnostic(
        .cannotCreate, "The certificate \(certificate.quoted) cannot be used.",
        hints: ["Remove it and its key; the board makes new ones."])
    }
  }

  /// The names as a certificate has them: `DNS:localhost,IP:127.0.0.1`.
  private static func alternatives(_ names: Set<String>) -> String {
    let all = names.union(HostRule.loopback).map { name in
      let bare = name.filter { $0 != "[" && $0 != "]" }
      let isAddress = bare.contains(":") || bare.allSatisfy { $0.isNumber || $0 == "." }
      return "\(isAddress ? "IP" : "DNS"):\(bare)"
    }
    return all.sorted().joined(separator: ",")
  }

  /// Whether there is a certificate for these names that does not end soon.
  private static func isGood(_ certificate: String, key: String, _ alternatives: String) -> Bool {
    guard let text = try? String(contentsOfFile: certificate, encoding: .utf8),
      text.hasPrefix("\(alternatives)\n"), access(key, R_OK) == 0
    else { return false }
    return
      (try? openssl([
        "x509", "-checkend", String(reserve), "-noout", "-in", certificate,
      ])) != nil
  }

  private static func make(_ certificate: String, key: String, _ alternatives: String) throws {
    // Nobody else may read the key, not even for a moment.
    let mask = umask(0o077)
    defer { umask(mask) }
    let made = try openssl([
      "req", "-x509", "-newkey", "ec", "-pkeyopt", "ec_paramgen_curve:prime256v1", "-nodes",
      "-sha256", "-days", String(days), "-subj", "/CN=souschef-board", "-addext",
      "subjectAltName=\(alternatives)", "-addext", "extendedKeyUsage=serverAuth", "-keyout", key,
    ])
    do {
      try "\(alternatives)\n\(made)".write(toFile: certificate, atomically: true, encoding: .utf8)
    } catch {
      throw Diagnostic(
        .cannotCreate, "The certificate \(certificate.quoted) cannot be written.",
        hints: ["Keep the database in a folder that can be written."])
    }
  }

  /// What `openssl` prints.
  ///
  /// - Throws: a ``Diagnostic`` where it is missing or fails.
  @discardableResult
  private static func openssl(_ words: [String]) throws -> String {
    let process = Process()
    process.executableURL = URL(filePath: "/usr/bin/env")
    process.arguments = ["openssl"] + words
    let (output, problems) = (Pipe(), Pipe())
    (process.standardOutput, process.standardError) = (output, problems)
    process.standardInput = FileHandle.nullDevice
    do { try process.run() } catch { throw missing }
    let text = output.fileHandleForReading.readDataToEndOfFile()
    process.waitUntilExit()
    guard process.terminationStatus == 0 else { throw missing }
    return String(decoding: text, as: UTF8.self)
  }

  private static var missing: Diagnostic {
    Diagnostic(
      .cannotCreate, "The program openssl, which makes the certificate, is missing or failed.",
      hints: ["Install openssl, or start the board without https."])
  }
}
