import RecipeImport

/// Feeds the fuzzer's bytes to the reader of web pages.
@_cdecl("LLVMFuzzerTestOneInput")
public func fuzzPage(_ start: UnsafePointer<UInt8>, _ count: Int) -> CInt {
  let bytes = Array(UnsafeBufferPointer(start: start, count: count))
  FuzzCheck.drafts(of: bytes, as: .page)
  return 0
}
