import KitchenModel

/// The keys of a group with their values; keys that do not belong there are refused.
struct Fields {
  private let entries: [String: SourceNode.Entry]
  /// Where the group begins.
  let node: SourceNode

  /// Opens `node`, which must be a group with no other keys than `known`.
  ///
  /// - Parameter elsewhere: The hints for keys that are known, but not here.
  init(
    _ node: SourceNode, of what: String, known: [String], elsewhere: [String: String] = [:]
  ) throws(Diagnostic) {
    guard case .map(let list) = node.content else {
      throw node.fault(
        "\(what.firstUpper) cannot be \(node.sort).",
        "Write its keys: \(known.prefix(4).joined(separator: ", ")), ….")
    }
    var entries: [String: SourceNode.Entry] = [:]
    for entry in list {
      guard known.contains(entry.key) else {
        let nearest = NearMiss.question(of: known, for: entry.key)
        let hint = elsewhere[entry.key] ?? nearest ?? "Known are \(known.joined(separator: ", "))."
        throw Diagnostic(
          .badContent, "Unknown key \(entry.key.quoted) in \(what).", at: entry.place,
          hints: [hint])
      }
      entries[entry.key] = entry
    }
    self.node = node
    self.entries = entries
  }

  /// The value of a key; nil where the key is missing or its value is nothing.
  subscript(key: String) -> SourceNode? {
    guard let value = entries[key]?.value, !value.isNull else { return nil }
    return value
  }

  /// The value of a key, even where it is nothing; nil where the key is missing.
  func given(_ key: String) -> SourceNode? { entries[key]?.value }

  /// Where a key stands; nil where it is missing.
  func place(of key: String) -> Diagnostic.Place? { entries[key]?.place }

  /// The text of a key; nil where it is missing.
  func text(_ key: String) throws(Diagnostic) -> String? { try self[key]?.text(as: key) }

  /// The whole number of a key; nil where it is missing.
  func number(_ key: String) throws(Diagnostic) -> Int? { try self[key]?.number(as: key) }

  /// The clock time of a key; nil where it is missing.
  func clockTime(_ key: String) throws(Diagnostic) -> ClockTime? {
    guard let node = self[key] else { return nil }
    let text = try node.scalar(as: key)
    do throws(ClockTimeFault) {
      return try ClockTime(parsing: text)
    } catch {
      throw Diagnostic(.badContent, error, at: node.place)
    }
  }

  /// The length of time of a key; nil where it is missing.
  func seconds(_ key: String) throws(Diagnostic) -> Seconds? { try self[key]?.seconds(as: key) }

  /// The list of a key; empty where it is missing.
  func list(_ key: String) throws(Diagnostic) -> [SourceNode] {
    try self[key]?.list(as: key) ?? []
  }

  /// The list of texts of a key; empty where it is missing.
  func texts(_ key: String) throws(Diagnostic) -> [String] {
    var texts: [String] = []
    for node in try list(key) { texts.append(try node.text(as: key)) }
    return texts
  }
}

extension SourceNode {
  /// The characters of a scalar, whatever they mean.
  func scalar(as key: String) throws(Diagnostic) -> String {
    guard case .scalar(let text, _) = content else {
      throw fault("\(key.quoted) cannot be \(sort).", "Write a single value.")
    }
    return text
  }

  /// A scalar that is text; a bare number is taken for text too, a truth value is not.
  func text(as key: String) throws(Diagnostic) -> String {
    guard case .scalar(let text, _) = content, boolean == nil, !isNull else {
      throw fault("\(key.quoted) cannot be \(sort).", "Write text, in quotation marks if need be.")
    }
    return text
  }

  /// A whole number.
  func number(as key: String) throws(Diagnostic) -> Int {
    guard case .scalar(let text, .plain) = content, let number = Int(text) else {
      throw fault("\(key.quoted) cannot be \(sort).", "Write a whole number from 1.")
    }
    return number
  }

  /// A truth value.
  func truth(as key: String) throws(Diagnostic) -> Bool {
    guard let boolean else {
      throw fault("\(key.quoted) cannot be \(sort).", "Write true or false.")
    }
    return boolean
  }

  /// A list.
  func list(as key: String) throws(Diagnostic) -> [SourceNode] {
    guard case .list(let items) = content else {
      throw fault("\(key.quoted) cannot be \(sort).", "Write a list in brackets, as in [a, b].")
    }
    return items
  }

  /// A duration, which is never negative.
  func seconds(as key: String) throws(Diagnostic) -> Seconds {
    let text = try scalar(as: key)
    do throws(DurationFault) {
      return try Seconds(durationText: text)
    } catch {
      throw Diagnostic(.badContent, error, at: place)
    }
  }

  /// A time lag, which may be negative.
  func lag(as key: String) throws(Diagnostic) -> Seconds {
    let text = try scalar(as: key)
    do throws(DurationFault) {
      return try Seconds(lagText: text)
    } catch {
      throw Diagnostic(.badContent, error, at: place)
    }
  }

  /// How long something keeps: a duration, or `true` or `false`.
  func keeping(as key: String) throws(Diagnostic) -> Keeping {
    if let boolean { return boolean ? .withoutEnd : .notAtAll }
    let text = try scalar(as: key)
    do throws(KeepingFault) {
      return try Keeping(parsing: text)
    } catch {
      throw Diagnostic(.badContent, error, at: place)
    }
  }

  /// What equipment does to what is in it.
  func heat(as key: String) throws(Diagnostic) -> Heat {
    let text = try scalar(as: key)
    do throws(HeatFault) {
      return try Heat(parsing: text)
    } catch {
      throw Diagnostic(.badContent, error, at: place)
    }
  }

  /// The name of a dish or a meal.
  func name(as key: String) throws(Diagnostic) -> Name {
    let text = try text(as: key)
    do throws(NameFault) {
      return try Name(text)
    } catch {
      throw Diagnostic(.badContent, error, at: place)
    }
  }

  /// An estimate: a duration, a range, or `{min, likely, max}` of which either `likely` or both
  /// ends are there.
  func estimate(as key: String) throws(Diagnostic) -> Estimate {
    guard case .map = content else {
      let text = try scalar(as: key)
      do throws(DurationFault) {
        return try Estimate(parsing: isNull ? "" : text)
      } catch {
        throw Diagnostic(.badContent, error, at: place)
      }
    }
    let fields = try Fields(self, of: "an estimate", known: ["min", "likely", "max"])
    let (low, likely, high) = (
      try fields.seconds("min"), try fields.seconds("likely"), try fields.seconds("max")
    )
    guard let minimum = low ?? likely, let maximum = high ?? likely else {
      throw fault("The estimate lacks a value.", "Write min and max, or likely.")
    }
    guard minimum <= maximum, likely.map({ (minimum...maximum).contains($0) }) ?? true else {
      throw fault("The estimate has its ends the wrong way round.", "Keep min ≤ likely ≤ max.")
    }
    return likely.map { Estimate(minimum: minimum, likely: $0, maximum: maximum) }
      ?? Estimate(from: minimum, to: maximum)
  }
}
