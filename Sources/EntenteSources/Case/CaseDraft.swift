import EntenteRecord

/// A case while it is being read: what is known so far, for the readers of its files.
final class CaseDraft {
  let folder: CaseFolder
  let faults: FaultList

  let roster = Roster()
  let groupIDs = Register("group id")
  let seriesIDs = Register("series id")
  let categoryIDs = Register("category")
  let eventIDs = Register("event id")
  /// Events and facts share their ids, because a test may name either.
  let recordIDs = Register("event or fact id")
  let documentIDs = Register("document id")
  let claimIDs = Register("claim id")
  let questionIDs = Register("question id")

  private(set) var isUnreadable = false

  init(folder: CaseFolder) {
    self.folder = folder
    faults = folder.faults
  }

  /// The case, or as much of it as could be read.
  func read() -> PartialCase {
    let declaration = readDeclaration()
    let categories = readCategories()
    let events = readChronology(within: declaration?.window)
    let facts = readFacts()
    let ties = readTies()
    let attributes = readAttributes()
    let documents = readDocuments()
    let claims = readClaims()
    let questions = readQuestions()
    let triggers = declaration?.triggers.compactMap(eventIDs.resolve) ?? []
    let shock = declaration?.shock.flatMap(eventIDs.resolve)
    let tables = SeriesTables(folder: folder)
    let series = (declaration?.series ?? []).compactMap { entry in
      SeriesReader(entry.declaration, roster: roster, tables: tables).read(from: entry.file)
    }
    let affinity = declaration?.affinity.flatMap {
      AffinityReader(roster: roster, tables: tables).read($0, series: declaration?.series ?? [])
    }
    let directed = declaration?.directed.flatMap { directedSeries($0, declaration?.series ?? []) }
    let value = Case(
      id: declaration?.id ?? "", title: declaration?.title ?? "",
      question: declaration?.question, window: declaration?.window ?? Self.unread,
      actors: declaration?.actors ?? [], groups: declaration?.groups ?? [],
      blocs: declaration?.blocs ?? [], affinity: affinity, directed: directed,
      triggers: triggers, shock: shock,
      strategies: declaration?.strategies?.resolved(seriesIDs) ?? .empty,
      institutions: (declaration?.institutions ?? []).map {
        $0.resolved(events: eventIDs, ties: Set(ties.map(\.id)))
      },
      series: series, events: events, categories: categories, facts: facts, ties: ties,
      attributes: attributes, documents: documents, claims: claims, questions: questions,
      files: folder.digests)
    return PartialCase(
      value, defined: registers.reduce(into: []) { $0.formUnion($1.places.keys) },
      hasUnreadFile: registers.contains { $0.isUnknown && $0 !== categoryIDs })
  }

  /// The series on which it is asked who moves first.
  private func directedSeries(
    _ cell: Cell, _ series: [(declaration: SeriesDeclaration, file: Cell)]
  ) -> String? {
    guard let id = seriesIDs.resolve(cell),
      let found = series.first(where: { $0.declaration.id == id })?.declaration
    else { return nil }
    guard found.scope == .directedPair, [.day, .week, .month].contains(found.length) else {
      cell.fault(
        expected: "a series of directed pairs by day, week or month",
        found: "\(id), of \(found.scope.rawValue) by \(found.length.rawValue)")
      return nil
    }
    return id
  }

  /// Stands for a window that could not be read.
  private static let unread = Span.only(Day(number: 0))

  private var registers: [Register] {
    [
      roster.codes, groupIDs, seriesIDs, categoryIDs, eventIDs, recordIDs, documentIDs, claimIDs,
      questionIDs,
    ]
  }

  // MARK: - Files

  private func readDeclaration() -> CaseDeclaration? {
    guard let bytes = folder.required("case.yaml", limit: CaseFolder.yamlLimit) else {
      isUnreadable = true
      forgetDeclared()
      return nil
    }
    guard let root = YAMLText.root(of: bytes, file: "case.yaml", faults: faults) else {
      forgetDeclared()
      return nil
    }
    folder.setRows(1, of: "case.yaml")
    return CaseDeclaration(root, draft: self)
  }

  /// What `case.yaml` should have defined is not known; naming it is no fault.
  private func forgetDeclared() {
    roster.codes.isUnknown = true
    groupIDs.isUnknown = true
    seriesIDs.isUnknown = true
  }

  /// The items of a YAML file that is a list; nil if the case has no such file.
  func list(_ file: String, defining register: Register?) -> [CaseNode]? {
    guard let bytes = folder.optional(file, limit: CaseFolder.yamlLimit) else { return nil }
    guard let root = YAMLText.root(of: bytes, file: file, faults: faults) else {
      register?.isUnknown = true
      return []
    }
    guard case .list(let items) = root.content else {
      faults.add(root.place, "text", expected: "a list", found: Fields.describe(root))
      register?.isUnknown = true
      return []
    }
    folder.setRows(items.count, of: file)
    return items
  }

  /// A CSV file with these columns; nil if the case has no such file.
  func table(_ file: String, _ columns: [String], defining registers: [Register]) -> CSVTable? {
    guard let bytes = folder.optional(file, limit: CaseFolder.tableLimit) else { return nil }
    guard let table = CSVTable(bytes, file: file, faults: faults), table.hasColumns(columns) else {
      for register in registers { register.isUnknown = true }
      return nil
    }
    folder.setRows(table.count, of: file)
    return table
  }
}
