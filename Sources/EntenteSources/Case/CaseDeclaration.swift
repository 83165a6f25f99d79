import EntenteRecord

/// What `case.yaml` says, before the files that it names are read.
struct CaseDeclaration {
  struct AffinityCells {
    let series: Cell
    let coverage: Cell
    let actorEffects: Cell?
    let controls: Cell?
  }

  let id: String
  let title: String
  let question: String?
  let window: Span?
  let actors: [Actor]
  let groups: [Group]
  let blocs: [String]
  let affinity: AffinityCells?
  let directed: Cell?
  let triggers: [Cell]
  let shock: Cell?
  let strategies: StrategyReader.Cells?
  let institutions: [InstitutionReader.Cells]
  let series: [(declaration: SeriesDeclaration, file: Cell)]

  private static let keys = [
    "id", "title", "question", "window", "actors", "groups", "blocs", "affinity", "directed",
    "triggers", "shock", "strategies", "institutions", "series",
  ]

  init?(_ root: CaseNode, draft: CaseDraft) {
    let faults = draft.faults
    guard let fields = Fields(root, "case", keys: Self.keys, faults: faults) else {
      draft.roster.codes.isUnknown = true
      return nil
    }
    id = fields.cell("id", "an id")?.id() ?? ""
    title = fields.cell("title")?.text ?? ""
    question = fields.optionalCell("question")?.text
    window = fields.span("window")
    actors = ActorReader(roster: draft.roster, faults: faults).read(fields)
    groups = fields.nodes("groups", "groups", required: false).compactMap {
      Self.group($0, draft)
    }
    blocs = Self.blocs(fields, draft, groups)
    triggers = fields.cells("triggers", "event ids")
    shock = fields.optionalCell("shock", "an event id")
    strategies = fields.optional("strategies").flatMap {
      StrategyReader(roster: draft.roster, faults: faults).read($0)
    }
    institutions = InstitutionReader(groups: draft.groupIDs, faults: faults).read(fields)
    series = fields.nodes("series", "series", required: false).compactMap {
      Self.series($0, draft)
    }
    affinity = fields.optional("affinity").flatMap { Self.affinity($0, faults) }
    directed = fields.optionalCell("directed", "the id of a series of directed pairs")
    if let shock, !triggers.contains(where: { $0.text == shock.text }) {
      shock.fault(expected: "one of the triggers")
    }
  }

  private static func group(_ node: CaseNode, _ draft: CaseDraft) -> Group? {
    guard
      let fields = Fields(node, "group", keys: ["id", "title", "members"], faults: draft.faults)
    else { return nil }
    let id = fields.cell("id", "an id")
    if let id, id.id() != nil { draft.groupIDs.define(id) }
    let title = fields.cell("title")
    let members = draft.roster.resolve(all: fields.requiredCells("members", "actors"))
    guard let id, let title else { return nil }
    return Group(id: id.text, title: title.text, members: members, place: node.place)
  }

  private static func blocs(_ fields: Fields, _ draft: CaseDraft, _ groups: [Group]) -> [String] {
    let cells = fields.cells("blocs", "two group ids")
    guard let first = cells.first else { return [] }
    let ids = cells.compactMap(draft.groupIDs.resolve)
    guard cells.count == 2, ids.count == 2 else {
      if cells.count != 2 {
        first.fault(expected: "two group ids", found: "\(cells.count)")
      }
      return ids
    }
    let sides = ids.map { id in Set(groups.first { $0.id == id }?.members ?? []) }
    if let shared = sides[0].intersection(sides[1]).min() {
      first.fault(expected: "two groups without a common member", found: "\(shared) in both")
    }
    return ids
  }

  private static func series(
    _ node: CaseNode, _ draft: CaseDraft
  ) -> (declaration: SeriesDeclaration, file: Cell)? {
    let keys = [
      "id", "title", "file", "of", "by", "layout", "column", "kind", "unit", "direction-note",
      "source", "terms", "ends", "types", "codes",
    ]
    guard let fields = Fields(node, "series", keys: keys, faults: draft.faults) else { return nil }
    let id = fields.cell("id", "an id")
    if let id, id.id() != nil { draft.seriesIDs.define(id) }
    let title = fields.cell("title")
    let file = fields.cell("file", "a path inside the case folder")
    let scope = fields.cell("of", "pair, directed-pair, state or world")?
      .choice(SeriesDeclaration.Scope.self)
    let length = fields.cell("by", "day, week, month, quarter, half or year")?
      .choice(Period.Length.self)
    let layout = fields.cell("layout", "wide, long or record")?.choice(
      SeriesDeclaration.Layout.self)
    let kind = fields.cell("kind", "a kind of series")?.choice(SeriesDeclaration.Kind.self)
    let unit = fields.cell("unit")
    let source = fields.cell("source")
    let terms = fields.cell("terms")
    let column = fields.optionalCell("column", "a column")
    if layout != .long, let column {
      column.fault(
        expected: "no column for a series that is not long",
        hint: layout == .wide ? "its columns are its subjects" : "its values are counted")
    }
    let selection = layout == .record ? selection(fields, scope, kind, length) : nil
    if layout == .long, column == nil { _ = fields.cell("column", "the column with the values") }
    guard let id, let title, let file, let scope, let length, let layout, let kind, let unit,
      let source, let terms, layout != .long || column != nil
    else { return nil }
    let declaration = SeriesDeclaration(
      id: id.text, title: title.text, file: file.text, scope: scope, length: length,
      layout: layout, column: column?.text ?? "", kind: kind, unit: unit.text,
      source: source.text, terms: terms.text,
      note: fields.optionalCell("direction-note")?.text, selection: selection, place: node.place)
    return (declaration, file)
  }

  /// Which events of a record a series counts; what a record cannot give is a fault.
  private static func selection(
    _ fields: Fields, _ scope: SeriesDeclaration.Scope?, _ kind: SeriesDeclaration.Kind?,
    _ length: Period.Length?
  ) -> SeriesDeclaration.Selection {
    if let scope, scope != .pair, scope != .directedPair {
      fields.cell("of")?.fault(expected: "pair or directed-pair for a series from a record")
    }
    if let kind, ![.count, .signedSum, .sum, .mean].contains(kind) {
      fields.cell("kind")?.fault(
        expected: "count, signed-sum, sum or mean for a series from a record")
    }
    let ends = fields.optionalCell("ends", "state, government or any")
    if let ends, !["state", "government", "any"].contains(ends.text) {
      ends.fault(expected: "state, government or any")
    }
    return SeriesDeclaration.Selection(
      ends: ends?.text ?? "state",
      types: fields.cells("types", "types of events").compactMap { $0.choice(EventType.self) },
      codes: fields.cells("codes", "CAMEO codes").map(\.text))
  }

  private static func affinity(_ node: CaseNode, _ faults: FaultList) -> AffinityCells? {
    let keys = ["series", "coverage", "actor-effects", "controls"]
    guard let fields = Fields(node, "affinity", keys: keys, faults: faults) else { return nil }
    let series = fields.cell("series", "a series id")
    let coverage = fields.cell("coverage", "a path inside the case folder")
    let effects = fields.optionalCell("actor-effects", "a path inside the case folder")
    let controls = fields.optionalCell("controls", "a path inside the case folder")
    guard let series, let coverage else { return nil }
    return AffinityCells(
      series: series, coverage: coverage, actorEffects: effects, controls: controls)
  }
}
