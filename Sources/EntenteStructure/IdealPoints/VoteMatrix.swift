/// The votes that are estimated from: cells (a state in a session) by items.
///
/// Votes lie item by item, within an item by choice; cells lie state by state in order of session.
struct VoteMatrix: Sendable {
  struct Cell: Sendable {
    let state: Int
    let session: Int
    var votes: Int
  }

  /// Votes of one item: yes in `start..<abstain`, abstentions, then no up to `end`.
  struct Item: Sendable {
    let start: Int
    let abstain: Int
    let no: Int
    let end: Int

    var hasYes: Bool { abstain > start }
    var hasAbstain: Bool { no > abstain }
    var hasNo: Bool { end > no }
    var count: Int { end - start }
  }

  let states: [String]
  let cells: [Cell]
  let items: [Item]
  /// The cell of every vote.
  let cell: [Int32]
  /// Votes that were left out, by reason.
  let omitted: Int
  let onParts: Int
  let unanimous: Int

  var votes: Int { cell.count }

  /// Selects and sorts.
  ///
  /// An item on which all votes are equal says nothing about who stands where and is left out.
  ///
  /// - Throws: `StructureError` with `.tooFew` if nothing is left to compare.
  /// - Complexity: O(votes + roll calls + states × sessions).
  init(_ votes: RollCallVotes, _ selection: VoteSelection) throws(StructureError) {
    let roots = VoteMatrix.roots(votes.rollCalls, selection.repeated)
    let sessions = Set(votes.rollCalls.map(\.session)).sorted()
    let rank = Dictionary(uniqueKeysWithValues: sessions.enumerated().map { ($1, $0) })
    let sessionOf = votes.rollCalls.map { rank[$0.session] ?? 0 }
    let isPart = votes.rollCalls.map { call in
      call.isPart && selection.partsLeftOutFrom.map { (call.year ?? .min) >= $0 } ?? false
    }
    let width = sessions.count
    var isOmitted = [Bool](repeating: false, count: votes.states.count * width)
    for omission in selection.omissions {
      for (s, name) in votes.states.enumerated() where omission.state ?? name == name {
        for (t, session) in sessions.enumerated() where omission.session ?? session == session {
          isOmitted[s * width + t] = true
        }
      }
    }

    // Counts of choices by item decide which items stay.
    var counts = [SIMD4<Int32>](repeating: .zero, count: votes.rollCalls.count)
    var omitted = 0
    var onParts = 0
    var isKept = [Bool](repeating: false, count: votes.count)
    for i in 0..<votes.count {
      let call = Int(votes.rollCall[i])
      if isOmitted[Int(votes.state[i]) * width + sessionOf[call]] {
        omitted += 1
      } else if isPart[call] {
        onParts += 1
      } else {
        isKept[i] = true
        counts[roots[call]][Int(votes.choice[i].rawValue)] += 1
      }
    }
    var unanimous = 0
    var itemOf = [Int](repeating: -1, count: votes.rollCalls.count)
    var items: [Item] = []
    var next = 0
    for (call, count) in counts.enumerated() {
      let total = Int(count[0] + count[1] + count[2])
      guard total > 0 else { continue }
      guard total > Int(count.max()) else {
        unanimous += total
        continue
      }
      itemOf[call] = items.count
      items.append(
        Item(
          start: next, abstain: next + Int(count[0]), no: next + Int(count[0] + count[1]),
          end: next + total))
      next += total
    }

    var size = [Int](repeating: 0, count: votes.states.count * width)
    for i in 0..<votes.count where isKept[i] && itemOf[roots[Int(votes.rollCall[i])]] >= 0 {
      size[Int(votes.state[i]) * width + sessionOf[Int(votes.rollCall[i])]] += 1
    }
    var cells: [Cell] = []
    var cellOf = [Int32](repeating: -1, count: size.count)
    for (slot, count) in size.enumerated() where count > 0 {
      cellOf[slot] = Int32(cells.count)
      cells.append(Cell(state: slot / width, session: sessions[slot % width], votes: count))
    }
    var cell = [Int32](repeating: 0, count: next)
    var place = items.flatMap { [$0.start, $0.abstain, $0.no] }
    for i in 0..<votes.count where isKept[i] {
      let call = Int(votes.rollCall[i])
      let item = itemOf[roots[call]]
      guard item >= 0 else { continue }
      let slot = item * 3 + Int(votes.choice[i].rawValue)
      cell[place[slot]] = cellOf[Int(votes.state[i]) * width + sessionOf[call]]
      place[slot] += 1
    }
    guard cells.count >= 2 else {
      throw StructureError(
        .tooFew,
        "ideal points need roll calls on which states differ, found none among "
          + "\(votes.count) votes (\(unanimous) on unanimous ones)")
    }
    states = votes.states
    self.cells = cells
    self.items = items
    self.cell = cell
    self.omitted = omitted
    self.onParts = onParts
    self.unanimous = unanimous
  }

  /// The cell before, of the same state; for a first cell the one after; nil for a state's only one.
  func neighbour(of c: Int) -> Int? {
    if c > 0, cells[c - 1].state == cells[c].state { return c - 1 }
    if c + 1 < cells.count, cells[c + 1].state == cells[c].state { return c + 1 }
    return nil
  }

  /// For every roll call the first one of the chain of repetitions that it ends.
  private static func roots(
    _ calls: [RollCallVotes.RollCall], _ repeated: [VoteSelection.Repetition]
  ) -> [Int] {
    let index = Dictionary(calls.enumerated().map { ($1.id, $0) }, uniquingKeysWith: min)
    var earlier: [Int: Int] = [:]
    for pair in repeated {
      guard let first = index[pair.first], let again = index[pair.again], first < again
      else { continue }
      earlier[again] = min(first, earlier[again] ?? first)
    }
    return calls.indices.map { call in
      var root = call
      while let next = earlier[root] { root = next }
      return root
    }
  }
}
