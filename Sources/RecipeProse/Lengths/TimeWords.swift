/// The words for lengths of time: English, German, French, Spanish, Italian, Dutch, Portuguese and
/// Swedish side by side, since no word means one length here and another there.
package enum TimeWords {
  /// The seconds of a unit; nil for a word that is none.
  package static func seconds(ofUnit word: String) -> Double? { units[word] }

  private static let units: [String: Double] = table([
    1: "second seconds sec secs s sekunde sekunden sek seconde secondes secondi seconden segundo "
      + "segundos seg sekund sekunder sekunders",
    60: "minute minutes min mins m minuten minuto minutos minuti minuut minuter mn minuet minuets "
      + "minut mintues mintes minitues minuts minütig minütige minütigen minütiger "
      + "minütiges minutter minutters minuters",
    3600:
      "hour hours hr hrs h stunde stunden std heure heures hora horas ora ore uur uren "
      + "u stündig stündige stündigen stündiger stündiges timme timmar tim timma",
    86_400: "day days d tag tage tagen jour jours día días dia dias giorno giorni dag dagen dagar "
      + "dygn",
    604_800: "week weeks wk wks woche wochen semaine semaines semana semanas settimana settimane "
      + "weken vecka veckor",
    2_592_000: "month months monat monate monaten mois mes meses mese mesi maand maanden mês "
      + "månad månader",
  ])

  /// The English word for the unit of a timer, in any language known; nil for what is not just a
  /// unit.
  ///
  /// What stands in a timer's place for units is one, so words count here that mean other things in
  /// a sentence (`2%timer` is two hours in Danish), and letters that stand alone.
  package static func timerUnit(_ written: String) -> String? {
    var word = Substring(written.lowercased())
    if word.hasSuffix(".") { word.removeLast() }
    guard let seconds = timerUnits[String(word)] ?? units[String(word)] else { return nil }
    return names[seconds]
  }

  private static let names: [Double: String] = [
    1: "seconds", 60: "minutes", 3600: "hours", 86_400: "days", 604_800: "weeks",
    2_592_000: "months",
  ]

  private static let timerUnits: [String: Double] = table([
    1: "\" sekunter sekunnit sekuntia с сек секунд секунда секунды másodperc saniye 秒 초 giây",
    60:
      "' ′ minutter minut minutów minuty minutt minuutti minuuttia perc dakika dk мин минут минута "
      + "минути минуты хв хвилин хвилини хвилина λεπτά λεπτό 分 分钟 分鐘 분 phút דקות دقيقة دقائق",
    3600: "timer time tunti tuntia óra saat ч час часа часов часове год година години годин "
      + "godzina godziny godzin hod hodina hodiny hodin ώρα ώρες 時間 小时 小時 시간 giờ שעות ساعة ساعات",
    86_400: "døgn dager päivä päivää nap gün день дня дней дні днів dzień dni den dny 日 天 일 ngày",
  ])

  /// Units of one letter, which count only right after digits (`10m`, `2d`).
  static let attachedUnits: Set<String> = ["m", "d", "s", "u"]

  /// Words before `1 time` that are Danish or Norwegian.
  static let beforeNordicHour: Set<String> = [
    "i", "ca", "cirka", "omkring", "til", "om", "minst", "mindst",
  ]

  /// Words that hours of those languages follow: half an hour, an hour and a half.
  static let nordicHalves: Set<String> = ["halv", "halvannen", "halvanden"]

  /// Hours in so few letters that minutes stand right behind them: `1h30`.
  static let shortHours: Set<String> = ["h", "hr", "hrs", "std", "tim", "heure", "u"]

  /// Units that stand for one alone.
  static let singular: Set<String> = ["minute", "minuut", "minuto", "second", "hour"]

  /// Units that a full stop may follow within a sentence.
  static let shortened: Set<String> = [
    "min", "mins", "mn", "sec", "secs", "sek", "seg", "hr", "hrs", "h", "std", "tim",
  ]

  /// Units whose word also means the one after the first.
  static let ordinals: Set<String> = ["second", "seconde", "segundo"]

  /// Words that stand for a number.
  package static let numbers: [String: Double] = {
    var values = table([
      1: "one a an another ein eine einer einem einen un une uno una een um uma en ett",
      2: "two couple paio zwei deux dos due twee dois duas två",
      3:
        "quelques einige paar qualche alguns algunos unos enkele några three few drei trois tres "
        + "tre drie três",
      4: "four several vier quatre cuatro quattro quatro fyra",
      5: "five fünf cinq cinco cinque vijf fem",
      6: "six sechs seis sei zes sex", 7: "seven sieben sept siete sette zeven sete sju",
      8: "eight acht huit ocho otto oito åtta", 9: "nine neun neuf nueve nove negen nio",
      10: "dizaine decina decena dezena ten zehn dix diez dieci tien dez tio",
      11: "eleven elf onze once undici elva",
      12: "douzaine twelve zwölf douze doce dodici twaalf doze tolv", 13: "thirteen",
      14: "fourteen",
      15: "quinzaine quindicina fifteen fünfzehn quinze quince quindici vijftien femton",
      16: "sixteen",
      17: "seventeen", 18: "eighteen", 19: "nineteen",
      20: "vingtaine ventina twenty zwanzig vingt veinte venti twintig vinte tjugo",
      25: "twentyfive venticinque",
      30: "trentaine trentina thirty dreißig trente treinta trenta dertig trinta trettio",
      40: "forty vierzig quarante cuarenta quaranta veertig quarenta fyrtio",
      45: "fortyfive fünfundvierzig", 50: "fifty fünfzig cinquante cincuenta cinquanta vijftig",
      60: "sixty", 90: "ninety neunzig nonante noventa novanta negentig",
    ])
    values.merge(
      table([
        0: "half halbe halben halbes demi demie media medio mezza mezzo mezz halve meia meio halv "
          + "halvt"
      ]).mapValues { _ in 0.5 }
    ) { $1 }
    for word in [
      "quarter", "quarters", "viertel", "quart", "quarts", "quarto", "quarti", "cuarto", "cuartos",
      "kwart", "kvart",
    ] {
      values[word] = 0.25
    }
    for word in [
      "anderthalb", "eineinhalb", "anderhalf", "anderhalve", "halvannen", "halvanden",
    ] {
      values[word] = 1.5
    }
    values["zweieinhalb"] = 2.5
    values["dreieinhalb"] = 3.5
    return values
  }()

  /// Words that hold number and unit in one.
  static let lengths: [String: Double] = [
    "kwartier": 900, "viertelstunde": 900, "dreiviertelstunde": 2700, "halfuur": 1800,
    "halvtimme": 1800, "mezzora": 1800,
  ]

  /// Words for a half that follow `and`: `an hour and a half`.
  static let halves: Set<String> = [
    "half", "demie", "demi", "media", "medio", "mezza", "mezzo", "meia", "meio", "halv", "halb",
  ]

  /// Words between a number and its unit: `5 more minutes`.
  static let fillers: Set<String> = [
    "more", "ish", "additional", "extra", "full", "whole", "good", "further", "other", "solid",
    "long",
    "of", "d", "de", "di", "an", "weitere", "weiteren", "ganze", "autres", "bonnes", "más", "mas",
    "altri",
    "altre", "mais", "ytterligare", "till", "extra",
  ]

  /// Words between the ends of a range.
  package static let rangeWords: Set<String> = [
    "to", "or", "bis", "oder", "à", "ou", "a", "o", "tot", "of", "till", "eller", "al", "hasta",
    "até", "through", "thru",
  ]

  /// Words that join hours and minutes.
  static let joiners: Set<String> = ["and", "und", "et", "y", "e", "en", "och", "plus"]

  private static func table(_ entries: [Double: String]) -> [String: Double] {
    var values: [String: Double] = [:]
    for (value, words) in entries {
      for word in words.split(separator: " ") { values[String(word)] = value }
    }
    return values
  }
}
