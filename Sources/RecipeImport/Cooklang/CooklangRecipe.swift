package import JSON

/// A recipe as Cooklang writes it: the parse tree.
package struct CooklangRecipe: Sendable, Hashable {
  /// The sections in order; the first has no name where steps come before any heading.
  package var sections: [Section] = []
  /// Front matter, then `>>` lines, in the order written; the last of a key counts.
  package var metadata: [JSONValue.Member] = []

  /// A part of a recipe with what it is made of.
  package struct Section: Sendable, Hashable {
    /// Its heading; nil for what comes before any, and for a heading without words.
    package var name: String?
    /// Steps and notes in order.
    package var blocks: [Block] = []
  }

  /// A paragraph.
  package enum Block: Sendable, Hashable {
    /// A step: what to do.
    case step(Step)
    /// Something to know, not to do.
    case note(String)
    /// Components listed without a step (`>> [mode]: ingredients`).
    case list([Item])
  }

  /// A step with its place.
  package struct Step: Sendable, Hashable {
    /// What it is made of; two texts never follow one another.
    package var items: [Item]
    /// The line it begins on, from 1.
    package var line: Int
    /// The same as the lists and headings in it tell it apart; empty where there are none.
    package var parts: [Part] = []
  }

  /// A part of a step that is written as a list.
  package enum Part: Sendable, Hashable {
    /// Words over what follows.
    case heading(String)
    /// Something to do.
    case step([Item])
  }

  /// A piece of a step.
  package enum Item: Sendable, Hashable {
    /// Words.
    case text(String)
    /// `@name{quantity%unit}(note)`.
    case ingredient(CooklangComponent)
    /// `#name{quantity}`.
    case cookware(CooklangComponent)
    /// `~name{quantity%unit}`.
    case timer(CooklangTimer)
  }

  /// The value of the last metadata called `key`, without regard to case.
  package func metadata(_ key: String) -> JSONValue? {
    metadata.last { $0.key.lowercased() == key }?.value
  }

  /// The steps of all sections in order.
  package var steps: [Step] {
    sections.flatMap(\.blocks).compactMap { if case .step(let step) = $0 { step } else { nil } }
  }
}

/// An ingredient or a piece of cookware.
package struct CooklangComponent: Sendable, Hashable {
  /// Its name without modifiers.
  package var name: String
  /// Another name to show (`@white wine|wine{}`).
  package var alias: String?
  /// How much; nil where nothing is said.
  package var amount: CooklangAmount?
  /// What stands in round brackets right after it.
  package var note: String?
  /// The signs between the mark and the name.
  package var modifiers: Set<Modifier> = []
  /// What earlier preparation it stands for (`@&(~1)dough{}`).
  package var preparation: Preparation?

  /// Creates a component with nothing but a name.
  package init(name: String) { self.name = name }

  /// A sign that changes what a component means.
  package enum Modifier: String, Sendable, Hashable, CaseIterable {
    /// Another recipe.
    case recipe = "@"
    /// What was listed before.
    case reference = "&"
    /// Not listed.
    case hidden = "-"
    /// It goes without.
    case optional = "?"
    /// Another of the same name.
    case new = "+"
  }

  /// An earlier preparation.
  package enum Preparation: Sendable, Hashable {
    /// The step of this section with that number, from 1.
    case step(Int)
    /// The step so many before this one in its section.
    case stepsBack(Int)
    /// The section with that number, from 1.
    case section(Int)
    /// The section so many before this one.
    case sectionsBack(Int)
  }

  /// Whether it is a recipe of its own, by modifier or by path.
  package var isRecipe: Bool {
    modifiers.contains(.recipe) || name.hasPrefix("./") || name.hasPrefix("../")
  }
}

/// A timer.
package struct CooklangTimer: Sendable, Hashable {
  /// Its name; empty for none.
  package var name: String
  /// How long; nil where only the name is given.
  package var amount: CooklangAmount?
}

/// A quantity with its unit, as written between braces.
package struct CooklangAmount: Sendable, Hashable {
  /// What stands before the first `%`.
  package var quantity: Quantity
  /// What stands after it; empty for none.
  package var unit: String
  /// Whether scaling leaves it as it is (`{=1%tsp}`).
  package var isFixed: Bool
  /// The quantity as it stands where it is a number with a slash (`10/15`): a fraction for food, but
  /// for a time perhaps a range.
  package var slashed: String?

  /// Creates an amount.
  package init(_ quantity: Quantity, _ unit: String = "", isFixed: Bool = false) {
    self.quantity = quantity
    self.unit = unit
    self.isFixed = isFixed
  }

  /// A number or any other text.
  package enum Quantity: Sendable, Hashable {
    /// An integer, a decimal or a fraction.
    case number(Double)
    /// Anything else.
    case text(String)
  }
}
