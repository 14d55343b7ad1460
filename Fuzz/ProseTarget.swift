import JSON
import KitchenModel
import RecipeImport
import RecipeProse

/// Feeds the fuzzer's bytes to the reader of durations in prose.
@_cdecl("LLVMFuzzerTestOneInput")
public func fuzzProse(_ start: UnsafePointer<UInt8>, _ count: Int) -> CInt {
  let text = String(decoding: UnsafeBufferPointer(start: start, count: count), as: UTF8.self)
  let length = text.unicodeScalars.count
  var last = 0
  for mention in DurationText.mentions(in: text) {
    precondition(
      mention.range.lowerBound >= last && mention.range.upperBound <= length, "places are in order")
    last = mention.range.upperBound
  }
  var memory = StepProse.Memory()
  for stretch in StepProse.stretches(of: text, memory: &memory) {
    precondition(stretch.estimate.maximum <= .longest, "a length is one that is accepted")
  }
  _ = PageDuration.read(.string(text))
  _ = DraftWording.name(from: text, file: text)
  return 0
}
