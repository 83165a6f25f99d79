import EntenteRecord

/// Reads the actors of `case.yaml` and sees to it that no two share a name.
struct ActorReader {
  let roster: Roster
  let faults: FaultList

  func read(_ fields: Fields) -> [Actor] {
    let nodes = fields.nodes("actors", "actors", required: true)
    var claimed = ClaimedNames()
    let actors = nodes.compactMap { actor($0, &claimed) }
    roster.core = actors.filter { $0.role == .core }.map(\.code).sorted()
    roster.names = ActorNames(actors)
    if let list = fields.node["actors"], actors.count == nodes.count, !nodes.isEmpty,
      roster.core.count < 2
    {
      faults.add(
        list.place, "actors", expected: "at least two with role core",
        found: "\(roster.core.count)")
    }
    return actors
  }

  private func actor(_ node: CaseNode, _ claimed: inout ClaimedNames) -> Actor? {
    let keys = ["code", "cow", "role", "names", "adjective", "aliases", "leaders"]
    guard let fields = Fields(node, "actor", keys: keys, faults: faults) else { return nil }
    let code = fields.cell("code", "a code like KOR").flatMap(code)
    let role = fields.cell("role", "core or context")?.choice(Actor.Role.self)
    let cow = fields.optionalCell("cow")?
      .integer(in: 2...9999, "a Correlates of War number in 2...9999")
    let names = fields.nodes("names", "names like {name: South Korea}", required: true)
    let dated = names.compactMap { self.dated($0, "name", keys: ["name", "from", "to"]) }
    let aliases = fields.cells("aliases", "names")
    let leaders = fields.nodes("leaders", "leaders", required: false).compactMap {
      self.dated($0, "leader", keys: ["name", "office", "from", "to"])
    }
    guard let code else { return nil }
    for name in dated {
      claimed.claim(name.cell, for: code, from: name.value.from, to: name.value.to)
    }
    for alias in aliases { claimed.claim(alias, for: code, from: nil, to: nil) }
    guard let role else { return nil }
    return Actor(
      code: code, cow: cow, role: role, names: dated.map(\.value),
      adjective: fields.optionalCell("adjective")?.text, aliases: aliases.map(\.text),
      leaders: leaders.map(\.value), place: node.place)
  }

  private func code(_ cell: Cell) -> ActorCode? {
    guard let code = ActorCode(cell.text) else {
      cell.fault(
        expected: "a code of three capital letters",
        hint: ActorCode(cell.text.uppercased()).map { "did you mean \($0)?" })
      return nil
    }
    roster.codes.define(cell)
    return code
  }

  private func dated(
    _ node: CaseNode, _ what: String, keys: [String]
  ) -> (value: Actor.Dated, cell: Cell)? {
    guard let fields = Fields(node, what, keys: keys, faults: faults) else { return nil }
    let name = fields.cell("name")
    let from = fields.optionalCell("from", "a date like 2023-08-18")?.day()
    let to = fields.optionalCell("to", "a date like 2023-08-18")
    let end = to?.day()
    if let from, let end, end < from { to?.fault(expected: "a date not before \(from)") }
    guard let name else { return nil }
    let value = Actor.Dated(
      name: name.text, office: fields.optionalCell("office")?.text, from: from, to: end)
    return (value, name)
  }
}

/// Who bears which name, and when.
private struct ClaimedNames {
  private struct Bearer {
    let code: ActorCode
    let from: Day?
    let to: Day?
    let place: Place

    func overlaps(_ other: Bearer) -> Bool {
      let startsInTime = other.to.map { end in from.map { $0 <= end } ?? true } ?? true
      let endsInTime = other.from.map { start in to.map { $0 >= start } ?? true } ?? true
      return startsInTime && endsInTime
    }
  }

  private var bearers: [String: [Bearer]] = [:]

  mutating func claim(_ cell: Cell, for code: ActorCode, from: Day?, to: Day?) {
    let key = ActorNames.key(cell.text)
    guard !key.isEmpty else {
      cell.fault(expected: "a name with letters")
      return
    }
    if KoreanNames.isAmbiguous(cell.text) {
      cell.fault(
        expected: "a name that tells the two Koreas apart",
        hint: "write North Korea or South Korea")
      return
    }
    if let korean = KoreanNames.code(for: cell.text), korean != code,
      code.text == "KOR" || code.text == "PRK"
    {
      cell.fault(expected: "a name of \(code)", hint: "it is a name of \(korean)")
      return
    }
    let bearer = Bearer(code: code, from: from, to: to, place: cell.place)
    if let other = bearers[key]?.first(where: { $0.code != code && $0.overlaps(bearer) }) {
      cell.fault(
        expected: "a name that no other actor bears",
        hint: "\(other.code) bears it at \(other.place)")
      return
    }
    bearers[key, default: []].append(bearer)
  }
}
