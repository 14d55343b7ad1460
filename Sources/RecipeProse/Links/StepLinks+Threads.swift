import KitchenModel

/// What a step follows within its thread.
extension StepLinks {
  // MARK: The first of a thread

  mutating func first(
    _ words: StepWords, _ touched: Set<String>, in thread: Int
  ) -> Choice {
    guard thread > 0 else { return Choice() }
    if case .meanwhile = words.beginning, let anchor = longestWait(in: thread - 1, words) {
      return Choice(startOf: anchor, remark: "Runs beside \(title(anchor)).")
    }
    // A part that names nothing of its own takes up what there is.
    let isOwn = !touched.isEmpty && !words.takesAll && !threads[thread].isAssembly
    // What is made before it is named: the dough, the batter.
    let made = words.foods.subtracting(ingredients).subtracting(threads[thread].names)
    var choice = Choice()
    for other in threads.indices where other < thread && !threads[other].isJoined {
      let isNamed =
        !threads[other].names.isDisjoint(with: words.words)
        || !threads[other].holds.isDisjoint(with: words.words)
        || goesOn(with: threads[other].names, threads[thread].names)
        || !made.isDisjoint(with: threads[other].ends.flatMap { nodes[$0].foods })
        || threads[other].names.isEmpty && sharesIngredient(touched, with: threads[other])
      guard isNamed || !isOwn else { continue }
      choice.after += threads[other].ends
      join(other, to: thread)
    }
    choice.remark = choice.after.isEmpty ? "Starts by itself, as a part of its own." : nil
    return choice
  }

  /// The most steps beside a wait after which what only ends the wait leaves them alone.
  private static let longestBeside = 5

  /// Whether what was prepared before any part began is what a step takes.
  private func sharesIngredient(_ touched: Set<String>, with thread: Thread) -> Bool {
    touched.contains { !lexicon.has($0, .staple) && thread.touched[$0] != nil }
  }

  /// Whether a part's name is that of an earlier one with more words, none of them another food:
  /// `Stovetop barbacoa` after `Barbacoa`.
  private func goesOn(with earlier: Set<String>, _ own: Set<String>) -> Bool {
    !earlier.isEmpty && earlier.isSubset(of: own)
      && !own.subtracting(earlier).contains { lexicon.has($0, .food) || ingredients.contains($0) }
  }

  // MARK: Within a thread

  mutating func next(
    _ words: StepWords, _ touched: Set<String>, _ piece: Piece, in index: Int
  ) -> Choice {
    let thread = threads[index]
    let last = thread.steps[thread.steps.count - 1]
    if case .meanwhile = words.beginning { return beside(words, touched, in: index, last) }
    if let soaking = soaking(words, touched, piece, in: index, last) { return soaking }
    if let anchor = thread.anchor, let beside = thread.beside {
      let own = touchedBeside(thread)
      let isNamed =
        !touched.intersection(nodes[anchor].touched).subtracting(own.touched).isEmpty
        || !words.foods.intersection(nodes[anchor].foods.union(product)).subtracting(own.foods)
          .isEmpty
        || !words.words.intersection(product).subtracting(own.words).isEmpty
      let isEnded = words.endsWait && nodes[beside].piece.kind != .waiting
      // "Drain" behind what boils beside the wait drains that.
      let endsBeside = words.endsAtOnce && nodes[beside].piece.equipment != nil
      // "Remove from the heat" is said of the pan that was spoken of last.
      let isOfBeside = words.onlyEndsHeat && nodes[beside].piece.equipment == "burner"
      guard words.takesAll || isNamed || isEnded && !isOfBeside else {
        threads[index].beside = nodes.count - 1
        return Choice(after: [beside])
      }
      threads[index].anchor = nil
      threads[index].beside = nil
      threads[index].since = nodes.count - 1
      // What only ends the wait leaves what runs beside it alone.
      let isApart =
        !endsBeside && words.endsWait && !words.takesAll && touched.isDisjoint(with: own.touched)
        && (!touched.isEmpty || nodes[beside].piece.kind != .waiting)
        && nodes.count - thread.firstBeside <= Self.longestBeside
      let waited = thread.ends.filter { $0 < thread.firstBeside }
      return Choice(after: !isApart ? thread.ends : waited.isEmpty ? [anchor] : waited)
    }
    let toucher = touched.filter { !lexicon.has($0, .staple) }.compactMap { thread.touched[$0] }
      .max()
    let isSamePlace = piece.equipment != nil && nodes[last].piece.equipment == piece.equipment
    if let toucher, toucher < last, words.begins(with: touched), !words.refersBack, !isSamePlace,
      !words.isInSamePan, !words.endsWait,
      (toucher...last).contains(where: { nodes[$0].piece.kind == .waiting })
    {
      return Choice(
        after: [toucher], remark: "Follows \(title(toucher)), whose ingredients it takes.")
    }
    if words.takesAll { return Choice(after: thread.ends) }
    // A branch whose ingredients are named is joined.
    let joined = thread.ends.filter { end in
      end != last
        && !(nodes[end].touched.isDisjoint(with: touched)
          && nodes[end].foods.isDisjoint(with: words.foods))
    }
    return Choice(after: [last] + joined)
  }

  /// Beans that soak for hours, though the recipe cooks before: they start by themselves, and the
  /// rest goes on with what was cooked and them.
  private mutating func soaking(
    _ words: StepWords, _ touched: Set<String>, _ piece: Piece, in index: Int, _ last: Int
  ) -> Choice? {
    let thread = threads[index]
    if thread.hasSoaking {
      if words.endsAtOnce, touched.isSubset(of: nodes[last].touched) { return nil }
      threads[index].hasSoaking = false
      return Choice(after: thread.ends, remark: "Takes up what soaked too.")
    }
    guard piece.kind == .waiting, piece.length >= Self.longSoak, words.isSoaking,
      !touched.isEmpty || ingredients.isEmpty, thread.anchor == nil,
      piece.length >= Self.night
        || thread.touched.keys.allSatisfy({ !touched.contains($0) || lexicon.has($0, .staple) })
    else { return nil }
    threads[index].hasSoaking = true
    return Choice(remark: "Starts by itself: nothing before it is in it.")
  }

  /// From this length on, what soaks was meant to be begun before all else.
  private static let longSoak: Seconds = .minutes(60)
  /// What soaks for so long was not cooked before, even where its name was.
  private static let night: Seconds = .minutes(240)

  /// The ingredients and foods that the steps beside a wait have touched.
  private func touchedBeside(
    _ thread: Thread
  ) -> (touched: Set<String>, foods: Set<String>, words: Set<String>) {
    guard thread.anchor != nil else { return ([], [], []) }
    let steps = thread.steps.suffix(Self.reach).filter { $0 >= thread.firstBeside }
    return (
      steps.reduce(into: []) { $0.formUnion(nodes[$1].touched) },
      steps.reduce(into: []) { $0.formUnion(nodes[$1].foods) },
      steps.reduce(into: []) { $0.formUnion(nodes[$1].words) }
    )
  }

  mutating func beside(
    _ words: StepWords, _ touched: Set<String>, in index: Int, _ last: Int
  ) -> Choice {
    let thread = threads[index]
    if let anchor = thread.anchor, let beside = thread.beside {
      // Another thing to do while the same wait goes on.
      threads[index].beside = nodes.count - 1
      return Choice(after: [beside], startOf: anchor, remark: "Runs beside \(title(anchor)).")
    }
    guard let anchor = longestWait(in: index, words) else {
      // Nothing waits: it goes beside the step before.
      threads[index].anchor = last
      threads[index].firstBeside = nodes.count - 1
      threads[index].beside = nodes.count - 1
      return Choice(startOf: last, remark: "Runs beside \(title(last)).")
    }
    threads[index].anchor = anchor
    threads[index].firstBeside = nodes.count - 1
    threads[index].beside = nodes.count - 1
    // What was done since the wait began is followed, unless it is all the cook's own.
    let between = thread.ends.filter { $0 > anchor && !nodes[$0].touched.isDisjoint(with: touched) }
    return Choice(after: between, startOf: anchor, remark: "Runs beside \(title(anchor)).")
  }

  /// The longest wait that nothing has taken up yet, the last of equals; of those away from the heat
  /// where the words speak of one.
  private func longestWait(in thread: Int, _ words: StepWords) -> Int? {
    let since = threads[thread].since
    let waits = threads[thread].steps.suffix(Self.reach).filter {
      $0 >= since && nodes[$0].piece.kind == .waiting
    }
    let resting = words.isBesideRest ? waits.filter { nodes[$0].piece.equipment == nil } : []
    return (resting.isEmpty ? waits : resting)
      .max { nodes[$0].piece.length <= nodes[$1].piece.length }
  }

  // MARK: Other threads

  /// Joins the threads whose product a step names.
  mutating func joinThreads(
    named words: StepWords, _ touched: Set<String>, _ choice: inout Choice, in thread: Int
  ) {
    var joined: [String] = []
    for other in threads.indices where other < thread && !threads[other].isJoined {
      let isNamed = !threads[other].names.isDisjoint(
        with: words.words.subtracting(threads[thread].names))
      guard isNamed || words.takesAll else { continue }
      choice.after += threads[other].ends
      joined += threads[other].ends.map(title)
      join(other, to: thread)
    }
    if !joined.isEmpty, choice.remark == nil {
      choice.remark = "Takes up \(joined.joined(separator: ", ")) too."
    }
  }

  /// Takes a thread up into another, which then holds what that was named after.
  mutating func join(_ other: Int, to thread: Int) {
    threads[other].isJoined = true
    threads[thread].holds.formUnion(threads[other].names)
    threads[thread].holds.formUnion(threads[other].holds)
  }
}
