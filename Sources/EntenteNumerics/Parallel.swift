import Dispatch

/// Work spread over threads with an answer that does not depend on how many there are.
public enum Parallel {
  /// `body(i)` for every i, results in order of i.
  ///
  /// Each result must depend on `i` alone (take randomness from a stream keyed by it). With one
  /// thread nothing is spawned.
  public static func map<T: Sendable>(
    _ count: Int, threads: Int, _ body: @Sendable (Int) -> T
  ) -> [T] {
    guard threads > 1, count > 1 else { return (0..<count).map(body) }
    let results = [T?](unsafeUninitializedCapacity: count) { buffer, initialized in
      for i in 0..<count { buffer.initializeElement(at: i, to: nil) }
      initialized = count
      nonisolated(unsafe) let slots = buffer
      let workers = min(threads, count)
      // Strided, so that neighbours of unequal cost are spread; each slot has one writer.
      DispatchQueue.concurrentPerform(iterations: workers) { worker in
        var i = worker
        while i < count {
          slots[i] = body(i)
          i += workers
        }
      }
    }
    return results.compactMap { $0 }
  }
}
