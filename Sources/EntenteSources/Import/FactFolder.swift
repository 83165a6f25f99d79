import EntenteRecord

/// Folds events into facts: the first of each day, source, target and code is kept.
///
/// Rows that are no acts of a state towards another were left out before.
struct FactFolder {
  private struct Key: Hashable {
    let day: Int32
    let source: UInt16
    let target: UInt16
    let code: UInt16
  }

  private var seen: Set<Key> = []

  /// The new facts of a batch, and how many rows were none.
  mutating func fold(_ batch: EventBatch) -> (facts: EventBatch, repeats: Int) {
    var isNew = [Bool](repeating: false, count: batch.count)
    var repeats = 0
    for i in 0..<batch.count {
      let key = Key(
        day: batch.day[i], source: batch.source[i], target: batch.target[i], code: batch.code[i])
      isNew[i] = seen.insert(key).inserted
      if !isNew[i] { repeats += 1 }
    }
    guard repeats > 0 else { return (batch, 0) }
    var facts = EventBatch(format: batch.format)
    facts.reserveCapacity(batch.count - repeats)
    facts.texts = batch.texts
    for i in 0..<batch.count where isNew[i] { facts.append(batch.row(i)) }
    return (facts, repeats)
  }
}
