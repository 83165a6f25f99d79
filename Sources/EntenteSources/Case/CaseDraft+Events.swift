import EntenteRecord

extension CaseDraft {
  private enum DayCertainty: String, CaseIterable { case certain, uncertain }

  func isCertain(_ cell: Cell) -> Bool? {
    cell.choice(DayCertainty.self).map { $0 == .certain }
  }

  /// A source, or nil inside for the word `unreferenced`.
  func reference(_ cell: Cell) -> String?? {
    guard let text = cell.nonEmpty("a source or the word unreferenced") else { return nil }
    return .some(text == "unreferenced" ? nil : text)
  }

  func readCategories() -> [EventCategory] {
    let columns = ["category", "from", "to", "state", "note"]
    guard let table = table("categories.csv", columns, defining: [categoryIDs]) else {
      categoryIDs.isUnknown = true
      return []
    }
    return (0..<table.count).compactMap { row in
      let id = table.cell(row, "category")
      let isNamed = id.id() != nil
      if isNamed { categoryIDs.define(id) }
      let from = table.cell(row, "from").day()
      let end = table.cell(row, "to")
      let to = end.day()
      let state = table.cell(row, "state").choice(EventCategory.Completeness.self)
      guard let from, let to, let state, isNamed else { return nil }
      guard let span = Span(from: from, to: to) else {
        end.fault(expected: "a date not before \(from)")
        return nil
      }
      return EventCategory(
        id: id.text, span: span, state: state, note: table.cell(row, "note").text)
    }
  }

  func readChronology(within window: Span?) -> [Event] {
    let columns = [
      "id", "date", "certainty", "sources", "targets", "type", "sign", "category", "claimed_by",
      "denied_by", "grade", "text", "reference",
    ]
    guard let table = table("chronology.csv", columns, defining: [eventIDs, recordIDs]) else {
      return []
    }
    return (0..<table.count).compactMap { event(table, $0, window) }
  }

  private func event(_ table: CSVTable, _ row: Int, _ window: Span?) -> Event? {
    let id = table.cell(row, "id")
    if id.id() != nil {
      eventIDs.define(id)
      if !recordIDs.contains(id.text) { recordIDs.define(id) }
    }
    let date = table.cell(row, "date")
    let day = date.day()
    if let day, let window, !window.contains(day) {
      date.fault(expected: "a date in the case's window \(window)")
    }
    let isCertain = isCertain(table.cell(row, "certainty"))
    let sources = roster.resolve(all: table.cell(row, "sources").parts)
    if table.cell(row, "sources").text.isEmpty {
      table.cell(row, "sources").fault(expected: "actors joined by ;")
    }
    // A missile test or a law aims at nobody in particular.
    let targets = roster.resolve(all: table.cell(row, "targets").parts)
    let type = table.cell(row, "type").choice(EventType.self)
    let sign = sign(table.cell(row, "sign"))
    let category = table.cell(row, "category")
    let isFiled = category.nonEmpty("a category") != nil && categoryIDs.resolve(category) != nil
    let claimedBy = roster.resolve(all: table.cell(row, "claimed_by").parts)
    let deniedBy = roster.resolve(all: table.cell(row, "denied_by").parts)
    let gradeCell = table.cell(row, "grade")
    let grade = gradeCell.text.isEmpty ? nil : gradeCell.choice(EvidenceGrade.self)
    if gradeCell.text.isEmpty, !claimedBy.isEmpty || !deniedBy.isEmpty {
      gradeCell.fault(
        expected: "A, B, C or D for a contested event",
        hint: "leave claimed_by and denied_by empty if nobody contests it")
    }
    let text = table.cell(row, "text").nonEmpty()
    let reference = reference(table.cell(row, "reference"))
    guard let day, let isCertain, let type, let sign, let text, let reference, isFiled else {
      return nil
    }
    return Event(
      id: id.text, day: day, dayIsCertain: isCertain, sources: sources, targets: targets,
      type: type, sign: sign, category: category.text, claimedBy: claimedBy,
      deniedBy: deniedBy, grade: grade, text: text, reference: reference,
      place: table.place(row))
  }

  private func sign(_ cell: Cell) -> Int? {
    switch cell.text {
    case "+1", "1": return 1
    case "-1": return -1
    case "0": return 0
    default:
      cell.fault(expected: "+1, -1 or 0")
      return nil
    }
  }
}
