import RecipeImport
import Testing

/// Archives of bytes that other programs made, and bytes that nobody should have made.
@Suite struct RecipeArchiveTests {
  /// Bytes from base64, without Foundation's leniency.
  private func bytes(_ base64: String) -> [UInt8] {
    let alphabet = Array("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/".utf8)
    var result: [UInt8] = []
    var bits = 0
    var count = 0
    for byte in base64.utf8 {
      guard let value = alphabet.firstIndex(of: byte) else { continue }
      bits = bits << 6 | value
      count += 6
      if count >= 8 {
        count -= 8
        result.append(UInt8(bits >> count & 0xFF))
      }
    }
    return result
  }

  private func text(_ file: RecipeArchive.File?) -> String? {
    file.map { String(decoding: $0.bytes, as: UTF8.self) }
  }

  private func content(_ bytes: [UInt8]) -> RecipeArchive.Content? {
    RecipeArchive.content(of: bytes, named: "a.zip")
  }

  @Test func `a gzip file is what it holds`() {
    #expect(text(content(bytes(Self.gzip))?.files.first) == Self.soup)
  }

  @Test func `a zip file is its files, without pictures and folders`() {
    let content = content(bytes(Self.zip))
    #expect(content?.files.map(\.name) == ["a.zip/Soup/recipe.json", "a.zip/../../evil.json"])
    #expect(text(content?.files.first) == Self.soup)
    #expect(content?.unreadable == [])
  }

  @Test func `archives in archives are taken`() {
    let content = content(bytes(Self.nested))
    #expect(content?.files.map(\.name) == ["a.zip/1.zip/recipe.json"])
    #expect(text(content?.files.first) == Self.soup)
  }

  @Test func `what is not an archive is none`() {
    #expect(content(Array("Boil the leeks.".utf8)) == nil)
    #expect(content([]) == nil)
  }

  @Test func `a damaged archive gives what is sound in it, and never stops`() {
    let whole = bytes(Self.zip)
    for end in stride(from: 0, to: whole.count, by: 7) { _ = content(Array(whole[..<end])) }
    for index in whole.indices {
      var damaged = whole
      damaged[index] ^= 0x55
      _ = content(damaged)
    }
    let packed = bytes(Self.gzip)
    for index in packed.indices.dropFirst(3) {
      var damaged = packed
      damaged[index] ^= 0x2A
      _ = content(damaged)
    }
  }

  @Test func `a bomb is not unpacked`() {
    // A zero, repeated 258 times as often as it takes to be larger than any recipe may be.
    var packed: [UInt8] = [0x1F, 0x8B, 8, 0, 0, 0, 0, 0, 0, 3]
    var bits: [Bool] = [true, true, false] + Self.bits("00110000")
    let repetition = Self.bits("11000101") + Self.bits("00000")
    for _ in 0..<(RecipeReader.largest / 258 + 1) { bits += repetition }
    for start in stride(from: 0, to: bits.count - 7, by: 8) {
      packed.append((0..<8).reduce(0) { bits[start + $1] ? $0 | 1 << UInt8($1) : $0 })
    }
    #expect(content(packed)?.files == [])
    #expect(content(packed)?.unreadable == ["a.zip"])
  }

  private static func bits(_ text: String) -> [Bool] { text.map { $0 == "1" } }

  private static let soup =
    #"{"@type": "Recipe", "name": "Leek soup", "recipeIngredient": ["2 leeks", "1 l stock"], "recipeInstructions": ["Chop the leeks.", "Simmer the leeks for 20 minutes.", "Blend the leeks with the stock."]}"#
  private static let gzip = """
    H4sICAAAAAAC/3NvdXAuanNvbgBNjTELwjAQhf/KcbMU7egkOglOOpYOkp4mNLmE5IKI+N9N0sFu9773Pe6DB3kH\
    wj3glZQp1waQ766RC9EMyedQYWz1mZ+RJkMsRRiwB1ucVPsdWEji1Yzjyk4SsxLjOTX/pH0A0bTMurq7Geco/iE8\
    fIR+C85wFlqcoyWeVsrLiG6xPexw/P4A0rFbucgAAAA=
    """
  private static let zip = """
    UEsDBBQAAAAIAAAAIVgAAAAAAgAAAAAAAAAFAAAAU291cC8DAFBLAwQUAAAACAAAACFY0rFbuYgAAADIAAAAEAAA\
    AFNvdXAvcmVjaXBlLmpzb25NjTELwjAQhf/KcbMU7egkOglOOpYOkp4mNLmE5IKI+N9N0sFu9773Pe6DB3kHwj3g\
    lZQp1waQ766RC9EMyedQYWz1mZ+RJkMsRRiwB1ucVPsdWEji1Yzjyk4SsxLjOTX/pH0A0bTMurq7Geco/iE8fIR+\
    C85wFlqcoyWeVsrLiG6xPexw/P4AUEsDBBQAAAAAAAAAIVhlTTolAwAAAAMAAAANAAAAU291cC9mdWxsLmpwZ//Y\
    /1BLAwQUAAAACAAAACFYgxbcjAMAAAABAAAAGwAAAF9fTUFDT1NYL1NvdXAvLl9yZWNpcGUuanNvbqsAAFBLAwQU\
    AAAACAAAACFYQ7+mowQAAAACAAAADwAAAC4uLy4uL2V2aWwuanNvbquuBQBQSwECFAMUAAAACAAAACFYAAAAAAIA\
    AAAAAAAABQAAAAAAAAAAAAAAgAEAAAAAU291cC9QSwECFAMUAAAACAAAACFY0rFbuYgAAADIAAAAEAAAAAAAAAAA\
    AAAAgAElAAAAU291cC9yZWNpcGUuanNvblBLAQIUAxQAAAAAAAAAIVhlTTolAwAAAAMAAAANAAAAAAAAAAAAAACA\
    AdsAAABTb3VwL2Z1bGwuanBnUEsBAhQDFAAAAAgAAAAhWIMW3IwDAAAAAQAAABsAAAAAAAAAAAAAAIABCQEAAF9f\
    TUFDT1NYL1NvdXAvLl9yZWNpcGUuanNvblBLAQIUAxQAAAAIAAAAIVhDv6ajBAAAAAIAAAAPAAAAAAAAAAAAAACA\
    AUUBAAAuLi8uLi9ldmlsLmpzb25QSwUGAAAAAAUABQAyAQAAdgEAAAAA
    """
  private static let nested = """
    UEsDBBQAAAAIAAAAIVgUOKVy9wAAAF8BAAAFAAAAMS56aXAL8GZmEWFgYOAAYsWISxujd3YAWSeAmBuIi1KTMwtS\
    9bKK8/N8ew25DxkItP4/VbhZ5O0LFStOP6tpfJPmqZnsbHnS1PHjvu+lg3nf9323fdfMXsl+yPbB1Cma19kmvF83\
    kfsiz8nnAYk5X2fOn6jmrOMqsYE9ek7Ib9kIj0dXex6f8hPaLPTY0vT/klqGi1vO7Nq1W/K5xj9Fm5qWOu5zBWJR\
    cxarzgs7dbojb6Ptm4I//xgCoA5mADu4WexODyOQBcKcQJyZm5gOdG9BekWANyOTCDNur8FAA0grskcRGrFbgdC4\
    EdnCAG9WNpAwExAWAOmbYEUAUEsBAhQDFAAAAAgAAAAhWBQ4pXL3AAAAXwEAAAUAAAAAAAAAAAAAAIABAAAAADEu\
    emlwUEsFBgAAAAABAAEAMwAAABoBAAAAAA==
    """
}
