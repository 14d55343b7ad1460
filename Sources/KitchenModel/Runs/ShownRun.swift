/// A run with all that is known of it.
package struct ShownRun: Sendable, Hashable {
  /// Its record.
  package var run: Run
  /// The plan it began with.
  package var plan: Plan
  /// The plan it followed last, with what came on the menu later.
  package var followed: Plan
  /// What cooks said of it afterwards, in order.
  package var edits: [RunEdit]
  /// When each course, by its offset, was served, from the run's start.
  package var served: [Seconds: Seconds]
  /// What cooks noted while it was cooked, in order.
  package var notes: [Note]

  /// What a cook wrote into the log.
  package struct Note: Sendable, Hashable {
    /// When, from the run's start.
    package var elapsed: Seconds
    /// When, on the wall clock.
    package var at: Instant
    /// The cook's own words.
    package var text: String

    /// Creates a note.
    package init(elapsed: Seconds, at: Instant, text: String) {
      self.elapsed = elapsed
      self.at = at
      self.text = text
    }
  }

  /// Creates a run with what is known of it.
  package init(
    run: Run, plan: Plan, followed: Plan, edits: [RunEdit] = [], served: [Seconds: Seconds] = [:],
    notes: [Note] = []
  ) {
    self.run = run
    self.plan = plan
    self.followed = followed
    self.edits = edits
    self.served = served
    self.notes = notes
  }

  /// What was cooked in the end.
  package var menu: Menu { followed.menu.served(after: run.steps) }

  /// When each course was served, in order; a course of which nobody said so, once everything was
  /// ready for it.
  package var servings: [(course: Seconds, at: Seconds)] {
    let menu = menu
    let ready = ServingFigures(menu, run.timings).serving
    return menu.courses.compactMap { course in
      guard !menu.servedDishes(ofCourse: course).isEmpty else { return nil }
      return (served[course] ?? ready.map { $0 + course }).map { (course, $0) }
    }
  }

  /// The steps that were begun, by start; one that has not ended ends when it should.
  package var begunSteps: [(step: RunStep, start: Seconds, end: Seconds)] {
    let steps = run.steps.compactMap { step in
      step.actualStart.map { start in
        (
          step: step, start: start,
          end: max(start, step.actualEnd ?? start + (step.plannedEnd - step.plannedStart))
        )
      }
    }
    return steps.sorted { ($0.start, $0.step.reference) < ($1.start, $1.step.reference) }
  }
}
