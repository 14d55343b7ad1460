/// Why a text is not a temperature.
package enum TemperatureFault: Explained, Hashable {
  /// Nothing, or only spaces.
  case empty
  /// A number whose scale is not said.
  case withoutUnit(String)
  /// Not a number with a scale.
  case unreadable(String)
  /// Two scales in one range.
  case mixedScales(String)
  /// A range whose end is below its beginning, or no further.
  case upsideDown(String)
  /// Below -50 °C or above 600 °C.
  case outOfReach(String)

  package var message: String {
    switch self {
    case .empty: "A temperature is missing."
    case .withoutUnit(let text): "The temperature \(text.quoted) has no unit."
    case .unreadable(let text): "\(text.quoted) is not a temperature."
    case .mixedScales(let text): "The temperatures \(text.quoted) are in two units."
    case .upsideDown(let text):
      "The temperature range \(text.quoted) has its ends the wrong way round."
    case .outOfReach(let text): "No kitchen reaches the temperature \(text.quoted)."
    }
  }

  package var hint: String {
    switch self {
    case .empty, .unreadable: "Write it as 180C, 350F or 170-190C, to the tenth of a degree."
    case .withoutUnit(let text):
      "Add C or F, as in \(text.trimmed.filter { !"°º".contains($0) }.prefix(12))C."
    case .mixedScales: "Use C or F for both ends."
    case .upsideDown: "Write the lower temperature first; a single one needs no range."
    case .outOfReach: "Temperatures go from -50C to 600C."
    }
  }
}
