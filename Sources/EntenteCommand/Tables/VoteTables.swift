import EntenteRecord
import EntenteSources
import EntenteStructure

/// Reads roll calls and their companions from plain tables.
struct VoteTables {
  let faults = PlainFaults()

  /// Votes, one a row, from a table with columns `rcid` or `item`; `country_code` or `state`, with
  /// `country` for rows where the code is empty; `vote`; and `session`, unless `rollCalls` has it.
  func votes(_ path: String, rollCalls: String?) throws -> RollCallVotes {
    guard let table = PlainTable(path, faults: faults) else { try faults.finish(); return .none }
    let item = table.required("rcid", "item")
    let state = table.required("country_code", "state", "country")
    let vote = table.required("vote")
    let name = table.optional("country")
    let session = rollCalls == nil ? table.required("session") : nil
    let listed = rollCalls.map(readCalls)
    try faults.finish()
    guard let item, let state, let vote else { return .none }

    let items = table.symbols(item)
    let codes = table.symbols(state)
    let names = name.map { table.symbols($0) }
    let words = table.symbols(vote)
    let choices = words.names.map(Self.choice)
    var calls = listed ?? []
    var index = Dictionary(calls.enumerated().map { ($1.id, $0) }, uniquingKeysWith: min)
    var known = items.names.map { index[$0] }
    var states: [String] = []
    var number: [String: Int32] = [:]
    var seen: [UInt64: Int] = [:]
    seen.reserveCapacity(table.count)
    var columns: (call: [Int32], state: [Int32], choice: [RollCallVotes.Choice]) = ([], [], [])
    for row in 0..<table.count {
      let code = codes.names[Int(codes.rows[row])]
      let text = code.isEmpty ? names.map { $0.names[Int($0.rows[row])] } ?? "" : code
      if text.isEmpty { table.fault(row, state, expected: "a state") }
      let choice = choices[Int(words.rows[row])]
      if choice == nil {
        table.fault(row, vote, expected: "yes, abstain or no (or 1, 2 or 3)")
      }
      let symbol = Int(items.rows[row])
      if listed != nil, known[symbol] == nil {
        table.fault(row, item, expected: "a roll call of \(rollCalls ?? "the list")")
      }
      if let session {
        guard let number = table.integer(row, session, in: -100_000...100_000, "a whole number")
        else { continue }
        if let call = known[symbol] {
          if calls[call].session != number {
            table.fault(
              row, session, expected: "\(calls[call].session), as in this item's first row")
          }
        } else {
          known[symbol] = calls.count
          index[items.names[symbol]] = calls.count
          calls.append(RollCallVotes.RollCall(id: items.names[symbol], session: number))
        }
      }
      guard let call = known[symbol], let choice, !text.isEmpty else { continue }
      let place: Int32
      if let found = number[text] {
        place = found
      } else {
        place = Int32(states.count)
        number[text] = place
        states.append(text)
      }
      let key = UInt64(call) << 32 | UInt64(place)
      if let first = seen.updateValue(row, forKey: key) {
        table.fault(
          row, item, expected: "one vote of a state on a roll call",
          found: "a second one of \(text)", hint: "the first is at \(table.place(first))")
      }
      columns.call.append(Int32(call))
      columns.state.append(place)
      columns.choice.append(choice)
    }
    try faults.finish()
    return RollCallVotes(
      states: states, rollCalls: calls, rollCall: columns.call, state: columns.state,
      choice: columns.choice)
  }

  /// Roll calls: `rcid` or `item`, `session`; with `date`, `para` and `amend` if they are there.
  private func readCalls(_ path: String) -> [RollCallVotes.RollCall] {
    guard let table = PlainTable(path, faults: faults, acceptsLatin1: true),
      let item = table.required("rcid", "item"), let session = table.required("session")
    else { return [] }
    let date = table.optional("date")
    let parts = [table.optional("para"), table.optional("amend")].compactMap { $0 }
    var seen: [String: Int] = [:]
    return (0..<table.count).compactMap { row -> RollCallVotes.RollCall? in
      guard let id = table.name(row, item),
        let number = table.integer(row, session, in: -100_000...100_000, "a whole number")
      else { return nil }
      if let first = seen.updateValue(row, forKey: id) {
        table.fault(
          row, item, expected: "each roll call once",
          hint: "the first is at \(table.place(first))")
      }
      let year = date.flatMap { table.text(row, $0).isEmpty ? nil : table.day(row, $0)?.civil.year }
      return RollCallVotes.RollCall(
        id: id, session: number, year: year, isPart: parts.contains { table.text(row, $0) == "1" })
    }
  }

  /// Pairs of roll calls on one text: `rcid1,rcid2`.
  func repeated(_ path: String) throws -> [VoteSelection.Repetition] {
    guard let table = PlainTable(path, faults: faults),
      let first = table.required("rcid1", "first"), let again = table.required("rcid2", "again")
    else { try faults.finish(); return [] }
    let pairs = (0..<table.count).compactMap { row -> VoteSelection.Repetition? in
      guard let one = table.name(row, first), let two = table.name(row, again) else { return nil }
      return VoteSelection.Repetition(first: one, again: two)
    }
    try faults.finish()
    return pairs
  }

  /// Somebody's estimates: `state` or `ccode`; `session`; `IdealPoint` or `value`; and `NVotes`.
  ///
  /// - Parameter codes: the votes' own names of states, by the code that the estimates use.
  func references(
    _ path: String, codes: [String: String]?
  ) throws -> [IdealPointAgreement.Reference] {
    guard let table = PlainTable(path, faults: faults, acceptsLatin1: true),
      let state = table.required("state", "ccode"), let session = table.required("session"),
      let value = table.required("IdealPoint", "value")
    else { try faults.finish(); return [] }
    let votes = table.optional("NVotes", "votes")
    let rows = (0..<table.count).compactMap { row -> IdealPointAgreement.Reference? in
      guard let code = table.name(row, state),
        let number = table.integer(row, session, in: -100_000...100_000, "a whole number"),
        let point = table.requiredNumber(row, value)
      else { return nil }
      return IdealPointAgreement.Reference(
        state: codes.map { $0[code] ?? "no votes of \(code)" } ?? code, session: number,
        value: point, votes: votes.flatMap { Int(table.text(row, $0)) })
    }
    try faults.finish()
    return rows
  }

  /// The votes' names of states by COW code, from a table `iso2,ccode`.
  ///
  /// The UN's former members are added, which share or lack an ISO code.
  func codes(_ path: String) throws -> [String: String] {
    guard let table = PlainTable(path, faults: faults), let iso = table.required("iso2", "state"),
      let code = table.required("ccode", "code")
    else { try faults.finish(); return [:] }
    var byCode: [String: String] = [:]
    var isTaken = Set(UnitedNationsCodes.byName.keys)
    for row in 0..<table.count {
      let name = table.text(row, iso)
      guard !name.isEmpty, isTaken.insert(name).inserted else { continue }
      byCode[table.text(row, code)] = name
    }
    try faults.finish()
    return byCode.merging(UnitedNationsCodes.byName.map { ($1, $0) }) { $1 }
  }

  private static func choice(_ word: String) -> RollCallVotes.Choice? {
    switch word.lowercased() {
    case "yes", "y", "1": .yes
    case "abstain", "a", "2": .abstain
    case "no", "n", "3": .no
    default: nil
    }
  }
}

extension RollCallVotes {
  static let none = RollCallVotes(states: [], rollCalls: [], rollCall: [], state: [], choice: [])
}

/// COW codes of UN members whose ISO code or name does not tell.
enum UnitedNationsCodes {
  static let byName = [
    "Federal Republic of Germany": "260", "DE": "255", "DD": "265", "Yemen Arab Republic": "678",
    "YE": "679", "YD": "680", "Zanzibar": "511", "TW": "713", "CN": "710", "RU": "365", "YU": "345",
    "CS": "315",
  ]
}
