import JSON
import RecipeImport

/// Feeds the fuzzer's bytes to the lenient reader of JSON and what stands on it.
@_cdecl("LLVMFuzzerTestOneInput")
public func fuzzData(_ start: UnsafePointer<UInt8>, _ count: Int) -> CInt {
  let bytes = Array(UnsafeBufferPointer(start: start, count: count))
  FuzzCheck.drafts(of: bytes, as: .data)
  if let value = LenientJSON.read(bytes).value {
    let (again, repairs) = LenientJSON.read(Array(value.compactText.utf8))
    precondition(again == value && repairs.isEmpty, "what is written reads back the same")
  }
  return 0
}
