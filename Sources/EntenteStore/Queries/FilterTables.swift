import EntenteRecord

/// A filter worked out for columns: a byte for every value that a cell can have, so that a damaged
/// cell cannot lead out of a table.
struct FilterTables: Sendable {
  /// By `PackedState`; nil where any will do.
  let source: [UInt8]?
  let target: [UInt8]?
  let involving: [UInt8]?
  /// Pairs that are let through, as source and target in one word, both ways.
  let pairs: Set<UInt32>?
  let isInterstate: Bool
  /// By `PackedCode`, `EventType.index` and `ActorKind`: what differs within a pair's day.
  let code: [UInt8]?
  let type: [UInt8]?
  let kind: [UInt8]?
  /// States that act, where they are few enough to be looked up one by one.
  let fewSources: [UInt16]?

  init(_ filter: EventFilter) {
    func states(_ codes: Set<ActorCode>?) -> [UInt8]? {
      codes.map { codes in
        var table = [UInt8](repeating: 0, count: 1 << 16)
        for code in codes { table[Int(PackedState(code).rawValue)] = 1 }
        return table
      }
    }
    source = states(filter.sources)
    target = states(filter.targets)
    involving = states(filter.involving)
    pairs = filter.dyads.map { dyads in
      Set(
        dyads.flatMap { dyad in
          let (a, b) = (PackedState(dyad.first).rawValue, PackedState(dyad.second).rawValue)
          return [FilterTables.pair(a, b), FilterTables.pair(b, a)]
        })
    }
    isInterstate = filter.isInterstate
    code = filter.codes.map { prefixes in
      var table = [UInt8](repeating: 0, count: 1 << 16)
      let prefixes = prefixes.compactMap { PackedCode($0) }
      for value in 1..<UInt16(PackedCode.count) {
        let code = PackedCode(rawValue: value)
        if prefixes.contains(where: code.isWithin) { table[Int(value)] = 1 }
      }
      return table
    }
    type = filter.types.map { types in
      var table = [UInt8](repeating: 0, count: 1 << 8)
      for type in types { table[Int(type.index)] = 1 }
      return table
    }
    let kinds: [ActorKind]? =
      switch filter.kinds {
      case .any: nil
      case .state: [.state]
      case .government: [.state, .government]
      }
    kind = kinds.map { kinds in
      var table = [UInt8](repeating: 0, count: 1 << 8)
      for kind in kinds { table[Int(kind.rawValue)] = 1 }
      return table
    }
    let asked =
      filter.sources.map { $0.map { PackedState($0).rawValue } }
      ?? filter.dyads.map {
        Array(Set($0.flatMap { [$0.first, $0.second] })).map { PackedState($0).rawValue }
      }
    fewSources = asked.flatMap { $0.count <= 32 ? $0.sorted() : nil }
  }

  static func pair(_ source: UInt16, _ target: UInt16) -> UInt32 {
    UInt32(source) << 16 | UInt32(target)
  }

  /// Whether anything must be asked of each row, and not of its pair alone.
  var asksRows: Bool { code != nil || type != nil || kind != nil }

  /// Whether events of this pair can be asked for at all.
  func admits(_ s: UInt16, _ t: UInt16) -> Bool {
    if let source, source[Int(s)] == 0 { return false }
    if let target, target[Int(t)] == 0 { return false }
    if let involving, involving[Int(s)] | involving[Int(t)] == 0 { return false }
    if isInterstate, s == 0 || t == 0 || s == t { return false }
    if let pairs, !pairs.contains(FilterTables.pair(s, t)) { return false }
    return true
  }

  /// Leaves those rows of a list that pass what is asked of each row.
  func keep(_ rows: inout [UInt32], of segment: Segment) {
    if let code { FilterTables.keep(&rows, code, segment.code) }
    if let type { FilterTables.keep(&rows, type, segment.plover) }
    if let kind {
      FilterTables.keep(&rows, kind, segment.sourceKind)
      FilterTables.keep(&rows, kind, segment.targetKind)
    }
  }

  private static func keep<T: UnsignedInteger>(
    _ rows: inout [UInt32], _ table: [UInt8], _ column: UnsafeBufferPointer<T>
  ) {
    var kept = 0
    rows.withUnsafeMutableBufferPointer { rows in
      table.withUnsafeBufferPointer { table in
        for i in 0..<rows.count {
          let row = rows[i]
          rows[kept] = row
          kept &+= Int(table[Int(truncatingIfNeeded: column[Int(row)])])
        }
      }
    }
    rows.removeSubrange(kept...)
  }
}
