import EntenteRecord

/// Tells events that the record has from those that are new.
///
/// Two events are one if they are of one family of formats, have the same number, not 0, and fall
/// on the same day. Nothing is held in memory but the keys of rows that are not in a segment yet,
/// and those only where numbers do not simply go up: an event with a number above all known ones
/// is new.
struct DuplicateFinder {
  private let family: EventFormat.Family
  /// Highest number of any row, stored or staged.
  private var highID: UInt64
  /// Keys of rows that are in no segment, hashed only when somebody asks.
  private var staged = EventKeys()
  private var unhashed: [(id: [UInt64], day: [Int32])] = []

  init(family: EventFormat.Family, segments: [Segment]) {
    self.family = family
    highID = segments.lazy.filter { $0.format.family == family }.map(\.header.highID).max() ?? 0
  }

  /// Which rows of a batch are new; nil where all are.
  ///
  /// The new rows count as staged from here on.
  mutating func newRows(of batch: EventBatch, segments: [Segment]) -> [Bool]? {
    if goesUp(batch.id) {
      highID = max(highID, batch.id.max() ?? 0)
      unhashed.append((batch.id, batch.day))
      return nil
    }
    for (ids, days) in unhashed {
      for i in ids.indices where ids[i] != 0 { staged.insert(ids[i], days[i]) }
    }
    unhashed = []
    let stored = storedKeys(of: batch, in: segments)
    var isNew = [Bool](repeating: true, count: batch.count)
    var repeats = false
    for i in isNew.indices where batch.id[i] != 0 {
      let (id, day) = (batch.id[i], batch.day[i])
      highID = max(highID, id)
      if stored.contains(id, day) || !staged.insert(id, day) {
        isNew[i] = false
        repeats = true
      }
    }
    return repeats ? isNew : nil
  }

  /// Rows that are staged, although this finder did not see them come.
  ///
  /// Copied at once: shared columns would be copied whole when the next row is appended to them.
  mutating func remember(_ batch: EventBatch) {
    unhashed.append(
      (
        batch.id.withUnsafeBufferPointer { Array($0) },
        batch.day.withUnsafeBufferPointer { Array($0) }
      ))
  }

  /// Forgets what is staged: it is in segments now, or given up.
  mutating func forgetStaged() {
    staged = EventKeys()
    unhashed = []
  }

  private func goesUp(_ ids: [UInt64]) -> Bool {
    var last = highID
    for id in ids {
      guard id > last || id == 0 else { return false }
      if id != 0 { last = id }
    }
    return true
  }

  /// The keys of the batch that segments hold.
  private func storedKeys(of batch: EventBatch, in segments: [Segment]) -> EventKeys {
    var found = EventKeys()
    let numbers = batch.id.filter { $0 != 0 }
    guard let low = numbers.min(), let high = numbers.max() else { return found }
    let candidates = segments.filter {
      $0.format.family == family && $0.header.lowID <= high && $0.header.highID >= low
    }
    guard !candidates.isEmpty else { return found }
    var wanted = EventKeys()
    for i in 0..<batch.count where batch.id[i] != 0 { wanted.insert(batch.id[i], batch.day[i]) }
    let days = Set(batch.day).sorted()
    for segment in candidates {
      for day in days {
        let position = segment.indexPosition(of: day)
        guard position < segment.indexDay.count, segment.indexDay[position] == day,
          segment.indexLowID[position] <= high, segment.indexHighID[position] >= low
        else { continue }
        for row in segment.rows(at: position) {
          let id = segment.id[row]
          if id >= low, id <= high, id != 0, wanted.contains(id, day) { found.insert(id, day) }
        }
      }
    }
    return found
  }
}

/// A set of event numbers with their days, in two arrays.
struct EventKeys {
  /// 0 marks a free slot: no event has that number.
  private var ids: [UInt64] = []
  private var days: [Int32] = []
  private(set) var count = 0

  func contains(_ id: UInt64, _ day: Int32) -> Bool {
    guard count > 0 else { return false }
    var slot = EventKeys.slot(id, day) & (ids.count &- 1)
    while ids[slot] != 0 {
      if ids[slot] == id, days[slot] == day { return true }
      slot = (slot &+ 1) & (ids.count &- 1)
    }
    return false
  }

  /// False if it was there.
  @discardableResult
  mutating func insert(_ id: UInt64, _ day: Int32) -> Bool {
    if 2 * (count + 1) > ids.count { grow() }
    var slot = EventKeys.slot(id, day) & (ids.count &- 1)
    while ids[slot] != 0 {
      if ids[slot] == id, days[slot] == day { return false }
      slot = (slot &+ 1) & (ids.count &- 1)
    }
    ids[slot] = id
    days[slot] = day
    count += 1
    return true
  }

  private mutating func grow() {
    let before = (ids, days)
    ids = [UInt64](repeating: 0, count: max(1024, ids.count * 2))
    days = [Int32](repeating: 0, count: ids.count)
    count = 0
    for (id, day) in zip(before.0, before.1) where id != 0 { insert(id, day) }
  }

  private static func slot(_ id: UInt64, _ day: Int32) -> Int {
    let word = (id ^ UInt64(UInt32(bitPattern: day)) << 40) &* 0x9E37_79B9_7F4A_7C15
    return Int(truncatingIfNeeded: word >> 24)
  }
}
