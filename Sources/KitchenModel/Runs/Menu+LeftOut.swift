/// What of a menu is not served after all.
extension Menu {
  /// The menu as it is served where its steps stand so: without the dishes that a cook left out and those
  /// of which nothing was cooked.
  package func served(after steps: [some LoggedStep]) -> Menu {
    var (open, dropped, finished) = (Set<Int>(), Set<Int>(), Set<Int>())
    for step in steps {
      switch step.status {
      case .pending, .running: open.insert(step.reference.dish)
      case .dropped: dropped.insert(step.reference.dish)
      case .finished: finished.insert(step.reference.dish)
      case .skipped: break
      }
    }
    var menu = self
    menu.leftOut = Set(steps.map(\.reference.dish)).subtracting(open)
      .subtracting(finished.subtracting(dropped))
    return menu
  }

  /// What the whole is called, without the dishes that are left out where the name lists them.
  package var title: String {
    let left = leftOut.filter(dishes.indices.contains)
    guard left.count < dishes.count else { return name }
    return left.reduce(name) { $0.listWithout(dishes[$1].dish.name.text) }
  }
}

extension String {
  /// `A, C` of `A, B, C` without B; unchanged where B is not in the list.
  fileprivate func listWithout(_ entry: String) -> String {
    let separator = ", "
    var list = separator + self + separator
    guard let range = list.firstRange(of: separator + entry + separator) else { return self }
    list.replaceSubrange(range, with: separator)
    return String(list.dropFirst(separator.count).dropLast(separator.count))
  }
}
