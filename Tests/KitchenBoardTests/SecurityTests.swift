import JSON
import KitchenModel
import Rendering
import Synchronization
import Testing

@testable import KitchenBoard

struct SecurityTests {
  @Test(arguments: [
    ("", "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855"),
    ("abc", "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad"),
    (
      "abcdbcdecdefdefgefghfghighijhijkijkljklmklmnlmnomnopnopq",
      "248d6a61d20638b8e5c026930c3e6039a33ce45964ff2167f6ecedd419db06c1"
    ),
    (
      String(repeating: "a", count: 1000),
      "41edece42d63e8d9bf515a9ba6932e1c20cbc9f5a5d134645adb5db1b9737ea3"
    ),
  ])
  func `a hash is the one of the standard`(text: String, hash: String) {
    #expect(SHA256.hex(text.utf8) == hash)
  }

  @Test func `secrets are equal only where every byte is`() {
    #expect(Secret.equal("abc", "abc"))
    #expect(!Secret.equal("abc", "abd"))
    #expect(!Secret.equal("abc", "ab"))
    #expect(Secret.hex(bytes: 16).count == 32)
    #expect(Secret.pin().count == 6)
  }

  @Test func `the board is known by its names alone`() {
    let rule = HostRule(names: ["Kitchen.local"], port: 5180)
    for host in ["localhost:5180", "127.0.0.1:5180", "[::1]:5180", "kitchen.local:5180"] {
      #expect(rule.allows(host: host))
    }
    for host in ["", "evil.test", "127.0.0.1", "127.0.0.1:80", "localhost.evil.test:5180", "[::1]"]
    {
      #expect(!rule.allows(host: host))
    }
    #expect(HostRule(port: 80).allows(host: "localhost"))
  }

  @Test func `only a page of the board may change anything`() {
    let rule = HostRule(port: 5180)
    #expect(rule.allows(origin: "http://localhost:5180", to: "localhost:5180"))
    for origin in [
      "null", "http://localhost:5181", "https://localhost:5180", "http://127.0.0.1:5180",
      "http://localhost:5180.evil.test", "http://localhost",
    ] {
      #expect(!rule.allows(origin: origin, to: "localhost:5180"))
    }
    let proxied = HostRule(port: 5180, origin: "https://kitchen.example")
    #expect(proxied.allows(origin: "https://kitchen.example", to: "kitchen.example"))
    #expect(!proxied.allows(origin: "http://kitchen.example", to: "kitchen.example"))
  }

  @Test func `a secret lets in once`() throws {
    let pairing = Pairing(clock: { Instant(milliseconds: 0) })
    let offer = pairing.offer()
    try pairing.redeem(.secret(offer.secret))
    #expect(throws: Pairing.Refusal.wrong) { try pairing.redeem(.secret(offer.secret)) }
    #expect(throws: Pairing.Refusal.wrong) { try pairing.redeem(.pin(offer.pin)) }
  }

  @Test func `the right digits come too late after five wrong ones`() {
    let pairing = Pairing(clock: { Instant(milliseconds: 0) })
    let offer = pairing.offer()
    for _ in 0..<Pairing.misses {
      #expect(throws: Pairing.Refusal.wrong) { try pairing.redeem(.pin("x")) }
    }
    #expect(throws: Pairing.Refusal.tooManyMisses) { try pairing.redeem(.pin(offer.pin)) }
  }

  @Test func `an offer is over after ten minutes`() {
    let now = Atomic(0)
    let pairing = Pairing(clock: { Instant(milliseconds: now.load(ordering: .relaxed)) })
    let offer = pairing.offer()
    now.store(600_000, ordering: .relaxed)
    #expect(throws: Pairing.Refusal.over) { try pairing.redeem(.secret(offer.secret)) }
  }

  @Test func `ten in a second are enough`() {
    let limit = RateLimit(most: 10)
    for number in 0..<10 { #expect(limit.allows("a", at: Instant(milliseconds: number))) }
    #expect(!limit.allows("a", at: Instant(milliseconds: 900)))
    #expect(limit.allows("b", at: Instant(milliseconds: 900)))
    #expect(limit.allows("a", at: Instant(milliseconds: 1100)))
  }

  @Test func `connections are counted in all and by address`() {
    let counts = ConnectionCounts(most: 3, ofAddress: 2)
    #expect(counts.enter("a") && counts.enter("a"))
    #expect(!counts.enter("a"))
    #expect(counts.enter("b"))
    #expect(!counts.enter("c"))
    counts.leave("a")
    #expect(counts.enter("c"))
  }

  @Test func `what is asked twice with one id happens once`() async throws {
    let table = OnceTable(clock: { Instant(milliseconds: 0) })
    let times = Mutex(0)
    for _ in 0..<3 {
      let answer = try await table.answer(to: "a") {
        Answer.json(
          .int(
            times.withLock { count in
              count += 1; return count
            }))
      }
      #expect(answer.text == "1\n")
    }
  }
}
