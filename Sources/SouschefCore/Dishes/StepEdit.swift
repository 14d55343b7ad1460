package import KitchenModel

/// A change to one of a dish's steps, which is named by its number from 1, its id, its title, or a word
/// of that which is enough.
package enum StepEdit: Sendable, Hashable {
  /// Another step in the place of one.
  case replace(step: String, with: ReadStep)
  /// One more step, behind the others.
  case add(ReadStep)
  /// Without this step.
  case remove(step: String)
}

/// A step that a dish does not have, or has several of.
package struct UnknownStep: Explained, Hashable {
  package let message: String
  package let hint: String

  init(_ step: String, of dish: Dish, several: [Int] = []) {
    func listed(_ places: some Sequence<Int>) -> String {
      places.map { "\($0 + 1) \(dish.steps[$0].title)" }.listed()
    }
    guard several.isEmpty else {
      message = "\(step.quoted) fits several steps of \(dish.name.text.quoted)."
      hint = "Name one by its number: \(listed(several))."
      return
    }
    message = "\(dish.name.text.quoted) has no step \(step.quoted)."
    let nearest = NearMiss.question(of: dish.steps.flatMap { [$0.id, $0.title] }, for: step)
    hint = nearest ?? "Its steps are \(listed(dish.steps.indices))."
  }
}

extension Dish {
  /// Where the step is that `text` names by its number, else as the steps of a run are named.
  ///
  /// - Throws: ``UnknownStep``, also where several fit.
  package func place(ofStep text: String) throws(UnknownStep) -> Int {
    if let number = Int(text) {
      guard steps.indices.contains(number - 1) else { throw UnknownStep(text, of: self) }
      return number - 1
    }
    let menu = Menu(name: name.text, dishes: [self], kitchen: Kitchen())
    let found = StepNames(menu).steps(
      named: text, among: steps.indices.map { StepReference(dish: 0, step: $0) })
    guard let first = found.first else { throw UnknownStep(text, of: self) }
    if found.count > 1 { throw UnknownStep(text, of: self, several: found.map(\.step)) }
    return first.step
  }

  /// Changes steps one after the other; numbers are those that the steps have before any of it.
  ///
  /// What followed a replaced step follows the new one; what followed a removed one follows what that
  /// followed.
  ///
  /// - Throws: ``UnknownStep``.
  mutating func apply(_ edits: [StepEdit]) throws(UnknownStep) {
    let original = self
    for edit in edits {
      switch edit {
      case .add(let step): add(step)
      case .replace(let name, let step):
        let old = original.steps[try original.place(ofStep: name)].id
        guard let place = steps.firstIndex(where: { $0.id == old }) else {
          throw UnknownStep(name, of: self)
        }
        replace(at: place, with: step)
      case .remove(let name):
        let old = original.steps[try original.place(ofStep: name)].id
        guard let place = steps.firstIndex(where: { $0.id == old }) else {
          throw UnknownStep(name, of: self)
        }
        remove(at: place)
      }
    }
  }

  private mutating func add(_ step: ReadStep) {
    var identifiers = StepIdentifiers(given: steps.map(\.id))
    let after = steps.last.map { [Dependency($0.id)] } ?? []
    steps.append(step.specification.step(in: name, after: after, identifiers: &identifiers))
  }

  private mutating func replace(at place: Int, with step: ReadStep) {
    let old = steps[place]
    var identifiers = StepIdentifiers(given: steps.map(\.id).filter { $0 != old.id })
    var new = step.specification.step(in: name, after: old.after, identifiers: &identifiers)
    // A line without another title changes what it says, and nothing else.
    if step.specification.title.map({ Name.key(of: $0) == Name.key(of: old.title) }) ?? true {
      (new.id, new.title) = (old.id, old.title)
      new.take(step.line, from: old)
    }
    (new.notBefore, new.notAfter) = (old.notBefore, old.notAfter)
    new.keeps = new.keeps ?? old.keeps
    steps[place] = new
    for index in steps.indices {
      for link in steps[index].after.indices where steps[index].after[link].names(old.id) {
        steps[index].after[link].step = new.id
      }
    }
  }

  private mutating func remove(at place: Int) {
    let old = steps.remove(at: place)
    for index in steps.indices {
      let links = steps[index].after
      guard links.contains(where: { $0.names(old.id) }) else { continue }
      let others = links.filter { !$0.names(old.id) }
      steps[index].after =
        others + old.after.filter { link in !others.contains { $0.names(link.step) } }
    }
  }
}

extension Step {
  /// Takes what a line does not say from the step in whose place this one comes.
  fileprivate mutating func take(_ line: StepSpecification, from old: Step) {
    guard var way = ways.first, ways.count == 1, let former = old.ways.first, old.ways.count == 1
    else { return }
    way.kind = line.kind ?? former.kind
    if line.uses.isEmpty {
      way.uses = former.uses
      way.temperature = line.temperature ?? former.temperature
    }
    if way.kind == former.kind {
      (way.cooks, way.cook, way.startsItself) = (former.cooks, former.cook, former.startsItself)
    }
    ways = [way]
  }
}

extension Dependency {
  /// Whether it follows the step `id` of its own dish.
  fileprivate func names(_ id: String) -> Bool {
    dish == nil && Name.key(of: step) == Name.key(of: id)
  }
}
