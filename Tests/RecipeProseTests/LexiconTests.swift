import Foundation
import RecipeProse
import Testing

@Suite struct LexiconTests {
  @Test(arguments: [
    ("Fry the onions and add the stock.", "en"),
    ("Die Zwiebeln anbraten und mit Brühe ablöschen.", "de"),
    ("Faire revenir les oignons dans l'huile.", "fr"),
    ("Sofreír la cebolla y añadir el caldo.", "es"),
    ("Soffriggere la cipolla e aggiungere il brodo.", "it"),
    ("Fruit de uien en voeg de bouillon toe.", "nl"),
    ("Refogue a cebola e junte o caldo.", "pt"), ("Stek löken och häll på buljongen.", "sv"),
    ("Svits løgene og tilsæt bouillonen, og lad det simre i gryden.", "da"),
    ("Fres løken og tilsett buljongen, og la det småkoke i kjelen.", "no"),
  ])
  func `a text's language is known by its words`(text: String, language: String) {
    #expect(Lexicon.language(of: text) == language)
  }

  @Test(arguments: ["中火で15分煮る。弱火にして蓋をする。", "Варить 40 минут на медленном огне под крышкой."])
  func `a language without a lexicon is not read`(text: String) {
    #expect(!Lexicon.isRead(text))
  }

  @Test(arguments: Lexicon.all.keys.sorted())
  func `every row has a class that is known`(language: String) throws {
    let file = URL(filePath: #filePath).deletingLastPathComponent()
      .appending(path: "../../Lexica/\(language).tsv")
    let text = try String(contentsOf: file, encoding: .utf8)
    let rows = text.split(separator: "\n").prefix { !$0.hasPrefix("#=") }
    let unknown = rows.filter { !$0.hasPrefix("#") }.filter { row in
      let cells = row.split(separator: "\t", omittingEmptySubsequences: false)
      if cells.count == 3, cells[2] == "set" { return cells[0].isEmpty || cells[1].isEmpty }
      return cells.count < 4 || WordClass(rawValue: String(cells[3])) == nil
    }
    #expect(unknown == [])
  }
}
