import Synchronization

/// Answers kept by question: each is computed once, whichever thread asks first; others wait.
final class Memo<Key: Hashable & Sendable, Value: Sendable>: Sendable {
  private final class Cell: Sendable {
    let value = Mutex<Value?>(nil)
  }

  private let cells = Mutex<[Key: Cell]>([:])

  func value(of key: Key, compute: () -> Value) -> Value {
    let cell = cells.withLock { cells in
      if let cell = cells[key] { return cell }
      let cell = Cell()
      cells[key] = cell
      return cell
    }
    return cell.value.withLock { held in
      if let held { return held }
      let fresh = compute()
      held = fresh
      return fresh
    }
  }
}
