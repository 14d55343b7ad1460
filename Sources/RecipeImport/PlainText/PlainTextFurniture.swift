/// Lines that only say when a note was written, or which page of a book it stands on.
enum PlainTextFurniture {
  /// Whether a line is nothing but that: `12 March 2024 at 18:22`, `Page 47`.
  static func contains(_ line: String) -> Bool {
    let words = line.lowercased().split { !$0.isLetter && !$0.isNumber }.map(String.init)
    guard (1...10).contains(words.count) else { return false }
    return isPage(words) || isDate(words, line)
  }

  private static func isPage(_ words: [String]) -> Bool {
    guard pages.contains(words[0]), words.count > 1 else { return false }
    return words.dropFirst().allSatisfy { $0.allSatisfy(\.isNumber) || ofs.contains($0) }
  }

  private static func isDate(_ words: [String], _ line: String) -> Bool {
    var numbers = 0
    var hasMonth = false
    for word in words {
      if word.allSatisfy(\.isNumber), word.count <= 4 {
        numbers += 1
      } else if isMonth(word) {
        hasMonth = true
      } else if !beside.contains(word), !isDay(word) {
        return false
      }
    }
    let hasYear = words.contains { $0.count == 4 && ($0.hasPrefix("19") || $0.hasPrefix("20")) }
    let isWritten = line.contains(".") || line.contains("/") || line.contains("-")
    return hasMonth ? numbers >= 1 : numbers >= 3 && (hasYear || isWritten && line.contains(":"))
  }

  /// `march`, `mars`, `märz`, `dic`: by the letters that the languages read have in common.
  private static func isMonth(_ word: String) -> Bool {
    word.count >= 3 && word.count <= 10 && word.allSatisfy(\.isLetter)
      && months.contains(String(word.prefix(3))) && !words.contains(word)
  }

  private static func isDay(_ word: String) -> Bool {
    days.contains { word.hasPrefix($0) } && word.count <= 10
  }

  private static let months: Set<String> = [
    "jan", "ene", "gen", "feb", "fév", "fev", "mar", "mär", "mrt", "maa", "apr", "avr", "abr",
    "may", "mai", "maj", "mei", "mag", "jun", "jui", "giu", "jul", "lug", "aug", "aoû", "ago",
    "sep", "set", "oct", "okt", "out", "ott", "nov", "dec", "déc", "dez", "dic",
  ]
  /// Words of dishes that begin as a month does.
  private static let words: Set<String> = [
    "mayo", "mayonnaise", "maize", "mais", "marmite", "marmalade", "marsala", "margarine",
    "margherita", "marinade", "marinara", "marinated", "maischips", "mango", "setas", "julienne",
    "junket", "octopus", "marinera", "marron", "marrow", "marble", "marshmallow",
  ]
  private static let days = [
    "monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday", "montag",
    "dienstag", "mittwoch", "donnerstag", "freitag", "samstag", "sonntag", "lundi", "mardi",
    "mercredi", "jeudi", "vendredi", "samedi", "dimanche", "lunes", "martes", "miércoles", "jueves",
    "viernes", "sábado", "domingo", "lunedì", "martedì", "mercoledì", "giovedì", "venerdì",
    "sabato", "domenica", "maandag", "dinsdag", "woensdag", "donderdag", "vrijdag", "zaterdag",
    "zondag", "segunda", "terça", "quarta", "quinta", "sexta", "måndag", "tisdag", "onsdag",
    "torsdag", "fredag", "lördag", "söndag",
  ]
  private static let beside: Set<String> = [
    "at", "um", "uhr", "à", "h", "le", "am", "pm", "on", "the", "created", "modified", "edited",
    "last", "note", "notiz", "vom", "erstellt", "de", "del", "alle", "kl", "den", "og", "op", "om",
    "uur", "el", "às", "th", "st", "nd", "rd",
  ]
  private static let pages: Set<String> = [
    "page", "seite", "pagina", "página", "sida", "side", "bladzijde",
  ]
  private static let ofs: Set<String> = ["of", "von", "sur", "de", "di", "van", "av"]
}
