package import KitchenModel

/// The steps of a dish as a cook types them, a line each, with what is still missing of the last one.
package struct StepDialogue {
  /// The steps that are understood.
  package private(set) var steps: [ReadStep] = []
  /// The words of a step whose length is asked for.
  private var open: String?
  /// Whether an empty line was answered with the question already.
  private var isAskedAgain = false

  /// Creates a dialogue without steps.
  package init() {}

  /// What a line came to.
  package enum Answer: Sendable, Hashable {
    /// A step; `lost` is one before it whose length was never given.
    case step(ReadStep, lost: String?)
    /// Nothing that is understood.
    case fault(StepSpecificationFault)
    /// Nothing, though the length of a step is still missing.
    case stillOpen(String)
    /// The end; `lost` is a step whose length was never given.
    case end(lost: String?)
  }

  /// Reads a line.
  package mutating func read(_ line: String) -> Answer {
    guard !line.isEmpty else {
      guard let open, !isAskedAgain else { return .end(lost: open) }
      isAskedAgain = true
      return .stillOpen(open)
    }
    isAskedAgain = false
    do throws(StepSpecificationFault) {
      let (step, isOpenOne) = try step(line)
      let lost = isOpenOne ? nil : open
      steps.append(step)
      open = nil
      return .step(step, lost: lost)
    } catch {
      if case .withoutDuration = error, open == nil { open = line }
      return .fault(error)
    }
  }

  /// The step that a line is, or completes: `2m` and `waiting 2m` say the length of the open one.
  private func step(_ line: String) throws(StepSpecificationFault) -> (ReadStep, isOpenOne: Bool) {
    guard let open else { return (try ReadStep(reading: line), false) }
    if let length = try? SpokenLengths.step(line), length.title == nil {
      // A bare number is minutes.
      let line = line.allSatisfy(\.isNumber) ? line + "m" : line
      let whole =
        length.kind != nil
        ? "\(line): \(open)" : open.contains("@") ? "\(line) \(open)" : "\(open) \(line)"
      if let step = try? ReadStep(reading: whole) { return (step, true) }
    }
    return (try ReadStep(reading: line), false)
  }
}
