import KitchenModel
import MealExecution
import Synchronization

/// Passes what the executor says on to the audience, and keeps the first failure to do so.
final class AudienceAnnouncer: RunAnnouncer {
  private let audience: any CookAudience
  private let run: Int
  private let menu: Menu
  private let failure = Mutex<(any Error)?>(nil)

  init(_ audience: any CookAudience, run: Int, menu: Menu) {
    self.audience = audience
    self.run = run
    self.menu = menu
  }

  func announce(_ entry: RunEntry) async {
    do {
      try audience.hear(entry.event, of: run, cooking: menu)
    } catch {
      // Nobody listens any more; the meal goes on and the record is complete.
      failure.withLock { $0 = $0 ?? error }
    }
  }

  func remark(_ remark: RunRemark) async {
    audience.hear(RemarkWording(menu).diagnostic(remark))
  }

  func answer(_ command: MealExecution.RunCommand, _ refusal: VerbRefusal?) async {
    guard let refusal else { return }
    audience.hear(RefusalWording(menu).diagnostic(refusal))
  }

  /// Throws the first failure to reach the audience.
  func check() throws {
    if let error = failure.withLock({ $0 }) { throw error }
  }
}
