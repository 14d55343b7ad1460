extension MentionJudge {
  static let vague: Set<String> = [
    "about", "around", "approximately", "approx", "roughly", "the", "a", "ca", "circa", "etwa",
    "environ", "unos", "unas", "ongeveer", "cirka", "another", "nearly", "almost", "only",
    "zo'n", "zo", "ungefär", "omkring", "ung", "env", "rund", "omtrent", "cerca",
  ]
  static let intervals: Set<String> = [
    "every", "each", "alle", "chaque", "cada", "ogni", "elke", "iedere", "varje", "var", "aller",
  ]
  static let parts: Set<String> = [
    "last", "final", "letzten", "dernières", "últimos", "ultimi", "laatste", "sista", "halfway",
    "through", "by",
  ]
  static let afters: Set<String> = [
    "after", "nach", "après", "después", "tras", "dopo", "na", "após", "depois", "efter", "first",
    "bout",
  ]
  static let bursts: Set<String> = [
    "intervals", "increments", "bursts", "interval", "apart", "intervallen",
  ]
  static let agoWords: Set<String> = [
    "ahead", "advance", "earlier", "beforehand", "old", "ago", "later", "vorher", "mark", "prior",
    "early",
  ]
  static let befores: Set<String> = [
    "before", "avant", "antes", "prima", "vor", "voor", "innan",
  ]
  static let finishing: Set<String> = ["removing", "end", "finishing", "done", "ready"]
  static let weights: Set<String> = [
    "pound", "lb", "kg", "kilo", "kilogram", "ounce", "inch", "g", "pfund",
  ]
  static let pers: Set<String> = ["per", "pro", "a", "each", "every", "par", "por", "je"]
  static let takes: Set<String> = ["take", "takes", "took"]
  static let leftovers: Set<String> = ["leftover", "leftovers", "reste", "restes", "sobras"]
  static let storing: Set<String> = [
    "store", "stored", "stores", "keep", "keeps", "kept", "last", "lasts", "leftovers", "airtight",
    "storage", "frozen", "shelf", "stays", "storing", "mantiene", "haltbar", "hält", "aufbewahren",
    "conserver",
    "conserve",
    "conserva", "conservar", "conservare", "bewaren", "bewaar", "guardar", "guarde", "förvara",
    "hållbar", "håller", "freeze", "ahead", "garde", "gardent",
  ]
  static let ripening: Set<String> = [
    "marinate", "soak", "brine", "ferment", "cure", "infuse", "steep", "pickle", "age", "macerate",
    "proof", "rise", "dry", "marinieren", "mariner", "marinar", "slow", "cook", "braise",
  ]
  static let alternatives: Set<String> = [
    "or", "up", "to", "and", "for", "at", "least", "preferably", "ideally", "even", "better", "as",
    "much", "long", "if", "possible", "just", "only", "oder", "bis", "ou", "o", "of", "eller", "zu",
    "noch",
    "besser", "mieux", "until", "low", "high",
  ]
  static let ors: Set<String> = ["or", "oder", "ou", "o", "of", "eller"]
  static let adding: Set<String> = ["add", "adding", "adds", "plus"]
  static let reheating: Set<String> = [
    "reheat", "reheating", "reheats", "rewarm", "aufwärmen", "réchauffer", "recalentar",
    "riscaldare", "opwarmen", "reaquecer",
  ]
  static let additions: Set<String> = [
    "more", "another", "longer", "additional", "extra", "further", "weitere", "länger", "plus",
    "mais", "más", "più", "meer",
  ]
  static let lets: Set<String> = [
    "let", "allow", "leave", "lassen", "laisser", "laissez", "dejar", "deja", "lasciare", "lascia",
    "laat", "deixar", "deixe", "låt",
  ]
  static let turns: Set<String> = ["flip", "turn", "wenden", "retourner", "voltear", "girare"]
  static let switches: Set<String> = ["off", "down", "up", "on", "out"]
  static let heats: Set<String> = ["heat", "oven", "burner", "flame", "stove", "hob"]
  static let pans: Set<String> = ["pan", "pot", "skillet", "wok", "saucepan", "casserole", "lid"]
  static let turnedOver: Set<String> = ["it", "them", "over", "each"]
  static let lesser: Set<String> = [
    "less", "fewer", "shy", "short", "longer", "weniger", "moins", "menos", "meno", "minder",
    "kürzer",
  ]
  static let thans: Set<String> = ["than", "of", "als", "que", "di", "do", "dan"]
  static let thoseWords: Set<String> = [
    "these", "those", "diese", "diesen", "ces", "estos", "estas", "queste", "questi", "esses",
    "deze", "dessa",
  ]
  static let keepingHeadings: Set<String> = [
    "storage", "storing", "store", "leftovers", "ahead", "freezer", "freezing", "freeze",
    "reheating", "reheat", "keeping", "aufbewahrung", "conservation", "conservación",
    "conservazione", "bewaren", "förvaring",
  ]
  static let mosts: Set<String> = ["maximum", "max", "most", "höchstens", "massimo", "máximo"]
  static let fors: Set<String> = ["for", "für", "pour", "para", "per", "voor", "för"]
  static let cases: Set<String> = ["for", "if", "when", "with", "bei", "pour", "si", "se", "als"]
  static let bests: Set<String> = [
    "preferably", "ideally", "recommended", "best", "better", "ideal", "idealerweise", "besser",
    "préférence", "idéal", "idéalement", "mieux", "preferencia", "idealmente", "preferenza",
    "meglio", "voorkeur", "preferência",
  ]
  static let ifs: Set<String> = ["if", "wenn", "falls", "si", "se", "als", "om", "hvis"]
  static let subjects: Set<String> = ["it", "they", "the", "your"]
  static let thisWords: Set<String> = ["this", "it", "that"]
  static let whiles: Set<String> = ["while", "as", "when", "während", "pendant", "mientras"]
  static let waits: Set<String> = ["rest", "rise", "break", "soak", "chill", "proof"]
  static let watts: Set<String> = ["w", "watt", "watts", "vatios"]
  static let toos: Set<String> = ["also", "too"]
  static let heatedAgain: Set<String> = [
    "oil", "pan", "skillet", "pot", "wok", "oven", "fat", "grill",
  ]
  static let wheres: Set<String> = ["in", "on", "im", "dans", "au", "en", "nel", "no", "i"]
  static let negations: Set<String> = [
    "not", "nicht", "kein", "keine", "pas", "no", "non", "niet", "geen", "não", "inte", "ikke",
  ]
  static let puts: Set<String> = [
    "put", "place", "transfer", "return", "pop", "zet", "leg", "plaats", "lägg", "ställ", "sätt",
    "sett", "legg", "mettre", "mettez", "placez", "poner", "pon", "metti", "mettete", "coloque",
  ]
  static let otherwise: Set<String> = [
    "alternatively", "alternativ", "sinon", "alternativement", "alternativamente", "alternatief",
  ]
  static let readies: Set<String> = [
    "ready", "done", "fertig", "prêt", "lista", "listo", "pronto", "klaar",
  ]
  static let meals: Set<String> = ["meal", "meals", "recipe", "recipes", "dinner", "dish", "lunch"]
  static let ends: Set<String> = ["end", "fin", "ende", "fine", "fim", "einde", "slutet"]
  static let alwaysThere: Set<String> = [
    "continuously", "constantly", "nonstop", "ständig", "constamment", "constantemente",
    "continuamente", "voortdurend", "ständigt", "breaking",
    "crumbling", "scramble", "scrambled", "scrambling",
  ]
  static let notes: Set<String> = ["note", "notes", "tip", "tips"]
  static let untils: Set<String> = ["until", "till", "til", "bis", "hasta", "finché", "totdat"]
  static let englishInEn: Set<String> = ["soften", "thicken", "blacken", "harden", "frozen"]
}
