/// A named thing to serve, made of steps.
package struct Dish: Sendable, Hashable {
  /// Its name, unique among dishes and meals without regard to case and Unicode form.
  package var name: Name
  /// The steps in listed order; step identifiers are unique in the dish.
  package var steps: [Step]
  /// How many it feeds; nil where it is not said.
  package var servings: Int?
  /// Whether waiting to be served harms it.
  package var serve: Serve
  /// The longest it may wait before serving; nil for no limit.
  package var holdMaximum: Seconds?
  /// How long what is left of it keeps; nil where that is not said.
  package var keepsFor: Seconds?
  /// How long after serving time it is served (courses); never negative.
  package var serveOffset: Seconds
  /// No step starts before; nil for no limit.
  package var notBefore: ClockTime?
  /// No step ends after; nil for no limit.
  package var notAfter: ClockTime?
  /// Words to find it by.
  package var tags: [String]
  /// Free text.
  package var notes: String?
  /// One ingredient a line, as the cook wrote it.
  package var ingredients: [String]
  /// Where its recipe came from: a name, an address, a file; nil where it is the cook's own.
  package var source: String?
  /// What `cook` says when its first step starts and its last ends.
  package var says: Says

  /// Creates a dish that is served hot with the others.
  package init(
    name: Name, steps: [Step] = [], servings: Int? = nil, serve: Serve = .hot,
    holdMaximum: Seconds? = nil, keepsFor: Seconds? = nil, serveOffset: Seconds = .zero,
    notBefore: ClockTime? = nil,
    notAfter: ClockTime? = nil, tags: [String] = [], notes: String? = nil,
    ingredients: [String] = [], source: String? = nil, says: Says = Says()
  ) {
    self.name = name
    self.steps = steps
    self.servings = servings
    self.serve = serve
    self.holdMaximum = holdMaximum
    self.keepsFor = keepsFor
    self.serveOffset = serveOffset
    self.notBefore = notBefore
    self.notAfter = notAfter
    self.tags = tags
    self.notes = notes
    self.ingredients = ingredients
    self.source = source
    self.says = says
  }

  /// Whether waiting to be served harms a dish.
  package enum Serve: String, Sendable, Hashable, Codable, CaseIterable {
    /// It gets cold: its hold counts.
    case hot
    /// It keeps.
    case any
  }

  /// Sentences of the cook's own; nil for the program's.
  package struct Says: Sendable, Hashable {
    /// Said when the first step starts.
    package var start: String?
    /// Said when the last step ends.
    package var finish: String?

    /// Creates the sentences.
    package init(start: String? = nil, finish: String? = nil) {
      self.start = start
      self.finish = finish
    }
  }
}
