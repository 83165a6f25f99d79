import EntenteRecord

/// Reads the `strategies` of `case.yaml`.
struct StrategyReader {
  let roster: Roster
  let faults: FaultList

  /// What was read; the series that stand for effort are looked up once all are known.
  struct Cells {
    var majors: [ActorCode]
    var poles: [ActorCode: StrategyDeclaration.Poles] = [:]
    var threats: [ActorCode: [ActorCode]] = [:]
    var atWar: [ActorCode: Day] = [:]
    var effort: [(state: ActorCode, series: Cell)] = []
    var thresholds: [String: Double]

    func resolved(_ series: Register) -> StrategyDeclaration {
      var found: [ActorCode: String] = [:]
      for entry in effort {
        if let id = series.resolve(entry.series) { found[entry.state] = id }
      }
      return StrategyDeclaration(
        majors: majors, poles: poles, threats: threats, atWar: atWar, effortSeries: found,
        thresholds: thresholds)
    }
  }

  func read(_ node: CaseNode) -> Cells? {
    let keys = ["majors", "poles", "threats", "at-war", "effort", "thresholds"]
    guard let fields = Fields(node, "strategies", keys: keys, faults: faults) else { return nil }
    var cells = Cells(
      majors: roster.resolve(all: fields.cells("majors", "actors")),
      thresholds: thresholds(fields))
    for (state, entry) in entries(fields, "poles", "between", "[USA, CHN]") {
      let between = roster.resolve(all: entry.requiredCells("between", "two actors"))
      guard between.count == 2 else {
        faults.add(entry.place, "between", expected: "two actors", found: "\(between.count)")
        continue
      }
      cells.poles[state] = .init(between[0], between[1])
    }
    for (state, entry) in entries(fields, "threats", "among", "[PRK, CHN]") {
      cells.threats[state] = roster.resolve(all: entry.requiredCells("among", "actors"))
    }
    for (state, entry) in entries(fields, "at-war", "from", "2022-02-24") {
      if let from = entry.cell("from", "a date like 2022-02-24")?.day() {
        cells.atWar[state] = from
      }
    }
    for (state, entry) in entries(fields, "effort", "series", "ID") {
      if let series = entry.cell("series", "the id of a series") {
        cells.effort.append((state, series))
      }
    }
    return cells
  }

  /// The entries of a list, each with the state that it is about.
  private func entries(
    _ fields: Fields, _ key: String, _ other: String, _ example: String
  ) -> [(state: ActorCode, fields: Fields)] {
    fields.nodes(key, "entries like {state: KOR, \(other): \(example)}", required: false)
      .compactMap { node in
        guard let entry = Fields(node, key, keys: ["state", other], faults: faults),
          let state = entry.cell("state", "the code of a state").flatMap(roster.resolve)
        else { return nil }
        return (state, entry)
      }
  }

  private func thresholds(_ fields: Fields) -> [String: Double] {
    guard let node = fields.optional("thresholds") else { return [:] }
    guard case .map(let entries) = node.content else {
      faults.add(
        node.place, "thresholds", expected: "a map like {effort: 0.1}",
        found: Fields.describe(node))
      return [:]
    }
    let names = StrategyDeclaration.thresholdNames
    var found: [String: Double] = [:]
    for entry in entries {
      guard names.contains(entry.key) else {
        let near = NearSpelling.of(entry.key, among: names)
        faults.add(
          entry.place, "thresholds", expected: "the name of a threshold",
          found: Fault.quoted(entry.key),
          hint: near.map { "did you mean \($0)?" } ?? "known: " + names.joined(separator: ", "))
        continue
      }
      guard let value = entry.value.text.flatMap(Double.init), value.isFinite else {
        faults.add(
          entry.place, entry.key, expected: "a number", found: Fields.describe(entry.value))
        continue
      }
      found[entry.key] = value
    }
    return found
  }
}
