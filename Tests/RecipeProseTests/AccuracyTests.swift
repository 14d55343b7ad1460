import Foundation
import KitchenModel
import RecipeProse
import Testing

/// How many of the lengths of a corpus of our own are read right. The corpus was labelled before any
/// rule saw it; a third of it is held out: it is counted, and nobody writes a rule for its sentences.
@Suite struct AccuracyTests {
  /// A sentence with what it says.
  struct Sentence: Sendable {
    var language: String
    var isHeldOut: Bool
    /// What each length means: `waiting`, `hands-on` or `none`.
    var roles: [String]
    /// The equipment of each length that counts; `-` for none.
    var equipment: [String]
    var text: String
  }

  static let corpus: [Sentence] = {
    let file = URL(filePath: #filePath).deletingLastPathComponent()
      .appending(path: "Corpus/lengths.tsv")
    let text = (try? String(contentsOf: file, encoding: .utf8)) ?? ""
    return text.split(separator: "\n").filter { !$0.hasPrefix("#") }.compactMap { line in
      let cells = line.split(separator: "\t").map(String.init)
      guard cells.count == 5 else { return nil }
      let roles = cells[2].split(separator: "+").map(String.init)
      let counts = roles.contains { $0 != "none" }
      return Sentence(
        language: cells[0], isHeldOut: cells[1] == "held-out", roles: roles,
        equipment: counts ? cells[3].split(separator: "+").map(String.init) : [], text: cells[4])
    }
  }()

  /// What is read of a sentence.
  private func read(_ sentence: Sentence) -> (roles: [String], equipment: [String]) {
    let roles = DurationText.mentions(in: sentence.text).map { Self.name($0.role) }
    var memory = StepProse.Memory(language: sentence.language)
    let stretches = StepProse.stretches(of: sentence.text, memory: &memory)
    return (roles, stretches.filter { $0.origin == .stated }.map { $0.equipment ?? "-" })
  }

  /// Right ones among all, and a line for each that is wrong.
  private struct Score {
    var right = 0
    var all = 0
    var confusion: [String: Int] = [:]

    mutating func add(_ found: [String], _ expected: [String], _ language: String) {
      all += expected.count
      for (index, want) in expected.enumerated() {
        let got = found.count == expected.count ? found[index] : "another number"
        if got == want {
          right += 1
        } else {
          confusion["\(language): \(want) read as \(got)", default: 0] += 1
        }
      }
    }

    var share: Double { all == 0 ? 0 : Double(right) / Double(all) }
    var text: String {
      let lines = confusion.sorted { $0.key < $1.key }.map { "  \($0.value) × \($0.key)" }
      return (["\(right) of \(all)"] + lines).joined(separator: "\n")
    }
  }

  @Test func `the corpus has sentences enough, a third of them held out`() {
    let count = Self.corpus.count
    #expect(count >= 600)
    #expect(3 * Self.corpus.count { $0.isHeldOut } >= count - 24)
    #expect(Set(Self.corpus.map(\.language)) == Set(Lexicon.all.keys))
    #expect(Set(Self.corpus.map(\.text)).count == count)
  }

  private static func name(_ role: DurationMention.Role) -> String {
    switch role {
    case .handsOn: "hands-on"
    case .waiting: "waiting"
    case .none: "none"
    }
  }

  @Test func `decisions have names of their own`() {
    #expect(Set(LengthRule.all.map(\.id)).count == LengthRule.all.count)
  }

  @Test(arguments: LengthRule.all.map(\.id))
  func `a decision is made in its example`(id: String) throws {
    let rule = try #require(LengthRule.all.first { $0.id == id })
    #expect(LengthRule.decisions(in: rule.example).map(\.rule).contains(id), "\(rule.example)")
  }

  @Test func `no decision is right less often than the default`() {
    var right: [String: (rule: Int, byDefault: Int)] = [:]
    for sentence in Self.corpus {
      let decisions = LengthRule.decisions(in: sentence.text)
      guard decisions.count == sentence.roles.count else { continue }
      for (decision, want) in zip(decisions, sentence.roles) {
        guard let rule = decision.rule else { continue }
        let (own, other) = (Self.name(decision.role), Self.name(LengthRule.defaultRole))
        right[rule, default: (0, 0)].rule += own == want ? 1 : 0
        right[rule, default: (0, 0)].byDefault += other == want ? 1 : 0
      }
    }
    #expect(right.filter { $0.value.rule < $0.value.byDefault }.keys.sorted() == [])
  }

  @Test(arguments: [(false, 0.98, 0.98), (true, 0.95, 0.97)])
  func `lengths and equipment are read right`(isHeldOut: Bool, roles: Double, equipment: Double) {
    var ofRoles = Score()
    var ofEquipment = Score()
    for sentence in Self.corpus where sentence.isHeldOut == isHeldOut {
      let found = read(sentence)
      ofRoles.add(found.roles, sentence.roles, sentence.language)
      ofEquipment.add(found.equipment, sentence.equipment, sentence.language)
    }
    #expect(ofRoles.share >= roles, "\(ofRoles.text)")
    #expect(ofEquipment.share >= equipment, "\(ofEquipment.text)")
  }
}
