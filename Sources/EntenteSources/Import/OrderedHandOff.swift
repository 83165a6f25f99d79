import Foundation

/// Lets several threads work ahead on numbered tasks while one takes their results in order.
///
/// Each task may have so many results waiting; a thread that is too far ahead waits. Tasks must be
/// begun in order, so that the one whose results are taken is always at work.
final class OrderedHandOff<Item: Sendable>: @unchecked Sendable {
  // Everything below is touched under the lock of the condition alone.
  private let condition = NSCondition()
  private var waiting: [[Item]]
  private var dropped: Set<Int> = []
  private var isCancelled = false
  private var next = 0
  private let depth: Int

  init(tasks: Int, depth: Int) {
    waiting = Array(repeating: [], count: tasks)
    self.depth = depth
  }

  /// The number of the next task; nil where all are begun.
  func begin() -> Int? {
    condition.withLock {
      guard next < waiting.count, !isCancelled else { return nil }
      next += 1
      return next - 1
    }
  }

  /// Hands on a result; false if nobody wants any more of the task.
  func put(_ item: Item, for task: Int) -> Bool {
    condition.withLock {
      while waiting[task].count >= depth, !isCancelled, !dropped.contains(task) { condition.wait() }
      guard !isCancelled, !dropped.contains(task) else { return false }
      waiting[task].append(item)
      condition.broadcast()
      return true
    }
  }

  /// The next result of a task, once it is there.
  func take(from task: Int) -> Item {
    condition.withLock {
      while waiting[task].isEmpty { condition.wait() }
      let item = waiting[task].removeFirst()
      condition.broadcast()
      return item
    }
  }

  /// Nothing more is wanted of a task.
  func drop(_ task: Int) {
    condition.withLock {
      dropped.insert(task)
      waiting[task] = []
      condition.broadcast()
    }
  }

  /// Nothing more is wanted at all.
  func cancel() {
    condition.withLock {
      isCancelled = true
      condition.broadcast()
    }
  }
}

extension NSCondition {
  fileprivate func withLock<T>(_ body: () -> T) -> T {
    lock()
    defer { unlock() }
    return body()
  }
}
