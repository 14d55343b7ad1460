import KitchenModel
import Rendering
import SouschefCore

/// Asks for a dish on the terminal: its name, then a step a line.
struct DishQuestions {
  /// What is already known.
  var changes: DishChanges

  /// Asks for a name until one is given.
  ///
  /// - Throws: a ``Diagnostic`` where the input ends.
  func name() throws -> String {
    while true {
      guard let answer = try ask("Name: ") else { throw Self.nothing }
      guard !answer.isEmpty else { continue }
      do throws(NameFault) {
        return try Name(answer).text
      } catch {
        Output.report([Diagnostic(.usage, error)])
      }
    }
  }

  /// Asks for steps until an empty line, and says what it understands by each.
  ///
  /// - Throws: a ``Diagnostic`` where there are none.
  func steps(of name: String) throws -> [ReadStep] {
    Output.print(
      """
      One step a line, such as "chop onions 5m" or "bake 40m @oven 180C".
      An empty line ends.
      """)
    var steps: [ReadStep] = []
    while let line = try ask("\(steps.count + 1)> "), !line.isEmpty {
      do throws(StepSpecificationFault) {
        let step = try ReadStep(reading: StepLines.withoutBullet(line[...]))
        steps.append(step)
        let shown = StepSpecification.steps([step.specification], in: try dishName(name))[0]
        Output.print("   \(DishOutline.line(of: shown))")
      } catch {
        Output.report([Diagnostic(.usage, error)])
      }
    }
    guard !steps.isEmpty else { throw Self.nothing }
    return steps
  }

  private func dishName(_ text: String) throws(StepSpecificationFault) -> Name {
    guard let name = try? Name(text) else { throw .empty }
    return name
  }

  private static let nothing = Diagnostic(
    .couldNotBeDone, "Nothing was added.",
    hints: ["Name a dish and its steps, or use options: souschef dish add Pasta --waiting 10m"])

  private func ask(_ prompt: String) throws -> String? {
    Output.write(prompt)
    try Output.flush()
    guard let line = readLine() else {
      Output.print("")
      return nil
    }
    return line.trimmed
  }
}
