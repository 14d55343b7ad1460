package import JSON
package import KitchenModel
package import RecipeProse

/// A dish made from a recipe, for the cook to look over before it is stored.
package struct RecipeDraft: Sendable, Hashable {
  /// The dish; its steps' identifiers are unique and its name is one.
  package var dish: Dish
  /// For each of the dish's steps, where its duration came from and what to look at.
  package var origins: [StepOrigin]
  /// What the recipe calls itself, in full: a dish's name has bounds that a title has not; empty
  /// where it says nothing.
  package var title: String
  /// What the recipe was read as.
  package var kind: RecipeKind
  /// Where it came from.
  package var source: RecipeSource
  /// The times that the recipe states.
  package var stated: StatedTimes
  /// The recipe's instructions as written, headings among them.
  package var instructions: [RecipePage.Instruction]
  /// Other recipes that it takes as ingredients.
  package var references: [RecipeReference]
  /// The parse tree of Cooklang in the terms of its canonical test suite; nil for other kinds.
  package var tree: JSONValue?
  /// What to look at before storing it.
  package var warnings: [Diagnostic]

  /// One thing at a time: the sum of the likely durations.
  package var sum: Seconds {
    dish.steps.reduce(.zero) { $0 + ($1.ways.first?.duration.likely ?? .zero) }
  }

  /// From the first step to the end of the last, where everything starts as soon as its links allow.
  package var span: Seconds {
    var times: [String: (start: Seconds, end: Seconds)] = [:]
    for step in dish.steps {
      let start = step.after.reduce(Seconds.zero) { latest, dependency in
        guard let time = times[dependency.step] else { return latest }
        return max(latest, dependency.from == .end ? time.end : time.start)
      }
      times[step.id] = (start, start + (step.ways.first?.duration.likely ?? .zero))
    }
    return times.values.reduce(.zero) { max($0, $1.end) }
  }

  /// Where a step's duration came from.
  package struct StepOrigin: Sendable, Hashable {
    /// Stated, a timer, or estimated.
    package var number: NumberOrigin
    /// For the cook to look at.
    package var remarks: [String]
    /// Where the links to the steps before came from.
    package var links = Links.order

    /// Where links came from.
    package enum Links: String, Sendable, Hashable {
      /// The order of the steps, or the recipe's own word.
      case order
      /// Its sections and words.
      case inferred
    }
  }

  /// The times that a recipe states; nil for each that it does not.
  package struct StatedTimes: Sendable, Hashable {
    /// From beginning to end; preparation and cooking together where only these are stated.
    package var total: Seconds?
    /// Preparation.
    package var prep: Seconds?
    /// Cooking.
    package var cook: Seconds?

    /// Creates the times.
    package init(total: Seconds? = nil, prep: Seconds? = nil, cook: Seconds? = nil) {
      self.total = total
      self.prep = prep
      self.cook = cook
    }

    /// What the steps are to take together; nil where only the preparation is known.
    package var whole: Seconds? { cook == nil && total == prep ? nil : total }
  }
}

/// What a file is read as.
package enum RecipeKind: String, Sendable, Hashable, Codable, CaseIterable {
  /// A Cooklang recipe.
  case cooklang
  /// A saved web page with JSON-LD in it.
  case page = "html"
  /// JSON with schema.org's recipes in it.
  case data = "jsonld"
  /// Plain text: typed, pasted, scanned.
  case text
  /// A kitchen file, which is for another reader.
  case kitchenFile = "kitchen"
}

/// Where a recipe came from.
package struct RecipeSource: Sendable, Hashable {
  /// A name: an author, a book, a site.
  package var name: String?
  /// An address on the web.
  package var address: String?

  /// Creates a source.
  package init(name: String? = nil, address: String? = nil) {
    self.name = name
    self.address = address
  }

  /// `Name <address>`, or what there is of it; nil for nothing.
  package var text: String? {
    switch (name, address) {
    case (let name?, let address?): "\(name) <\(address)>"
    case (let name?, nil): name
    case (nil, let address?): address
    case (nil, nil): nil
    }
  }
}

/// Another recipe taken as an ingredient.
package struct RecipeReference: Sendable, Hashable {
  /// What it is called.
  package var name: String
  /// Its file without the ending, relative to the folder of recipes; nil where only a name is given,
  /// or the path would leave the folder.
  package var path: String?

  /// Reads `./sauces/Hollandaise` or a plain name.
  package init(_ written: String) {
    let parts = written.split { $0 == "/" || $0 == "\\" }.filter { $0 != "." }
    name = parts.last.map(String.init) ?? written
    let isPath = written.hasPrefix("./") || written.hasPrefix("../") || written.hasPrefix("/")
    let staysInside =
      !parts.isEmpty && !parts.contains("..") && !written.hasPrefix("/")
      && !written.unicodeScalars.contains(where: \.isControl)
    path = isPath && staysInside ? parts.joined(separator: "/") : nil
    leavesFolder = isPath && !staysInside
  }

  /// Whether the path would leave the folder.
  package let leavesFolder: Bool
}
