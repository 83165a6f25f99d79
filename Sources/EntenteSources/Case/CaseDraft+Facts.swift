import EntenteRecord

extension CaseDraft {
  func readFacts() -> [Fact] {
    let columns = ["id", "finding", "source", "known", "note"]
    guard let table = table("facts.csv", columns, defining: [recordIDs]) else { return [] }
    return (0..<table.count).compactMap { row in
      let id = table.cell(row, "id")
      if id.id() != nil { recordIDs.define(id) }
      let finding = table.cell(row, "finding").nonEmpty()
      let source = table.cell(row, "source").nonEmpty("a source or the word unreferenced")
      let known = table.cell(row, "known").choice(Fact.Known.self)
      guard let finding, let source, let known else { return nil }
      return Fact(
        id: id.text, finding: finding, source: source, known: known,
        note: table.cell(row, "note").text, place: table.place(row))
    }
  }

  func readTies() -> [Tie] {
    let columns = [
      "id", "kind", "members", "start", "end", "obligation", "certainty", "text", "reference",
    ]
    let ids = Register("tie id")
    guard let table = table("ties.csv", columns, defining: []) else { return [] }
    return (0..<table.count).compactMap { tie(table, $0, ids) }
  }

  private func tie(_ table: CSVTable, _ row: Int, _ ids: Register) -> Tie? {
    let id = table.cell(row, "id")
    if id.id() != nil { ids.define(id) }
    let kind = table.cell(row, "kind").choice(Tie.Kind.self)
    let cell = table.cell(row, "members")
    let members = roster.resolve(all: cell.parts)
    // Sanctions of the Security Council name their target alone.
    let least = kind == .sanctions ? 1 : 2
    if cell.parts.count < least {
      cell.fault(expected: least == 1 ? "an actor" : "at least two actors joined by ;")
    }
    let start = table.cell(row, "start").day()
    let endCell = table.cell(row, "end")
    let end = endCell.text.isEmpty ? nil : endCell.day()
    if let start, let end, end < start { endCell.fault(expected: "a date not before \(start)") }
    let duty = table.cell(row, "obligation")
    let obligation = duty.text.isEmpty ? nil : duty.choice(Tie.Obligation.self)
    let isCertain = isCertain(table.cell(row, "certainty"))
    let text = table.cell(row, "text").nonEmpty()
    let reference = reference(table.cell(row, "reference"))
    guard let kind, let start, let isCertain, let text, let reference else { return nil }
    return Tie(
      id: id.text, kind: kind, members: members, start: start, end: end, obligation: obligation,
      isCertain: isCertain, text: text, reference: reference, place: table.place(row))
  }

  func readAttributes() -> [Attribute] {
    let columns = ["actor", "year", "variable", "value", "unit", "certainty", "source"]
    guard let table = table("attributes.csv", columns, defining: []) else { return [] }
    var first: [String: Place] = [:]
    return (0..<table.count).compactMap { row in
      let subject = roster.subject(table.cell(row, "actor"))
      let year = table.cell(row, "year").integer(in: 1000...9999, "a year like 2023")
      let variable = table.cell(row, "variable")
      let name = variable.nonEmpty("a variable")
      let value = table.cell(row, "value").number()
      let certainty = certainty(table.cell(row, "certainty"))
      let source = table.cell(row, "source").nonEmpty("a source")
      guard let subject, let year, let name, let value, let certainty, let source else {
        return nil
      }
      let key = "\(subject) \(year) \(name)"
      if let place = first[key] {
        variable.fault(
          expected: "one value of \(name) for \(subject) in \(year)", found: "a second",
          hint: "the first is at \(place)")
        return nil
      }
      first[key] = table.place(row)
      return Attribute(
        subject: subject, year: year, variable: name, value: value,
        unit: table.cell(row, "unit").text, certainty: certainty, source: source,
        place: table.place(row))
    }
  }

  private func certainty(_ cell: Cell) -> String? {
    if ["A", "B", "C"].contains(cell.text) { return cell.text }
    cell.fault(expected: "A, B or C")
    return nil
  }
}
