import KitchenModel

/// The words around a name that say what it is like, how large it is and what was done to it.
extension IngredientParser {
  /// Whether some tokens say only what something is like, so that its name is still to come:
  /// `boneless, skinless chicken`.
  func isQuality(_ range: Range<Int>) -> Bool {
    var place = range.lowerBound
    while place < range.upperBound {
      if key(place) == "," {
        place += 1
      } else if let end = words.phrase(.quality, in: tokens, at: place) {
        place = end
      } else {
        return false
      }
    }
    return range.upperBound + 1 < tokens.count
      && words.phrase(.prep, in: tokens, at: range.upperBound + 1) == nil
  }

  /// Whether some tokens say only how large a thing is, what it is like or what was done to it.
  func isDescription(_ range: Range<Int>) -> Bool {
    var place = range.lowerBound
    while place < range.upperBound {
      guard
        let end = words.phrase(.size, in: tokens, at: place)
          ?? words.phrase(.prep, in: tokens, at: place)
          ?? words.phrase(.adverb, in: tokens, at: place)
          ?? words.phrase(.quality, in: tokens, at: place)
      else { return false }
      place = end
    }
    return true
  }

  /// What was done to it, how large it is: `finely chopped`, `large`; the last word is never one.
  mutating func readDescriptors() {
    let isPacked =
      amounts.last.flatMap { _ in unitTokens }
      .flatMap { unit(at: $0.lowerBound) }?.unit.kind == .container
    if let each = words.phrase(.each, in: tokens, at: place), each < tokens.count { place = each }
    let start = place
    var end = place
    while place < tokens.count {
      if let size = words.phrase(.size, in: tokens, at: place), size < tokens.count,
        !isBoundary(size), key(size) != "-" || tokens[size].hasSpaceBefore
      {
        place = size
        end = place
      } else if !isPacked, let prep = words.phrase(.prep, in: tokens, at: place),
        prep < tokens.count, !isBoundary(prep) || key(prep) == ","
      {
        if tokens[place].key == "ground", place == start { break }
        if key(prep) == "-", !tokens[prep].hasSpaceBefore { break }
        place = prep
        end = place
      } else if let adverb = words.phrase(.adverb, in: tokens, at: place), adverb < tokens.count,
        end > start || tokens[place].isWord
      {
        place = adverb
      } else {
        break
      }
    }
    place = end
    guard end > start else { return }
    // "boneless, skinless": what joins descriptors goes with them; "chopped and" does not happen.
    if isBoundary(place) { place = start }
    notes.append(place > start ? text(start..<place) : "")
  }

  func isBoundary(_ place: Int) -> Bool {
    place >= tokens.count || [",", ";", "(", "[", ")", "]"].contains(key(place))
  }
}
