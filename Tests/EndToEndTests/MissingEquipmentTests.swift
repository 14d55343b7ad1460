import Testing

/// Equipment that imported dishes use and the kitchen lacks.
struct MissingEquipmentTests {
  private let kitchen: Kitchenette

  init() throws {
    kitchen = try Kitchenette()
    try kitchen.write(
      """
      dishes:
        - {name: Naan, steps: [{title: Bake, waiting: 3m, uses: {tandoor: 1}}]}
        - {name: Kebab, steps: [{title: Grill, waiting: 8m, uses: {Tandoor: 1, oven: 1}}]}
      """, to: "k.yaml")
  }

  private let warning = """
    souschef: warning: The kitchen has no "tandoor", which "Naan" needs.
    Hint: Add it: souschef kitchen set --equipment tandoor=1

    """

  @Test func `without a terminal a hint says how to add it`() throws {
    let done = try kitchen.does("import", "k.yaml")
    #expect(done.errors == warning)
    #expect(try kitchen.does("import", "k.yaml").errors.isEmpty)
    try kitchen.does("kitchen", "set", "--equipment", "tandoor=1")
    try kitchen.does("plan", "Naan", "Kebab")
  }

  @Test func `a rehearsal says so too`() throws {
    #expect(try kitchen.does("import", "k.yaml", "--dry-run").errors == warning)
    #expect(try kitchen.databaseBytes().isEmpty)
  }

  @Test(arguments: [("y\n", true), ("n\n", false), ("\n", false)])
  func `on a terminal it is offered`(answer: String, adds: Bool) throws {
    let said = try kitchen.converse("import", "k.yaml", typing: answer)
    #expect(said.code == 0)
    #expect(said.screen.contains("Add tandoor to the kitchen? [y/N]"))
    #expect(said.screen.contains("Added tandoor to the kitchen: one of each.") == adds)
    #expect(try kitchen.does("kitchen", "show").output.contains("tandoor") == adds)
  }

  @Test func `a dish that is added says so with the command`() throws {
    let done = try kitchen.does("dish", "add", "Naan", "--step", "waiting 3m @tandoor: Bake")
    #expect(
      done.errors == """
        souschef: warning: The kitchen has no "tandoor".
        Hint: Add it: souschef kitchen set --equipment tandoor=1

        """)
  }
}
