import Dispatch
import Synchronization

/// Runs asynchronous work from synchronous code and waits for it.
///
/// The program's entry is synchronous, which starts and ends faster; only commands that wait for
/// the clock need more.
func runBlocking<Value: Sendable>(_ body: @escaping @Sendable () async throws -> Value) throws
  -> Value
{
  let result = Mutex<Result<Value, any Error>?>(nil)
  let done = DispatchSemaphore(value: 0)
  Task.detached {
    let outcome: Result<Value, any Error>
    do { outcome = .success(try await body()) } catch { outcome = .failure(error) }
    result.withLock { $0 = outcome }
    done.signal()
  }
  done.wait()
  guard let outcome = result.withLock({ $0 }) else {
    preconditionFailure("the task signals only after it has a result")
  }
  return try outcome.get()
}
