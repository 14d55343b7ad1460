import KitchenModel

/// A reproducible source of random numbers (Steele, Lea and Flood's SplitMix64).
struct SplitMix: RandomNumberGenerator {
  private var state: UInt64

  init(seed: Int) { state = UInt64(truncatingIfNeeded: seed) }

  mutating func next() -> UInt64 {
    state &+= 0x9E37_79B9_7F4A_7C15
    var mixed = state
    mixed = (mixed ^ (mixed >> 30)) &* 0xBF58_476D_1CE4_E5B9
    mixed = (mixed ^ (mixed >> 27)) &* 0x94D0_49BB_1331_11EB
    return mixed ^ (mixed >> 31)
  }
}

/// Random values of the model, with everything that a kitchen file can say.
struct RandomKitchen {
  var random: SplitMix

  init(seed: Int) { random = SplitMix(seed: seed) }

  mutating func int(_ range: ClosedRange<Int>) -> Int { Int.random(in: range, using: &random) }
  mutating func flag() -> Bool { Bool.random(using: &random) }

  mutating func maybe<T>(_ value: (inout RandomKitchen) throws -> T) rethrows -> T? {
    flag() ? try value(&self) : nil
  }

  mutating func list<T>(
    upTo count: Int, _ element: (inout RandomKitchen) throws -> T
  ) rethrows -> [T] {
    var elements: [T] = []
    for _ in 0..<int(0...count) { elements.append(try element(&self)) }
    return elements
  }

  mutating func word() -> String {
    let pieces = ["Zwiebel", "crème", "ÄPFEL", "'; --", "🥑", "e\u{301}clair", "日本", "a b", "%_"]
    return pieces.randomElement(using: &random) ?? ""
  }

  mutating func text() -> String {
    list(upTo: 4) { $0.word() }.joined(separator: flag() ? "\n" : " ")
  }

  mutating func seconds() -> Seconds { Seconds(int(0...Seconds.longest.count)) }

  mutating func clockTime() -> ClockTime {
    let time = ClockTime.TimeOfDay(
      hour: int(0...23), minute: int(0...59), second: flag() ? 0 : int(0...59))
    return flag()
      ? .timeOfDay(time)
      : .dated(year: int(1970...2400), month: int(1...12), day: int(1...28), time)
  }

  mutating func temperature() -> Temperature {
    let lower = int(-200...5000)
    return Temperature(
      flag() ? .celsius : .fahrenheit, lower: lower, upper: flag() ? lower : lower + int(1...500))
  }

  mutating func way() -> Way {
    let ends = [int(0...9000), int(0...9000), int(0...9000)].sorted()
    let duration = Estimate(
      minimum: Seconds(ends[0]), likely: Seconds(ends[1]), maximum: Seconds(ends[2]))
    let equipment = ["oven", "Burner", "microwave"].shuffled(using: &random).prefix(int(0...3))
    var way = Way(flag() ? .blocking : .waiting, duration)
    way.uses = equipment.map { Way.Use($0, units: int(1...4)) }
    way.temperature = maybe { $0.temperature() }
    way.cooks = int(1...3)
    way.cook = maybe { $0.word() }
    way.startsItself = flag()
    return way
  }

  mutating func dependency() -> Dependency {
    Dependency(
      dish: maybe { _ in "Other" }, word(), from: flag() ? .end : .start,
      minimum: maybe { Seconds($0.int(-900...900)) }, maximum: maybe { $0.seconds() })
  }

  mutating func step(_ id: String) -> Step {
    var step = Step(id: id, title: text(), options: [way()] + list(upTo: 2) { $0.way() })
    step.hasOptions = step.ways.count > 1 || flag()
    step.after = list(upTo: 3) { $0.dependency() }
    step.notBefore = maybe { $0.clockTime() }
    step.notAfter = maybe { $0.clockTime() }
    step.keeps = maybe { $0.flag() ? .withoutEnd : .limited($0.seconds()) }
    return step
  }

  mutating func dish(_ name: Name) -> Dish {
    var dish = Dish(name: name)
    dish.steps = (0..<int(0...5)).map { step("step \($0)") }
    dish.servings = maybe { $0.int(1...12) }
    dish.serve = flag() ? .hot : .any
    dish.holdMaximum = maybe { $0.seconds() }
    dish.serveOffset = flag() ? .zero : seconds()
    dish.notBefore = maybe { $0.clockTime() }
    dish.notAfter = maybe { $0.clockTime() }
    dish.tags = list(upTo: 3) { $0.word() }
    dish.notes = maybe { $0.text() }
    dish.ingredients = list(upTo: 4) { $0.text() }
    dish.says = Dish.Says(start: maybe { $0.text() }, finish: maybe { $0.text() })
    return dish
  }

  mutating func kitchen() -> Kitchen {
    var kitchen = Kitchen(cooks: flag() ? .count(int(1...4)) : .named(["Ana", "Ben", "Çelik"]))
    kitchen.equipment = ["oven", "burner", "Mikrowelle"].shuffled(using: &random)
      .prefix(int(0...3)).map {
        Equipment(
          name: $0, count: int(1...4), slots: int(1...3), preheat: seconds(),
          heat: maybe { Heat.allCases.randomElement(using: &$0.random) ?? .neither })
      }
    kitchen.away = list(upTo: 2) {
      Absence(cook: $0.word(), from: $0.clockTime(), to: $0.clockTime())
    }
    return kitchen
  }
}
