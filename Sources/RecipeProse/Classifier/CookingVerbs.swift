/// What verbs and adverbs say about a cook's hands.
package enum CookingVerbs {
  /// What a verb says by itself.
  package enum Class: Sendable, Hashable {
    /// It goes on by itself: bake, simmer, rest.
    case waiting
    /// Hands do it: knead, whisk, fry.
    case handsOn
    /// Either, as the words around it say: cook.
    case cook
    /// Hands do it on a grill or a hob, unless it takes long or is covered.
    case grill
  }

  /// What a word says as a verb; nil for one that is none or says nothing.
  package static func classOf(_ word: String) -> Class? {
    classes[word] ?? Clitics.bases(of: word).lazy.compactMap { classes[$0] }.first
  }

  /// Whether a line that begins with a word orders something, in any language: `bring`, `add`.
  package static func beginsOrder(_ word: String) -> Bool {
    classOf(word) != nil || Lexicon.of(nil).isVerb(word) || openers.contains(word)
  }

  /// Words of orders that say nothing of a wait: `line`, `grease`.
  static let orders = Lexicon.words("orders")

  /// What brings something to where it boils.
  static let bringers = Lexicon.words("bringers")

  private static let openers = orders.union(bringers)

  private static let classes: [String: Class] = {
    var classes: [String: Class] = [:]
    let lists: [(Class, String)] = [
      (.waiting, "role-waits"), (.handsOn, "role-hands-on"), (.cook, "role-either"),
      (.grill, "role-grilled"),
    ]
    for (verb, name) in lists {
      for word in Lexicon.words(name) { classes[word] = verb }
    }
    return classes
  }()

  /// Words after which the next is a noun: `the rest`, `medium heat`, `a boil`.
  static let beforeNouns = Lexicon.words("before-nouns")

  /// Verbs that are nouns more often than not, unless they begin a clause: `sour cream`.
  static let alsoNouns = Lexicon.words("also-nouns")

  /// Words that an order follows: `and cream the butter`.
  static let beforeOrders = Lexicon.words("before-orders")

  /// Verbs as adverbs: `stirring constantly`.
  static let participles = Lexicon.words("participles")

  /// What brings hands to a pan again and again.
  static let turning = Lexicon.words("turning")

  /// All the time.
  static let constantly = Lexicon.words("constantly")

  /// Again and again: for a short time as good as all the time.
  static let often = Lexicon.words("often")

  /// Now and then, whatever stands around it.
  static let nowAndThen = Lexicon.words("now-and-then")

  /// Now and then, also by words that may mean something else: `from time to time`, `stir gently`.
  static let occasionally = nowAndThen.union([
    "occasional", "temps", "cuando", "tanto", "af", "midway", "gently", "every", "then",
  ])

  /// Nobody need look: makes waiting of what may be either.
  static let unattended = Lexicon.words("unattended")

  /// A pan that wants watching.
  static let panWords = Lexicon.words("pan-words")

  /// Pan words that are as true of what is boiled.
  static let softness = Lexicon.words("softness")

  /// What makes a stew of what is in the pan.
  static let liquids = Lexicon.words("liquids")

  /// What water does in a pot.
  static let boiling = Lexicon.words("boiling")

  /// Water.
  static let waters = Lexicon.words("waters")

  /// What is cooked in water, whether the recipe says so or not.
  static let boiledFoods = Lexicon.words("boiled-foods")

  /// What is done to what is then left alone.
  static let covering = Lexicon.words("covering")

  /// What makes frying of cooking.
  static let fats = Lexicon.words("fats")

  /// Pans for frying.
  static let fryingPans = Lexicon.words("frying-pans")

  /// Places that do the work; what goes there waits.
  static let places = Lexicon.words("places")
}
