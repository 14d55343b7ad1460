import RecipeImport

/// Feeds the fuzzer's bytes to the reader of Cooklang.
@_cdecl("LLVMFuzzerTestOneInput")
public func fuzzCooklang(_ start: UnsafePointer<UInt8>, _ count: Int) -> CInt {
  let bytes = Array(UnsafeBufferPointer(start: start, count: count))
  FuzzCheck.drafts(of: bytes, as: .cooklang)
  return 0
}
