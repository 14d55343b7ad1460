/// The words for lengths of time of all languages side by side, since no word means one length here
/// and another there.
package enum TimeWords {
  /// The seconds of a unit; nil for a word that is none.
  package static func seconds(ofUnit word: String) -> Double? { units[word] }

  private static let units = values("unit")

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
  static let attachedUnits = Lexicon.words("attached-units")

  /// Words before `1 time` that are Danish or Norwegian.
  static let beforeNordicHour = Lexicon.words("before-nordic-hour")

  /// Words that hours of those languages follow: half an hour, an hour and a half.
  static let nordicHalves = Lexicon.words("nordic-halves")

  /// Hours in so few letters that minutes stand right behind them: `1h30`.
  static let shortHours = Lexicon.words("short-hours")

  /// Units that stand for one alone.
  static let singular = Lexicon.words("singular")

  /// Units that a full stop may follow within a sentence.
  static let shortened = Lexicon.words("shortened")

  /// Units whose word also means the one after the first.
  static let ordinals = Lexicon.words("ordinals")

  /// Words that stand for a number.
  package static let numbers = values("number")

  /// Words that hold number and unit in one.
  static let lengths = values("length")

  /// Words for a half that follow `and`: `an hour and a half`.
  static let halves = Lexicon.words("halves")

  /// Words between a number and its unit: `5 more minutes`.
  static let fillers = Lexicon.words("fillers")

  /// Words between the ends of a range.
  package static let rangeWords = Lexicon.words("range-words")

  /// Words that join hours and minutes.
  static let joiners = Lexicon.words("joiners")

  /// The words of the lexica whose name is a number behind a colon, with that number.
  static func values(_ name: String) -> [String: Double] {
    var values: [String: Double] = [:]
    for (value, words) in Lexicon.numberedWords(name) {
      for word in words { values[word] = value }
    }
    return values
  }

  private static func table(_ entries: [Double: String]) -> [String: Double] {
    var values: [String: Double] = [:]
    for (value, words) in entries {
      for word in words.split(separator: " ") { values[String(word)] = value }
    }
    return values
  }
}
