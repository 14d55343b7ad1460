import Foundation
import Testing

/// How soon a newcomer has a plan.
struct FirstMealTests {
  /// Three dishes and a plan for them, as one types them.
  static let typed = [
    #"souschef dish add Chicken --text "cut 10m; roast 45m @oven 200C; plate 3m""#,
    #"souschef dish add Beans --text "trim 5m; boil 6m @burner; toss 3m""#,
    #"souschef dish add Crumble --text "peel apples 12m; bake 40m @oven 180C; cool 10m""#,
    #"souschef plan chicken beans crumble --serve-at 19:00"#,
  ]

  @Test func `three dishes are planned in four commands of 320 characters`() throws {
    #expect(Self.typed.count == 4)
    #expect(Self.typed.joined(separator: "\n").count <= 320)
    let kitchen = try Kitchenette()
    let folder = Kitchenette.binary.deletingLastPathComponent().path(percentEncoded: false)
    let process = Process()
    process.executableURL = URL(filePath: "/bin/sh")
    process.arguments = ["-e", "-c", Self.typed.joined(separator: "\n")]
    process.environment = kitchen.environment.merging(["PATH": folder + ":/usr/bin:/bin"]) { $1 }
    let output = Pipe()
    let errors = Pipe()
    process.standardOutput = output
    process.standardError = errors
    try process.run()
    let said = String(
      decoding: try output.fileHandleForReading.readToEnd() ?? Data(), as: UTF8.self)
    let complaints = try errors.fileHandleForReading.readToEnd() ?? Data()
    process.waitUntilExit()
    #expect(process.terminationStatus == 0)
    // Nothing to mend: only what was guessed.
    #expect(!String(decoding: complaints, as: UTF8.self).contains("warning:"))
    #expect(said.contains("Proved best."))
    #expect(said.contains("heat to 200C"))
  }
}
