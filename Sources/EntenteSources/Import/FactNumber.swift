import EntenteRecord

/// The number of a fact, which its source does not give: a hash of source, code and target.
///
/// A day has a fact once, so number and day tell two facts apart, and the store finds facts that come
/// in two files. Where actors have no names, their states stand for them.
enum FactNumber {
  static func of(_ event: EventBatch.Row, _ rows: RowCollector) -> UInt64 {
    var hash = StableHash()
    hash.add(UInt64(event.code))
    for (actor, state) in [(event.sourceActor, event.source), (event.targetActor, event.target)] {
      if actor == 0 { hash.add(UInt64(state)) } else { rows.withText(actor) { hash.add($0) } }
    }
    return max(1, hash.value)
  }
}
