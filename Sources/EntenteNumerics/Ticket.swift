import Synchronization

/// Hands out the numbers from 0 on to whichever thread asks next.
final class Ticket: Sendable {
  private let next = Atomic<Int>(0)

  /// The next number, or nil once `count` have been taken.
  func take(below count: Int) -> Int? {
    let number = next.wrappingAdd(1, ordering: .relaxed).oldValue
    return number < count ? number : nil
  }
}
