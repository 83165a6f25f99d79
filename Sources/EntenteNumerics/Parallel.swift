import Foundation

/// Work spread over threads with an answer that does not depend on how many there are.
public enum Parallel {
  /// `body(i)` for every i, results in order of i.
  ///
  /// Each result must depend on `i` alone (take randomness from a stream keyed by it). With one
  /// thread nothing is spawned. Threads of our own, because the dispatch library on Linux starts
  /// fewer workers than asked for on a busy machine.
  public static func map<T: Sendable>(
    _ count: Int, threads: Int, _ body: @escaping @Sendable (Int) -> T
  ) -> [T] {
    let workers = min(threads, count)
    guard workers > 1 else { return (0..<count).map(body) }
    let next = Ticket()
    let finished = DispatchSemaphore(value: 0)
    let results = [T?](unsafeUninitializedCapacity: count) { buffer, initialized in
      for i in 0..<count { buffer.initializeElement(at: i, to: nil) }
      initialized = count
      // Each slot has one writer, and is read only after every worker has signalled.
      nonisolated(unsafe) let slots = buffer
      let work: @Sendable () -> Void = {
        while let i = next.take(below: count) { slots[i] = body(i) }
      }
      for _ in 1..<workers {
        let thread = Thread {
          work()
          finished.signal()
        }
        // Recursive work inside must not overflow the small default of secondary threads.
        thread.stackSize = 8 << 20
        thread.start()
      }
      work()
      for _ in 1..<workers { finished.wait() }
    }
    return results.compactMap { $0 }
  }
}
