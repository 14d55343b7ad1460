import KitchenModel
import Rendering
import SouschefCore

/// Asks for a dish on the terminal: its name, then a step a line.
enum DishQuestions {
  /// Asks for a name until one is given.
  ///
  /// - Throws: a ``Diagnostic`` where the input ends.
  static func name() throws -> String {
    while true {
      guard let answer = try ask("Name: ") else { throw nothing }
      guard !answer.isEmpty else { continue }
      do throws(Diagnostic) {
        return try checked(answer)
      } catch {
        Output.report([error])
      }
    }
  }

  /// Asks again while a dish has the name already, before anybody types steps for it.
  ///
  /// - Throws: a ``Diagnostic`` where the input ends.
  static func freeName(_ name: String, in workspace: Workspace) throws -> String {
    let names = try ListDishes().perform(in: workspace).value.map(\.name.text)
    var name = name
    while let taken = names.first(where: { Name.key(of: $0) == Name.key(of: name) }) {
      Output.report([Diagnostic(.nameTaken(.dish, taken))])
      name = try self.name()
    }
    return name
  }

  /// A name as it would be stored.
  ///
  /// - Throws: a ``Diagnostic`` where nothing can be called so.
  static func checked(_ name: String) throws(Diagnostic) -> String {
    do throws(NameFault) { return try Name(name).text } catch { throw Diagnostic(.usage, error) }
  }

  /// Asks for steps until an empty line, and says what it understands by each.
  ///
  /// A step whose length is missing is asked for it; the next line may be the length alone. An empty
  /// line then ends nothing at first: the step would be lost.
  ///
  /// - Throws: a ``Diagnostic`` where there are none.
  static func steps(of dish: String) throws -> [ReadStep] {
    Output.print(
      """
      One step per line, such as "chop onions 5m" or "bake 40m @oven 180C".
      An empty line ends.
      """)
    var reading = StepDialogue()
    while let line = try ask("\(reading.steps.count + 1)> ") {
      switch reading.read(line.withoutListMark) {
      case .step(let step, let lost):
        if let lost { Output.report([leftOut(lost)]) }
        Output.print("   " + DishOutline.line(of: step.specification, in: dish))
        continue
      case .fault(let fault):
        Output.report([Diagnostic(.usage, fault)])
        continue
      case .stillOpen(let title):
        Output.report([
          Diagnostic(
            .usage, "How long does \(title.quoted) take?",
            hints: ["Give its time, such as 5m. Another empty line leaves the step out."])
        ])
        continue
      case .end(let lost):
        if let lost { Output.report([leftOut(lost)]) }
      }
      break
    }
    guard !reading.steps.isEmpty else { throw nothing }
    return reading.steps
  }

  private static func leftOut(_ title: String) -> Diagnostic {
    Diagnostic(
      .usage, "The step \(title.quoted) was left out: it has no time.", severity: .remark)
  }

  private static let nothing = Diagnostic(
    .couldNotBeDone, "Nothing was added.",
    hints: ["Name a dish and its steps, or use options: souschef dish add Pasta --waiting 10m"])

  private static func ask(_ prompt: String) throws -> String? {
    Output.write(prompt)
    try Output.flush()
    guard let line = readLine() else {
      Output.print("")
      return nil
    }
    return line.trimmed
  }
}
