/// The words that stand over, under and between the parts of a recipe in eight languages.
enum PlainTextWords {
  /// What a heading stands over.
  enum Part: Hashable {
    case ingredients, steps, notes
    /// Equipment, nutrition, comments: nothing that a dish keeps.
    case other
  }

  /// What a number in the head of a recipe tells.
  enum Figure: Hashable {
    case prep, cook, total, rest, yield
  }

  /// What a heading's words stand over; nil for other words.
  static func part(_ words: String) -> Part? { parts[words] }

  /// What the words before or behind a number say it is; nil for other words.
  static func figure(_ words: String) -> Figure? { figures[words] }

  private static let parts: [String: Part] = table([
    .ingredients: """
    ingredients, ingredient, ingr, ingred, zut, ingredient list, ingredients list, list of ingredients, you will need, \
    you'll need, what you need, what you'll need, shopping list, the ingredients, you need, zutaten, \
    zutatenliste, die zutaten, einkaufsliste, das brauchst du, das braucht man, man nehme, \
    ihr braucht, du brauchst, ingrédients, les ingrédients, il vous faut, il te faut, il faut, \
    liste des ingrédients, pour cette recette, ingredientes, los ingredientes, necesitas, \
    necesitamos, vas a necesitar, ingredienti, gli ingredienti, cosa serve, occorrente, servono, \
    ingrediënten, ingredienten, benodigdheden, dit heb je nodig, wat heb je nodig, nodig, \
    você vai precisar, os ingredientes, vai precisar, ingredienser, du skal bruge, du trenger, du behöver, det här behöver du
    """,
    .steps: """
    method, the method, prep, dir, dirs, instr, meth, directions, instructions, preparation, steps, how to make it, how to make, \
    procedure, what to do, cooking instructions, preparation steps, preparation method, recipe, \
    to make, cooking method, zub, zubereitung, die zubereitung, anleitung, so geht's, so gehts, \
    und so geht's, so wird's gemacht, vorgehen, arbeitsschritte, schritte, préparation, \
    la préparation, étapes, les étapes, réalisation, étapes de préparation, recette, déroulement, \
    préparation de la recette, preparación, elaboración, modo de preparación, pasos, procedimiento, \
    instrucciones, cómo se hace, cómo hacerlo, preparazione, procedimento, come si fa, istruzioni, \
    come si prepara, esecuzione, bereiding, bereidingswijze, werkwijze, zo maak je het, stappen, \
    aan de slag, de bereiding, preparo, modo de preparo, modo de fazer, preparação, como fazer, \
    modo de preparação, fremgangsmåde, fremgangsmåten, framgangsmåte, sådan gør du, slik gjør du, tilberedning, \
    gör så här, så här gör du, tillagning, instruktioner, tillvägagångssätt, \
    steg för steg, gör så
    """,
    .notes: """
    notes, note, tip, tips, cook's note, cook's notes, chef's tip, chef's tips, cook's tip, \
    variation, variations, storage, recipe notes, tipp, tipps, hinweis, hinweise, anmerkung, \
    anmerkungen, notiz, notizen, aufbewahrung, variante, varianten, astuce, astuces, conseil, \
    conseils, remarque, remarques, variantes, notes et astuces, conservation, consejo, consejos, \
    nota, notas, truco, trucos, conservación, consiglio, consigli, suggerimento, suggerimenti, \
    varianti, conservazione, opmerking, opmerkingen, variatie, bewaren, dica, dicas, observação, \
    observações, obs, kommentar, förvaring, variationer, tip van de chef
    """,
    .other: """
    equipment, utensils, special equipment, tools, you'll also need, nutrition, nutrition facts, \
    nutritional information, nutrition information, per serving, nutrition per serving, \
    nutritional info, per portion, valeurs nutritionnelles par portion, comments, reviews, commenti, \
    comentarios, commentaires, kommentare, reacties, comentários, kommentarer, recensioni, avis, \
    related recipes, you may also like, geräte, küchengeräte, nährwerte, nährwerte pro portion, \
    ustensiles, matériel, valeurs nutritionnelles, utensilios, información nutricional, \
    attrezzatura, strumenti, valori nutrizionali, keukengerei, voedingswaarden, utensílios, \
    informação nutricional, redskap, utrustning, näringsvärde
    """,
  ])

  private static let figures: [String: Figure] = table([
    .prep: """
    prep, prep time, preparation, preparation time, active, active time, hands on, hands-on, \
    hands-on time, preparing, vorbereitung, vorbereitungszeit, arbeitszeit, zubereitungszeit, \
    zubereitung, préparation, temps de préparation, préparer, preparación, \
    tiempo de preparación, preparazione, tempo di preparazione, voorbereiding, \
    voorbereidingstijd, bereidingstijd, preparo, tempo de preparo, tempo de preparação, \
    preparação, förberedelse, förberedelser, förberedelsetid, arbetstid
    """,
    .cook: """
    cook, cook time, cooking, cooking time, bake, bake time, baking time, baking, oven time, \
    kochzeit, backzeit, garzeit, kochen, koch-backzeit, koch backzeit, cuisson, temps de cuisson, \
    cocción, tiempo de cocción, horneado, cottura, tempo di cottura, kooktijd, oventijd, baktijd, \
    in de oven, cozimento, tempo de cozimento, tempo de forno, cozedura, koktid, tillagningstid, \
    gräddning, ugnstid, i ugnen
    """,
    .total: """
    total, total time, ready in, time, takes, all in all, all in, start to finish, in all, gesamtzeit, gesamt, insgesamt, dauer, \
    zeit, fertig in, gesamtdauer, temps total, durée, durée totale, prêt en, tiempo total, \
    tiempo, listo en, duración, tempo totale, tempo, pronto in, durata, totale tijd, tijd, \
    totaal, klaar in, tempo total, pronto em, totaltid, total tid, tid, klart på
    """,
    .rest: """
    rest, rest time, resting time, resting, chill, chilling, chill time, chilling time, additional time, \
    rising, proving, marinating, soaking, cooling, rising time, marinating time, in the fridge, fridge time, overnight, im kühlschrank, kühlen, \
    au frigo, au frais, de frigo, de nevera, nevera, en la nevera, in frigo, in frigorifero, \
    in de koelkast, na geladeira, i kylen, i kylskåp, ruhezeit, gehzeit, kühlzeit, wartezeit, marinierzeit, repos, \
    temps de repos, reposo, tiempo de reposo, riposo, tempo di riposo, rusttijd, wachttijd, \
    descanso, vilotid, jästid
    """,
    .yield: """
    serves, servings, serving, yield, yields, port, pers, makes, feeds, for, portions, portionen, ergibt, für, \
    reicht für, personen, portion, pour, nombre de personnes, personnes, parts, para, raciones, \
    comensales, rinde, porciones, personas, per, dosi per, dosi, porzioni, persone, voor, \
    aantal personen, porties, rende, rendimento, porções, pessoas, serve, portioner, antal \
    portioner, ger, för, räcker till, servering, recipe yield, zutaten für, menge für
    """,
  ])

  /// How a word of greeting or of sending something begins a line that is not of the recipe.
  static let greetings: Set<String> = [
    "hi", "hello", "hey", "dear", "hiya", "morning", "hallo", "liebe", "lieber", "servus", "moin",
    "salut", "bonjour", "coucou", "chère", "cher", "bonsoir", "hola", "querida", "querido",
    "buenas", "ciao", "cara", "caro", "buongiorno", "hoi", "beste", "lieve", "hallootjes", "olá",
    "oi", "hej", "hejsan", "tjena", "kära",
  ]

  /// How lines begin that announce a recipe, or speak of it.
  static let announcements = [
    "here's", "here is", "here it is", "here you go", "here goes", "there you go", "this is",
    "as promised", "you asked",
    "got it from",
    "sorry", "ok so", "okay", "so,", "so here", "found it", "let me know", "hope", "i hope",
    "my favourite",
    "my favorite", "hier ist", "hier kommt", "hier das", "hier mein", "wie versprochen", "anbei",
    "voici", "voilà", "comme promis", "te paso", "aquí", "aqui", "ecco", "come promesso",
    "ti mando",
    "zoals beloofd", "hierbij", "segue", "como prometido", "här kommer", "här är", "her er",
    "her kommer",
    "her får", "som utlovat",
    "print", "jump to", "save recipe", "pin it", "rate this", "share", "advertisement", "photo",
    "published", "updated", "posted", "by ", "recipe by", "author", "source", "from the", "from ",
    "adapted from", "difficulty", "course", "cuisine", "category", "categories", "calories",
    "keyword",
    "schwierigkeit", "kategorie", "kalorien", "difficulté", "dificultad", "difficoltà",
    "moeilijkheid",
    "dificuldade", "svårighet", "http", "www.", "rating", "scanned", "page ", "seite ", "calorías",
    "this recipe", "these are", "this makes", "my grandmother", "my mum", "my mom",
  ]

  /// How lines begin that end a message.
  static let farewells = [
    "enjoy", "cheers", "love", "xx", "xo", "thanks", "thank you", "bye", "best", "kind regards",
    "regards", "take care", "let me know", "hope you", "bon appétit", "bon appetit",
    "guten appetit",
    "liebe grüße", "viele grüße", "lg", "vg", "mfg", "gruß", "grüße", "bises", "bisous",
    "gros bisous",
    "à bientôt", "besos", "un beso", "un besazo", "besitos", "besazos", "bisou", "bacione",
    "lots of love", "with love", "yours", "hugs", "saludos", "un abrazo", "un abbraccio",
    "abbracci",
    "buen provecho", "que aproveche",
    "buon appetito", "baci", "un bacio", "a presto", "saluti", "groetjes", "groeten", "liefs",
    "eet smakelijk", "smakelijk", "beijos", "beijinhos", "abraços", "bom apetite", "kram",
    "hälsningar", "kærlig hilsen", "venlig hilsen", "hilsen", "velbekomme", "vennlig hilsen",
    "smaklig måltid", "hoppas", "sent from my", "von meinem", "envoyé de mon",
    "enviado desde", "inviato da", "verzonden vanaf", "enviado do", "skickat från", "kuss",
    "lass es dir",
    "lasst es euch", "régalez", "tell me how", "happy cooking", "happy baking", "good luck",
    "viel spaß",
    "thx", "amazing", "yum", "danke", "merci", "gracias", "grazie", "obrigado", "obrigada",
    "bedankt", "fertig",
    "edit:", "tack", "dikke kus", "een kus", "kus", "let us know", "did you make this",
    "leave a review", "rate this", "share this", "print",
    "tag us",
    "follow us", "subscribe", "hast du das rezept", "hast du es", "markiere", "avez-vous",
    "has probado",
    "betygsätt", "bewerte", "valora", "vota la", "beoordeel", "avalie", "note la recette",
    "hai provato", "heb je dit", "har du provat", "tag me", "did you try", "advertisement",
    "pin this", "http", "www.", "see you", "fammi sapere", "dimmi", "sag mir", "sag bescheid",
    "sagt bescheid", "dis-moi", "dis moi", "dites-moi", "dime", "cuéntame", "ya me dirás",
    "ya me contarás", "laat me weten", "laat maar weten", "me conta", "depois me conta", "diz-me",
    "säg till", "hör av dig", "sig til", "si fra", "that's it", "that's all", "and that's it",
    "das war's", "das wars", "c'est tout", "et voilà", "eso es todo", "y ya está", "è tutto",
    "tutto qui", "dat is alles", "dat was het", "é isso", "det var allt",
  ]

  /// Words that say alone that the dish is done.
  static let dones: Set<String> = [
    "done", "fertig", "klaar", "listo", "listos", "prêt", "voilà", "pronto", "prontinho", "färdigt",
    "klart", "klar", "enjoy", "ecco", "tadaa", "tada", "obrigada", "obrigado",
  ]

  /// What pages put between a recipe's lines.
  static let widgets: Set<String> = [
    "us customary - metric", "us customary", "metric", "1x 2x 3x", "1x", "2x", "3x", "cook mode",
    "springe zum rezept", "zum rezept springen", "drucken", "rezept drucken", "jump to recipe",
    "print recipe", "pin recipe", "rate recipe", "aller à la recette", "imprimer", "ir a la receta",
    "imprimir", "vai alla ricetta", "stampa", "naar het recept", "afdrukken", "skriv ut",
    "till receptet", "bewerten", "merken", "teilen", "speichern", "partager", "compartir",
    "cook mode prevent your screen from going dark", "deselect all", "select all", "add photo",
    "save this for later", "save for later", "save this post", "save this recipe", "whatsapp",
    "signal", "telegram", "save this for later!", "forwarded",
  ]

  /// Phrases before the name of a recipe within a line.
  static let recipesFor = [
    "recipe for ", "recipe of ", "the one for ", "how i make ", "rezept für ", "rezept von ",
    "recette de la ", "recette des ",
    "recette du ", "recette de ", "recette d'", "receta de la ", "receta del ", "receta de ",
    "ricetta del ", "ricetta della ", "ricetta delle ", "ricetta dei ", "ricetta per ",
    "ricetta di ", "recept voor ", "recept van ", "receita de ", "receita do ", "receita da ",
    "receptet på ", "recept på ",
  ]

  /// Words that stand before the name of a recipe and are not part of it.
  static let labels: Set<String> = [
    "title", "recipe", "name", "rezept", "titel", "recette", "titre", "receta", "título", "ricetta",
    "titolo", "recept", "receita", "recipe name", "dish", "rezeptname", "nom",
  ]

  /// Words of agreement before what somebody was asked for.
  static let agreements: Set<String> = [
    "sure", "ok", "okay", "yes", "yep", "yeah", "of course", "klar", "gerne", "ja", "oui",
    "bien sûr", "claro", "sí", "certo", "sì", "natuurlijk", "sim", "absolut", "visst", "japp",
    "jepp", "jupp", "jo",
  ]

  /// Phrases before what is needed, within a sentence.
  static let needs = [
    " you need ", " you'll need ", " you will need ", " brauchst du ", " brauchen wir ",
    " braucht man ", " braucht ihr ", " il faut ", " il te faut ", " il vous faut ", " necesitas ",
    " necesitamos ", " servono ", " ti servono ", " heb je nodig ", " você precisa de ",
    " behöver du ",
  ]

  /// Words between the last two of a list.
  static let ands = [" and ", " und ", " et ", " y ", " e ", " en ", " och ", " og "]

  /// Words for a part of a dish: `For the sauce`.
  static let forWords: Set<String> = ["for", "für", "pour", "para", "per", "voor", "för", "til"]

  /// What a title says how many there are of: `5-ingredient chilli`.
  static let countedInTitles: Set<String> = [
    "ingredient", "ingredients", "zutaten", "ingrédients", "ingredientes", "ingredienti",
    "ingrediënten", "ingredienser", "step", "layer", "bean", "cheese", "way", "pot", "pan",
    "course",
  ]

  /// Words that no line of ingredients ends with.
  static let openEnds: Set<String> = [
    "with", "and", "of", "in", "into", "or", "the", "mit", "und", "oder", "von", "et", "ou", "avec",
    "con", "y", "o", "di", "met", "en", "com", "med", "och", "eller",
  ]

  /// Words that say whose dish it is.
  static let possessives: Set<String> = [
    "my", "our", "mum's", "mom's", "gran's", "grandma's", "meine", "mein", "unsere", "ma", "mon",
    "mes", "notre", "mi", "mis", "mia", "mio", "mijn", "onze", "minha", "meu", "min", "mitt", "vår",
  ]

  /// Articles and the like before a dish's name in a sentence.
  static let articles: Set<String> = [
    "the", "a", "my", "our", "that", "those", "your", "mum's", "die", "den", "das", "der", "meine",
    "meinen", "unsere", "la", "le", "les", "ma", "mon", "el", "los", "las", "mi", "il", "lo", "gli",
    "mia", "mio", "het", "de", "mijn", "o", "os", "as", "minha", "meu", "min", "mitt",
  ]

  /// Units and measures of food.
  static let measures: Set<String> = Set(
    """
    g gr gram grams gramm kg kilo kilos mg ml cl dl l lt ltr litre litres liter liters cup cups c \
    tbsp tbsps tbs tb tablespoon tablespoons tsp tsps t teaspoon teaspoons oz ounce ounces lb lbs \
    pound pounds pint pints quart quarts qt gallon can cans tin tins jar jars packet packets pkg \
    package stick sticks clove cloves slice slices pinch bunch sprig sprigs stalk stalks head heads \
    handful dash knob fillet fillets bag bottle el tl esslöffel teelöffel stk stück stücke pck pkt \
    päckchen packung dose dosen bund zehe zehen prise msp becher tasse tassen scheibe scheiben \
    zweig zweige würfel schuss cs cc càs càc cuil cuillère cuillères cuillerée sachet sachets \
    gousse gousses pincée pincées brin brins tranche tranches verre verres botte boîte noix \
    cucharada cucharadas cda cdas cdta cdtas cucharadita cucharaditas diente dientes pizca lata \
    taza tazas vaso vasos chorro rebanada hoja hojas cucchiaio cucchiai cucchiaino cucchiaini \
    spicchio spicchi bustina bustine pizzico bicchiere etto etti fetta fette mazzetto eetlepel \
    eetlepels theelepel theelepels teen teentje teentjes tenen snufje blik blikje bosje ons plak \
    plakken takje colher colheres xícara xícaras dente dentes pitada copo fatia fatias maço msk spsk knsp fed dåse dåser bundt pose ss ts boks \
    tsk krm st klyfta klyftor burk nypa skiva skivor knippe kryddmått
    """.split(separator: " ").map(String.init))

  /// Words for a little, with which a line of ingredients may begin.
  static let littles: Set<String> = [
    "pinch", "dash", "handful", "knob", "some", "drizzle", "splash", "juice", "zest", "salt",
    "pepper",
    "olive", "etwas", "prise", "handvoll", "salz", "pfeffer", "öl", "pincée", "sel", "poivre",
    "huile",
    "pizca", "sal", "pimienta", "aceite", "pizzico", "sale", "olio", "snufje", "zout", "peper",
    "beetje", "pitada", "azeite", "nypa", "lite", "peppar", "half", "one", "two", "three", "a",
    "an",
    "ein", "eine", "un", "une", "una", "een", "um", "uma", "en", "ett", "½",
  ]

  /// How a line of ingredients may end.
  static let tastes = [
    "to taste", "as needed", "for frying", "for serving", "to serve", "optional", "nach geschmack",
    "zum braten", "nach belieben", "selon le goût", "selon goût", "au goût", "al gusto",
    "q.b.", "q.b", "qb", "quanto basta", "naar smaak", "a gosto", "efter smak",
  ]

  private static func table<Meaning>(_ lists: KeyValuePairs<Meaning, String>) -> [String: Meaning] {
    var table: [String: Meaning] = [:]
    for (meaning, list) in lists {
      for words in list.split(separator: ",") {
        table[words.split(separator: " ").joined(separator: " ")] = meaning
      }
    }
    return table
  }
}
