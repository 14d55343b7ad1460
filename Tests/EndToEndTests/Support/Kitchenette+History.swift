import Foundation
import Testing

extension Kitchenette {
  /// The moment at which the tests of the history ask.
  static let present = "2026-02-01T12:00:00Z"

  /// Stores a gratin and a salad, and eight runs of them: six live ones in which peeling took longer
  /// each time, a simulated one, and one that was aborted.
  func stockHistory() throws {
    try write(
      """
      kitchen: {cooks: [Ana], equipment: {oven: 1}}
      dishes:
        - name: Gratin
          steps:
            - {id: peel, title: Peel, blocking: 15m}
            - {id: bake, title: Bake, waiting: 50m, uses: {oven: 1}}
        - {name: Salad, blocking: 5m}
      meals:
        - {name: dinner, dishes: [Gratin, Salad]}
      """, to: "kitchen.yaml")
    try does("import", "--kitchen", "kitchen.yaml")
    try write((1...8).map(Self.record).joined(separator: "\n") + "\n", to: "past.jsonl")
    try does("history", "import", "past.jsonl")
  }

  /// The record of a run, as a line of JSON.
  private static func record(_ number: Int) -> String {
    let peeled = 900 + 60 * number
    let isAborted = number == 8
    let endedBy = number == 7 ? "timer" : "cook"
    let bake =
      isAborted
      ? #""status": "dropped""#
      : #""actualStartSeconds": \#(peeled), "actualEndSeconds": \#(peeled + 3000), "endedBy": "timer""#
    return #"""
      {"format": "souschef.run/1", "id": \#(number), "meal": "dinner", \#
      "status": "\#(isAborted ? "aborted" : "finished")", \#
      "mode": "\#(number == 7 ? "simulated" : "live")", "speed": 1, \#
      "startedAt": "2026-01-0\#(number)T18:00:00Z", "plannedSeconds": 3900, "steps": [\#
      {"dish": "Gratin", "step": "peel", "kind": "blocking", "plannedStartSeconds": 0, \#
      "plannedEndSeconds": 900, "actualStartSeconds": 0, "actualEndSeconds": \#(peeled), \#
      "cooks": ["Ana"], "endedBy": "\#(endedBy)"}, \#
      {"dish": "Gratin", "step": "bake", "kind": "waiting", "plannedStartSeconds": 900, \#
      "plannedEndSeconds": 3900, \#(bake)}, \#
      {"dish": "Salad", "step": "blocking", "kind": "blocking", "plannedStartSeconds": 3600, \#
      "plannedEndSeconds": 3900, "actualStartSeconds": \#(peeled), \#
      "actualEndSeconds": \#(peeled + 300), "cooks": ["Ana"], "endedBy": "\#(endedBy)"}]}
      """#
  }
}
