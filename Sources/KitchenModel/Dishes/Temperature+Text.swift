extension Temperature {
  /// The form that files use: `180C`, `170-190C`, `350F`, `62.5C`.
  package var fileText: String {
    let ends = lower == upper ? [lower] : [lower, upper]
    return ends.map(Self.text(ofTenths:)).joined(separator: "-") + scale.rawValue
  }

  private static func text(ofTenths tenths: Int) -> String {
    let size = tenths.magnitude
    let fraction = size % 10 == 0 ? "" : ".\(size % 10)"
    return "\(tenths < 0 ? "-" : "")\(size / 10)\(fraction)"
  }
}
