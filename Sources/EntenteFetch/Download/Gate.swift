import Foundation
import Synchronization

/// Holds every worker back while the server asks for quiet, and lets all go when the run stops.
final class Gate: Sendable {
  private struct State {
    var notBefore = 0.0
    var reason: FetchError?
  }

  private let state = Mutex(State())
  private let now: @Sendable () -> Double

  /// - Parameter now: Seconds on a clock that only goes on.
  init(now: @escaping @Sendable () -> Double = { Date().timeIntervalSince1970 }) {
    self.now = now
  }

  var isStopped: Bool { state.withLock { $0.reason != nil } }
  /// Why the run stopped before its end.
  var reason: FetchError? { state.withLock { $0.reason } }

  /// Ends the run: the first reason holds.
  func stop(_ reason: FetchError) {
    state.withLock { if $0.reason == nil { $0.reason = reason } }
  }

  /// No request of any worker for so many seconds.
  func close(for seconds: Double) {
    let until = now() + seconds
    state.withLock { $0.notBefore = max($0.notBefore, until) }
  }

  /// Waits until requests are allowed, and `seconds` at least; false if the run has stopped.
  func wait(_ seconds: Double = 0) -> Bool {
    let own = now() + seconds
    while true {
      let (stopped, until) = state.withLock { ($0.reason != nil, max(own, $0.notBefore)) }
      if stopped { return false }
      let left = until - now()
      if left <= 0 { return true }
      // In short steps, so that a stop is noticed.
      Thread.sleep(forTimeInterval: min(left, 0.1))
    }
  }
}
