import Foundation
import KitchenFile
import KitchenModel
import TestSupport
import Testing

struct KitchenDocumentRoundTripTests {
  @Test(arguments: 0..<400)
  func `a document is read back equal from YAML and JSON`(seed: Int) throws {
    var random = RandomDocuments(seed: seed)
    let document = try random.document()
    let yaml = document.yaml
    #expect(try read(yaml) == document, "seed \(seed):\n\(yaml)")
    #expect(try read(yaml).yaml == yaml, "seed \(seed)")
    #expect(try read(document.json) == document, "seed \(seed):\n\(document.json)")
    for dish in document.dishes {
      let text = KitchenDocument.yaml(of: dish)
      #expect(try KitchenDocument.readDish(text.utf8, named: "x") == dish, "seed \(seed):\n\(text)")
    }
  }

  @Test(arguments: 0..<600)
  func `no change of bytes crashes the reader`(seed: Int) throws {
    var random = RandomDocuments(seed: seed)
    let document = try random.document()
    var bytes = Array((random.numbers.happens(50) ? document.yaml : document.json).utf8)
    for _ in 0...random.numbers.next(below: 8) where !bytes.isEmpty {
      let place = random.numbers.next(below: bytes.count)
      switch random.numbers.next(below: 4) {
      case 0: bytes[place] = UInt8(random.numbers.next(below: 256))
      case 1: bytes.removeSubrange(place...)
      case 2:
        bytes.insert(
          Array("[]{}:,-#&*!|>'\"%@`?\n\t ".utf8).randomElement(using: &random.numbers) ?? 0,
          at: place)
      default: bytes.append(contentsOf: bytes[place...].prefix(40))
      }
    }
    do {
      let document = try KitchenDocument.read(bytes, named: "x").document
      // What is taken for a kitchen file can be written again.
      #expect(try read(document.yaml) == document, "seed \(seed)")
    } catch let error as Diagnostic {
      #expect(error.kind == .badContent, "seed \(seed)")
      #expect(!error.message.isEmpty && error.place?.file == "x", "seed \(seed)")
    }
  }

  @Test func `writing is canonical`() throws {
    let text = """
      kitchen:
        cooks: [Ana, Ben]
        equipment:
          burner: 4
          oven: {count: 1, slots: 2, preheat: 10m}
        away:
          - {cook: Ana, from: "17:00", to: "17:20"}
      dishes:
        - name: Soup
          blocking: 5m
          waiting: 20m-30m
          tags: ["1", quick]
          notes: |-
            Stir.

            Season: to taste.
          says:
            start: "Soup: go!"
        - name: Gratin
          serve: any
          steps:
            - id: peel
              title: Peel the potatoes
              blocking: {min: 10m, likely: 11m, max: 15m}
            - id: bake
              waiting: 50m
              uses: {oven: 1}
              temperature: 180C
            - id: butter
              options:
                - {waiting: 3m, uses: {burner: 1}}
                - {blocking: 5m, cook: Ben}
              after: [Soup/waiting, {step: peel, from: start, min: null, max: 1h}]
      meals:
        - name: dinner
          dishes: [Gratin, Soup, Soup]

      """
    #expect(try read(text).yaml == text)
    #expect(KitchenDocument().yaml == "dishes: []\n")
    #expect(try read(KitchenDocument().json) == KitchenDocument())
  }

  @Test func `the lunch example is the lunch`() throws {
    let root = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
      .deletingLastPathComponent()
    let bytes = try Data(contentsOf: root.appending(path: "Examples/lunch.yaml"))
    let lunch = try KitchenDocument.read(bytes, named: "lunch.yaml").document
    #expect(lunch.kitchen?.cooks == .count(1))
    #expect(lunch.kitchen?.equipment == Array(Kitchen.standard.equipment.prefix(3)))
    #expect(lunch.dishes.map(\.name.text) == ["Pasta", "Meatloaf", "Avocado"])
    #expect(
      lunch.dishes.map { $0.steps[0].ways[0].duration.likely } == [10, 3, 2].map(Seconds.minutes))
    #expect(
      lunch.dishes.map(\.says.finish) == ["Pasta ready.", "Meatloaf heated.", "Avocado sliced."])
    #expect(lunch.meals.map(\.name.text) == ["lunch"])
  }

  private static let kitchens: URL? = ProcessInfo.processInfo.environment["BENCHMARK_DATA"]
    .map { URL(filePath: $0).appending(path: "kitchens") }

  @Test(.enabled(if: kitchens != nil, "BENCHMARK_DATA names the folder of sample kitchens"))
  func `every sample kitchen is read and written`() throws {
    let folder = try #require(Self.kitchens)
    let names = try FileManager.default.contentsOfDirectory(atPath: folder.path).filter {
      $0.hasSuffix(".json") && $0 != "expected.json"
    }.sorted()
    #expect(!names.isEmpty)
    for name in names {
      let bytes = try Data(contentsOf: folder.appending(path: name))
      let document = try KitchenDocument.read(bytes, named: name).document
      #expect(try read(document.yaml) == document, "\(name)")
      #expect(try read(document.json) == document, "\(name)")
    }
  }
}

extension Kitchen {
  fileprivate var sortedByName: Kitchen {
    Kitchen(cooks: cooks, equipment: equipment.sorted { $0.name < $1.name }, away: away)
  }
}
