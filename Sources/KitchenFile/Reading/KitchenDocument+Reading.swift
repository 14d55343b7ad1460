package import KitchenModel

extension KitchenDocument {
  /// What was read from a kitchen file.
  package struct Reading: Sendable {
    /// The document.
    package var document: KitchenDocument
    /// What the cook should know of it.
    package var remarks: [Diagnostic]
    private let places: [Site: Diagnostic.Place]

    fileprivate init(
      document: KitchenDocument, remarks: [Diagnostic], places: [Site: Diagnostic.Place]
    ) {
      self.document = document
      self.remarks = remarks
      self.places = places
    }

    /// The place in the file of a part of the document.
    package func place(of site: Site) -> Diagnostic.Place? { places[site] }

    /// What a finding in the document, made with a kitchen or a menu of the caller's own, comes
    /// to in the file.
    package func diagnostic(for finding: Finding) -> Diagnostic {
      Diagnostic(.badContent, finding.fault, at: places[finding.site])
    }
  }

  /// The most bytes that a kitchen file has: 10 MB.
  package static let largest = 10_000_000

  /// Reads a kitchen file: YAML or, where it begins with `{`, JSON.
  ///
  /// - Parameter file: What messages call the file.
  /// - Throws: the first fault, of kind ``Diagnostic/Kind/badContent``, with its place.
  package static func read(
    _ bytes: some Collection<UInt8>, named file: String
  ) throws(Diagnostic) -> Reading {
    do throws(Diagnostic) {
      let source = try source(of: bytes)
      var reader = DocumentReader()
      let document = try reader.document(source)
      let places = reader.places.mapValues { $0.inFile(file) }
      if let finding = document.findings.first {
        throw Diagnostic(.badContent, finding.fault, at: places[finding.site])
      }
      let remarks = document.remarks.map { site, remark in
        Diagnostic(
          remark.kind, remark.message, at: places[site], hints: remark.hints,
          severity: remark.severity)
      }
      return Reading(document: document, remarks: remarks, places: places)
    } catch {
      throw error.inFile(file)
    }
  }

  /// Reads a dish by itself, as ``yaml(of:)`` writes it for an editor.
  ///
  /// - Throws: the first fault, of kind ``Diagnostic/Kind/badContent``, with its place.
  package static func readDish(
    _ bytes: some Collection<UInt8>, named file: String
  ) throws(Diagnostic) -> Dish {
    do throws(Diagnostic) {
      let source = try source(of: bytes)
      var reader = DocumentReader()
      let dish = try reader.dish(source, at: 0)
      if let finding = dish.findings().first {
        throw Diagnostic(.badContent, finding.fault, at: reader.places[finding.site])
      }
      return dish
    } catch {
      throw error.inFile(file)
    }
  }

  private static func source(
    of bytes: some Collection<UInt8>
  ) throws(Diagnostic) -> SourceNode {
    let hint = "Write a kitchen file as the examples show: dishes with their steps."
    guard bytes.count <= largest else {
      throw Diagnostic(
        .badContent, "The file is larger than \(largest / 1_000_000) MB.",
        hints: ["Is it a kitchen file? Split it, if so."])
    }
    guard !bytes.contains(0), var text = String(validating: bytes, as: UTF8.self) else {
      throw Diagnostic(
        .badContent, "The file is not text in UTF-8.",
        hints: ["Is it a kitchen file? Save it as UTF-8, if so."])
    }
    if text.unicodeScalars.first == "\u{FEFF}" { text.unicodeScalars.removeFirst() }
    let isJSON = text.unicodeScalars.first { !$0.properties.isWhitespace } == "{"
    guard let node = isJSON ? try SourceNode.json(text) : try YAMLReader.read(text), !node.isNull
    else {
      throw Diagnostic(
        .badContent, "The file is empty.", at: Diagnostic.Place(line: 1, column: 1), hints: [hint])
    }
    guard case .map(let entries) = node.content else {
      throw node.fault("A kitchen file has keys with values; this file holds \(node.sort).", hint)
    }
    guard !entries.isEmpty else {
      throw node.fault("The file has no kitchen, dishes or meals.", hint)
    }
    return node
  }

  /// What a cook should know though nothing is wrong.
  private var remarks: [(Site, Diagnostic)] {
    let known = Set(dishes.map(\.name))
    return meals.enumerated().flatMap { index, meal in
      meal.dishes.enumerated().compactMap { place, dish -> (Site, Diagnostic)? in
        guard !known.contains(dish) else { return nil }
        let near = NearMiss.question(of: dishes.map(\.name.text), for: dish.text)
        return (
          .mealDish(meal: index, place),
          Diagnostic(
            .badContent,
            "The meal \(meal.name.text.quoted) names \(dish.text.quoted), which is"
              + " not in this file.", hints: near.map { [$0] } ?? [],
            severity: .remark)
        )
      }
    }
  }
}

extension Diagnostic {
  /// The same with the file's name in its place.
  fileprivate func inFile(_ file: String) -> Diagnostic {
    var named = self
    named.place = (place ?? Place()).inFile(file)
    return named
  }
}

extension Diagnostic.Place {
  fileprivate func inFile(_ file: String) -> Self {
    Self(file: file, line: line, column: column)
  }
}
