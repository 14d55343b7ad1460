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
  package static func classOf(_ word: String) -> Class? { classes[word] }

  private static let classes: [String: Class] = {
    var classes: [String: Class] = [:]
    let lists: [(Class, String)] = [
      (.waiting, english.waiting), (.waiting, others.waiting), (.handsOn, english.handsOn),
      (.handsOn, others.handsOn),
      (
        .cook,
        "cook cooks cooking cocinar cocina cocine cocinamos cozinhar cozinhe cozinha bak bakken "
          + "dünsten dünste dünstet stege steges garen heat warm cuire cuisez "
          + "cuis toast toasted"
      ),
      (.grill, "grill barbecue press braten brate grillen grille griller grillez grillad grilla"),
    ]
    for (verb, words) in lists {
      for word in words.split(separator: " ") { classes[String(word)] = verb }
    }
    return classes
  }()

  private static let english = (
    waiting: """
    bake bakes roast roasts simmer simmers boil boils braise steam steams chill refrigerate freeze \
    rest rests cool cools marinate marinade soak soaks proof prove rise ferment infuse steep \
    microwave stand sit sits set sets let allow leave aside poach reduce thaw defrost dry drain \
    smoke cure brine dehydrate pressure-cook slow-cook parboil parbake churn preheat settle \
    thicken firm harden melt bloom hydrate macerate pickle confit nuke zap evaporate place put \
    transfer return pop overnight caramelize blanch broil broiled render autolyse relax wait
    """,
    handsOn: """
    stir stirs whisk beat beats knead kneads mix mixes saute sauté sautee sautée fry fries stirfry \
    brown sear chop peel slice dice mince grate shred blend process pulse cream fold toss roll \
    massage rub whip mash flip baste cut trim zest crush pound squeeze scrub wash rinse shape \
    sweat soften scrape swirl shake deglaze char blacken temper sift strain puree purée spread \
    assemble arrange combine pan-fry
    """
  )

  private static let others = (
    waiting: """
    backen backe köcheln köchelt kochen koche kocht ruhen ruht ziehen quellen gehen lassen \
    abkühlen auskühlen kühlen schmoren dämpfen marinieren warten einweichen gefrieren stehen \
    simmern aufkochen überbacken vorheizen blanchieren pochieren einkochen schmelzen quellen \
    auftauen aufgehen durchziehen garziehen trocknen gratinieren mijoter mijotez laisser laissez \
    reposer bouillir enfourner enfournez refroidir mariner lever mettre mettez placer placez \
    déposer déposez attendre attendez infuser tremper frémir cuisson escaldar hornear hornea horneamos \
    hornee hervir hierve hierva reposar reposa repose dejar deja dejamos deje enfriar marinar \
    remojar asar cocer cuece cueza cuocere cuoci cuocete cottura infornare inforna infornate \
    bollire lasciare lascia lasciate riposare raffreddare sobbollire lievitare koken kook sudderen \
    sudder laten laat rusten afkoelen rijzen marineren weken stoven stoof pruttelen trekken leg \
    zet plaats stellen assar asse ferver ferva fervura descansar deixar deixe deixa esfriar cozer \
    coza koka koker sjuda sjud grädda gräddas vila låt lad lägg ställ sätt sett sæt stil legg \
    plasser poner coloca colocar mettere metti mettete leve coloque hvile hæve heve simre stekes \
    bages bakes svalna jäsa jäs dra ugnsbaka puttra
    """,
    handsOn: """
    kneten knete verkneten durchkneten vermengen bearbeiten schwenken rühren rühre verrühren \
    schlagen aufschlagen mixen pürieren schneiden anbraten anbrate andünsten anschwitzen rösten \
    anrösten mitrösten mitbraten umrühren pétrir pétrissez pétrissage mélanger mélangez remuer \
    remuez mixer mixez battre battez fouetter fouettez revenir sauter suer dorer saisir rissoler amasar \
    amasa batir bate mezclar mezcla remover remueve sofreír sofríe freír fríe saltear saltea dorar \
    dora impastare impasta impastate mescolare mescola mescolate sbattere soffriggere soffriggi \
    rosolare rosola rosolate friggere saltare tostare kneden kneed roerbakken roerbak roeren roer \
    kloppen klop mixen fruiten fruit snijden snijd amassar amasse sovar sove bater bata misturar \
    misture mexer mexa refogar refogue fritar frite dourar doure frullare frulla amalgamare licuar \
    triturar mengen arbeta mosa knåda elt ælt pisk visp svits svitse rør rør steg rör röra vispa \
    stek steka fräs fräsa bryn bryna blanda hacka
    """
  )

  /// Words after which the next is a noun: `the rest`, `medium heat`, `a boil`.
  static let beforeNouns: Set<String> = [
    "the", "a", "an", "this", "that", "your", "medium", "high", "low", "golden", "of", "room",
    "over", "off", "light", "dark", "any", "each", "gentle", "rolling", "full", "dry", "der",
    "die", "das", "le", "la", "el", "il", "her", "het", "der", "rapid", "hard", "deep", "sheet",
    "cold", "per", "pot", "dutch", "hot", "preheated", "under",
  ]

  /// Verbs that are nouns more often than not, unless they begin a clause: `sour cream`.
  static let alsoNouns: Set<String> = [
    "cream", "zest", "rub", "mash", "roast", "spread", "slice", "slices", "chop", "dip", "pickle",
    "brine", "confit", "marinade", "leg",
  ]

  /// Words that an order follows: `and cream the butter`.
  static let beforeOrders: Set<String> = [
    "and", "then", "or", "to", "now", "next", "also", "just", "will", "can", "you", "not", "let",
    "en", "dan", "und", "et", "puis", "y", "e", "och", "og",
  ]

  /// Verbs as adverbs: `stirring constantly`.
  static let participles: Set<String> = [
    "stirring", "whisking", "tossing", "turning", "flipping", "swirling", "basting", "shaking",
    "folding", "beating", "mixing", "scraping", "rühren", "rühre", "umrühren", "remuant",
    "fouettant", "mélangeant", "removiendo", "revolviendo", "mescolando", "girando", "roeren",
    "roerend", "mexendo", "omrörning", "rör", "stir", "whisk", "remuer", "remover", "rührend",
  ]

  /// What brings hands to a pan again and again.
  static let turning: Set<String> = ["turning", "flipping"]

  /// All the time.
  static let constantly: Set<String> = [
    "constantly", "constant", "continuously", "continually", "nonstop", "vigorously", "ständig",
    "ständigem", "dauernd", "unter", "constamment", "cesse", "continuellement", "constantemente",
    "continuamente", "cesar", "parar", "sempre", "continuo", "voortdurend", "ständigt", "konstant",
  ]

  /// Again and again: for a short time as good as all the time.
  static let often: Set<String> = [
    "frequently", "often", "regularly", "häufig", "souvent", "régulièrement", "frecuentemente",
    "frequentemente", "spesso", "regelmatig", "ofta",
  ]

  /// Now and then, whatever stands around it.
  static let nowAndThen: Set<String> = [
    "occasionally", "sometimes", "once", "twice", "halfway", "gelegentlich", "zwischendurch",
    "occasionnellement", "ocasionalmente", "ibland",
  ]

  /// Now and then, also by words that may mean something else: `from time to time`, `stir gently`.
  static let occasionally = nowAndThen.union([
    "occasional", "temps", "cuando", "tanto", "af", "midway", "gently", "every", "then",
  ])

  /// Nobody need look: makes waiting of what may be either.
  static let unattended: Set<String> = [
    "covered", "cover", "lid", "undisturbed", "unattended", "oven", "slow", "pressure", "fryer",
    "simmering", "boiling", "dente", "package", "packet", "zugedeckt", "abgedeckt", "couvert",
    "couvrir", "tapado", "tapa", "tapada", "coperto", "coperchio", "deksel", "lock", "ofen",
    "four", "horno", "forno", "ugn", "ugnen", "kochendem", "kochendes", "siedendem", "bouillante",
    "fervente", "fervendo", "kogende",
    "hirviendo", "bollente", "kokend", "kokande",
  ]

  /// A pan that wants watching.
  static let panWords: Set<String> = [
    "skillet", "wok", "fragrant", "translucent", "softened", "soft", "browned", "golden", "brown",
    "crisp", "crispy", "onion", "onions", "garlic", "shallot", "shallots", "leek", "leeks",
    "mushrooms", "peppers", "bacon", "pfanne", "poêle", "sartén", "padella",
    "koekenpan", "frigideira", "stekpanna", "bubbles", "wilted",
    "glasig", "zwiebel", "zwiebeln", "knoblauch", "oignon", "oignons", "cebolla", "cipolla", "ui",
    "uien", "cebola", "lök", "löken", "løg", "løk",
  ]

  /// Pan words that are as true of what is boiled.
  static let softness: Set<String> = ["soft", "softened"]

  /// What makes a stew of what is in the pan.
  static let liquids: Set<String> = [
    "water", "stock", "broth", "wine", "milk", "cream", "sauce", "tomatoes", "passata", "brühe",
    "wasser", "sahne", "bouillon", "eau", "crème", "caldo", "agua", "nata", "acqua", "brodo",
    "panna", "room", "água", "creme", "buljong", "vatten", "grädde",
  ]

  /// What water does in a pot.
  static let boiling: Set<String> = [
    "boil", "boiling", "boils", "kochen", "kocht", "aufkochen", "ébullition", "hervir",
    "ebullición",
    "bollire", "ebollizione", "kook", "koken", "ferver", "koka", "koke", "koge",
  ]

  /// Water.
  static let waters: Set<String> = [
    "water", "wasser", "salzwasser", "eau", "agua", "acqua", "água", "vatten", "vann", "vand",
  ]

  /// What is cooked in water, whether the recipe says so or not.
  static let boiledFoods: Set<String> = [
    "pasta", "noodles", "spaghetti", "linguine", "fettuccine", "penne", "macaroni", "ravioli",
    "tortellini", "orzo", "gnocchi", "rice", "quinoa", "couscous", "bulgur", "barley", "farro",
    "lentils",
    "nudeln", "reis", "pâtes", "riz", "arroz", "riso", "rijst", "nudlar",
  ]

  /// What is done to what is then left alone.
  static let covering: Set<String> = [
    "cover", "covered", "zudecken", "zugedeckt", "abdecken", "couvrir", "couvrez", "tapar", "tapa",
    "tape", "cubrir", "cubre", "coprire", "copri", "coprite", "afdekken", "cobrir", "cubra", "täck",
    "tildæk",
  ]

  /// What makes frying of cooking.
  static let fats: Set<String> = [
    "oil", "butter", "ghee", "lard", "skillet", "wok", "pan", "öl", "pfanne", "huile", "beurre",
    "poêle", "aceite", "mantequilla", "sartén", "olio", "burro", "padella", "olie", "boter",
  ]

  /// Pans for frying.
  static let fryingPans: Set<String> = [
    "skillet", "wok", "frypan", "griddle", "pfanne", "bratpfanne", "poêle", "sartén", "padella",
    "koekenpan", "frigideira", "stekpanna",
  ]

  /// Places that do the work; what goes there waits.
  static let places: Set<String> = [
    "oven", "fridge", "refrigerator", "freezer", "microwave", "cooker", "crockpot", "ofen",
    "backofen", "kühlschrank", "gefrierfach", "four", "réfrigérateur", "frigo", "congélateur",
    "horno", "nevera", "frigorífico", "congelador", "forno", "frigorifero", "freezer", "koelkast",
    "geladeira", "ugn", "ugnen", "ovn", "ovnen", "stekeovnen", "køl", "køleskabet",
    "kjøleskapet", "fryseren", "kylen", "frysen", "smoker", "temperature",
    "canner", "bath", "ondes", "onde", "microondas",
  ]
}
