package import KitchenModel

/// Runs a ``RunStateMachine`` on a clock: performs its actions and tells it what happens.
///
/// One call of ``run()`` is one stretch of a run, from its start or resumption to its end or
/// interruption. Every event is durable before it is announced; the events of one instant are
/// written together. Everything it starts (the timer, the reading of the inbox) has ended when
/// ``run()`` returns.
package actor RunDriver {
  /// The state as of the last action, for whoever shows it.
  package private(set) var machine: RunStateMachine

  private var clock: any RunClock
  private let journal: any RunJournal
  private let announcer: any RunAnnouncer
  private let replanner: (any Replanner)?
  private let inbox: AsyncStream<RunRequest>

  /// Creates the driver of a machine that has not been begun in this process.
  ///
  /// - Parameters:
  ///   - machine: New, or restored from a log.
  ///   - clock: On the machine's timeline.
  ///   - journal: Where events become durable.
  ///   - announcer: Who says them.
  ///   - replanner: Who makes new plans; nil keeps the plan.
  ///   - inbox: What cooks say. It need not end.
  package init(
    machine: RunStateMachine, clock: any RunClock, journal: any RunJournal,
    announcer: any RunAnnouncer, replanner: (any Replanner)? = nil,
    inbox: AsyncStream<RunRequest> = AsyncStream { $0.finish() }
  ) {
    self.machine = machine
    self.clock = clock
    self.journal = journal
    self.announcer = announcer
    self.replanner = replanner
    self.inbox = inbox
  }

  /// Why the driver woke.
  private enum Wake: Sendable {
    case timer
    case request(RunRequest)
  }

  /// What the driver does after the actions that lead nowhere have been performed.
  private enum Next {
    case wait(until: Seconds?)
    case end(Run.Status)
  }

  /// Runs until the run is over.
  ///
  /// A cancelled task records the interruption and returns ``Run/Status/interrupted``.
  ///
  /// - Returns: How the run ended.
  /// - Throws: What the journal throws; nothing is announced that it did not take.
  package func run() async throws -> Run.Status {
    let (wakes, waker) = AsyncStream.makeStream(of: Wake.self)
    async let _: Void = Self.forward(inbox, to: waker)
    defer { waker.finish() }
    var iterator = wakes.makeAsyncIterator()
    var next = try await begin(&iterator, waker)
    while case .wait(let awaited) = next {
      let moment = await nextLook(before: awaited)
      let wake = await nextWake(at: moment, &iterator, waker)
      let elapsed = await clock.elapsed
      guard let wake, !Task.isCancelled else {
        next = try await perform(machine.interrupt(at: elapsed))
        break
      }
      next = try await pass(to: elapsed, expecting: moment)
      if case .request(let request) = wake { next = try await follow(request, otherwise: next) }
    }
    guard case .end(let status) = next else { return machine.status }
    return status
  }

  /// Waits for the beginning and begins. Whoever wants something before has to wait, unless it
  /// is to give up.
  private func begin(
    _ iterator: inout AsyncStream<Wake>.Iterator, _ waker: AsyncStream<Wake>.Continuation
  ) async throws -> Next {
    await announcer.show(machine)
    // Whoever asks what is cooking finds a run that waits, also one that is taken up again.
    machine.noteWait(await clock.millisecondsToStart)
    let waiting = await clock.elapsed <= .zero ? machine.waitAgain() : []
    if !waiting.isEmpty { _ = try await perform(waiting) }
    while true {
      let wake = await nextWake(at: .zero, &iterator, waker)
      machine.noteWait(await clock.millisecondsToStart)
      guard let wake, !Task.isCancelled else {
        return try await perform(machine.interrupt(at: await clock.elapsed))
      }
      switch wake {
      case .timer:
        // The beginning was due at zero, however long opening and planning took on a fast clock.
        let elapsed = await clock.elapsed
        return try await perform(machine.start(at: isStopped(elapsed) ? elapsed : .zero))
      case .request(let request):
        if case .start(let step) = request.verb {
          return try await beginEarly(request, with: step)
        }
        let next = try await follow(request, otherwise: .wait(until: .zero))
        if case .end = next { return next }
      }
    }
  }

  /// Begins before the time, because a cook says so, and with a step where they name one.
  private func beginEarly(_ request: RunRequest, with step: StepReference?) async throws -> Next {
    let early = await clock.millisecondsToStart
    clock = clock.startedEarly(by: early)
    let next = try await perform(machine.startEarly(by: early))
    let isPending = machine.steps.contains { $0.reference == step && $0.status == .pending }
    if isPending, case .wait = next { return try await follow(request, otherwise: next) }
    await announcer.answer(request, .success(.begun))
    return next
  }

  /// How long, in seconds of the run, a forecast may stand while something is late.
  package static let longestLook = Seconds(5)

  /// When to look at the run again: no later than `moment`, and soon while something is late, which
  /// moves dinner by the second.
  private func nextLook(before moment: Seconds?) async -> Seconds? {
    guard machine.isLate else { return moment }
    let look = await clock.elapsed + Self.longestLook
    return min(moment ?? look, look)
  }

  /// How late a wake may come before the process counts as having been stopped, in seconds of the
  /// wall clock: no load on the machine delays a timer so much.
  private static let longestDelay = 3

  /// Whether a delay, on the run's clock, tells that the process had been stopped.
  private func isStopped(_ delay: Seconds) -> Bool {
    delay.count > Self.longestDelay * machine.settings.timeline.speedThousandths / 1000
  }

  /// Goes on to the present moment, where it is `moment` or, after a stop, long past it.
  private func pass(to elapsed: Seconds, expecting moment: Seconds?) async throws -> Next {
    let delay = moment.map { elapsed - $0 } ?? .zero
    guard isStopped(delay) else { return try await perform(machine.advance(to: elapsed)) }
    return try await perform(machine.wake(at: elapsed), missed: delay)
  }

  private static func forward(
    _ inbox: AsyncStream<RunRequest>, to waker: AsyncStream<Wake>.Continuation
  ) async {
    for await request in inbox { waker.yield(.request(request)) }
  }

  /// Waits for a request, or until the run has lasted `moment`; nil where the task is cancelled.
  private func nextWake(
    at moment: Seconds?, _ iterator: inout AsyncStream<Wake>.Iterator,
    _ waker: AsyncStream<Wake>.Continuation
  ) async -> Wake? {
    guard let moment else { return await iterator.next(isolation: #isolation) }
    // Cancelled and awaited on leaving; a timer that rings in the meantime wakes once for nothing.
    async let _: Void = Self.ring(at: moment, by: clock, waker)
    return await iterator.next(isolation: #isolation)
  }

  private static func ring(
    at moment: Seconds, by clock: any RunClock, _ waker: AsyncStream<Wake>.Continuation
  ) async {
    do {
      try await clock.sleep(until: moment)
      waker.yield(.timer)
    } catch {
      // Superseded or cancelled: nobody waits for it any more.
    }
  }

  /// Does what a cook says and answers; a refused request changes nothing.
  private func follow(_ request: RunRequest, otherwise next: Next) async throws -> Next {
    let actions: [RunAction]
    do throws(VerbRefusal) {
      actions = try machine.handle(request.verb)
    } catch {
      await announcer.answer(request, .failure(error))
      return next
    }
    let next = try await perform(actions)
    await announcer.answer(request, .success(machine.lastOutcome ?? .noted))
    return next
  }

  /// Performs actions in their order; answers requests for plans until none is left.
  ///
  /// - Parameter missed: For how long nobody was there, where the process had been stopped.
  private func perform(_ actions: [RunAction], missed: Seconds? = nil) async throws -> Next {
    var actions = actions
    var missed = missed
    while true {
      try await publish(actions, missed: missed)
      missed = nil
      switch actions.last {
      case .consult(let situation, let cause):
        actions = machine.apply(await replanner?.plan(after: situation, cause: cause))
      case .wait(let moment):
        await announcer.show(machine)
        return .wait(until: moment)
      case .end(let status):
        await announcer.show(machine)
        return .end(status)
      case .record, .remark, nil:
        preconditionFailure("actions end with what comes next")
      }
    }
  }

  /// Writes down what has happened, then says it.
  private func publish(_ actions: [RunAction], missed: Seconds?) async throws {
    let entries = actions.compactMap { action -> RunEntry? in
      if case .record(let entry) = action { entry } else { nil }
    }
    if !entries.isEmpty {
      // In a task of its own: a cancellation must not stop the journal half-way.
      try await Task { [journal] in try await journal.append(entries) }.value
    }
    if let missed { await announcer.summarize(entries, missed: missed) }
    for action in actions {
      switch action {
      case .record(let entry):
        if missed == nil { await announcer.announce(entry) }
      case .remark(let remark): await announcer.remark(remark)
      case .consult, .wait, .end: break
      }
    }
  }
}
