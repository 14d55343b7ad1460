/// What a word or a phrase of a recipe's prose says; the names are those of the tables in `Lexica/`.
package enum WordClass: String, Sendable, Hashable, CaseIterable {
  // MARK: Verbs

  /// It goes on in the oven: bake, roast.
  case oven
  /// It goes on on the hob: simmer, fry.
  case hob
  /// Browning, unless it is what sugar is.
  case brown
  /// It is heated, wherever the food is: cook, melt.
  case cook
  /// It is brought to where it boils.
  case boilUp = "come-to-boil"
  /// On a grill.
  case grill
  /// It stands and nothing more: rest.
  case rest = "rest-room"
  /// It becomes cool by itself.
  case cool
  /// It becomes cold in the fridge.
  case chill
  case freeze
  case marinate
  case soak
  /// Dough rises.
  case rise
  case drain
  /// The oven is made ready, which plans do by themselves.
  case preheat
  /// Something comes to what is there already.
  case join
  /// It ends the dish: serve.
  case finish
  /// Food leaves the heat.
  case off

  // MARK: Places

  case ovenPlace = "oven-place"
  case ovenVessel = "oven-vessel"
  case hobVessel = "hob-vessel"
  case microwave
  case fridge
  /// Something that no plan reserves: a grill, a water bath.
  case otherAppliance = "other-appliance"
  /// A pot that heats by itself, which no plan reserves either: a slow cooker.
  case cooker
  /// A fryer of hot air, in which frying and baking hold neither hob nor oven.
  case airFryer = "air-fryer"
  /// A machine that cuts and mixes, away from the heat.
  case machine

  // MARK: Sentences

  /// As long as the packet says.
  case packet
  /// Until something is as it should be.
  case untilDone = "until-done"
  /// What is done while something else goes on.
  case meanwhile
  /// A part of the dish begins: for the sauce.
  case forPart = "for-part"
  /// Words for what was spoken of.
  case refer
  /// Something to know, not to do.
  case advice
  /// How much it makes: serves, makes.
  case yield
  /// Nothing of the recipe.
  case noise
  /// Food, for how long it keeps.
  case food
  /// What most dishes have, so that naming it links no two steps.
  case staple
  /// What ingredients are like.
  case quality
  /// It begins a clause of time, after which the next thing is done.
  case when
  /// A word that tells a language.
  case function

  /// Whether it is a verb after which nobody need look, with nothing to heat.
  package var isRest: Bool {
    switch self {
    case .rest, .cool, .chill, .freeze, .marinate, .soak, .rise, .drain: true
    default: false
    }
  }

  /// Whether what is left so becomes cool.
  package var isLeaving: Bool { self == .cool || self == .rest || self == .chill }

  /// Whether it is a verb of heating.
  package var isHeat: Bool {
    switch self {
    case .oven, .hob, .brown, .cook, .grill, .packet, .boilUp: true
    default: false
    }
  }
}
