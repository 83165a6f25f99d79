import EntenteRecord

extension CaseDraft {
  func readDocuments() -> [Document] {
    let keys = ["id", "title", "author", "outlet", "date", "leans-on"]
    let entries = (list("documents.yaml", defining: documentIDs) ?? []).compactMap {
      Fields($0, "document", keys: keys, faults: faults)
    }
    for fields in entries { define(fields, documentIDs) }
    return entries.compactMap { fields in
      let id = fields.optionalCell("id")
      let title = fields.cell("title")
      let author = fields.cell("author", "a name or the word unknown")
      let outlet = fields.cell("outlet")
      let date = fields.cell("date", "a day, month or year")
      if let date, ![.day, .month, .year].contains(where: { Period(date.text, length: $0) != nil })
      {
        date.fault(expected: "a day, month or year like 2023-08-18, 2023-08 or 2023")
      }
      let leansOn = others(fields, "leans-on", "document ids", documentIDs, than: id)
      guard let id, let title, let author, let outlet, let date else { return nil }
      return Document(
        id: id.text, title: title.text, author: author.text, outlet: outlet.text,
        date: date.text, leansOn: leansOn, place: fields.place)
    }
  }

  func readClaims() -> [Claim] {
    let keys = [
      "id", "document", "paragraph", "line", "kinds", "negated", "subject", "paraphrase",
      "actors", "repeats", "note", "parts",
    ]
    let entries = (list("claims.yaml", defining: claimIDs) ?? []).compactMap {
      Fields($0, "claim", keys: keys, faults: faults)
    }
    for fields in entries { define(fields, claimIDs) }
    return entries.compactMap(claim)
  }

  /// Enters the id of an entry, before anything that may name it is read.
  private func define(_ fields: Fields, _ register: Register) {
    guard let id = fields.cell("id", "an id"), id.id() != nil else { return }
    register.define(id)
  }

  /// Ids of other entries of the same kind.
  private func others(
    _ fields: Fields, _ key: String, _ expected: String, _ register: Register, than own: Cell?
  ) -> [String] {
    fields.cells(key, expected).compactMap { cell in
      guard cell.text != own?.text else {
        cell.fault(expected: "another \(register.kind)", found: "its own")
        return nil
      }
      return register.resolve(cell)
    }
  }

  private func claim(_ fields: Fields) -> Claim? {
    let id = fields.optionalCell("id")
    let document = fields.cell("document", "a document id").flatMap(documentIDs.resolve)
    let positive = 1...1_000_000
    let paragraph = fields.optionalCell("paragraph")?.integer(in: positive, "a positive number")
    let line = fields.optionalCell("line")?.integer(in: positive, "a positive number")
    let kinds = fields.requiredCells("kinds", "kinds").compactMap {
      $0.choice(Claim.Kind.self)
    }
    let negated = fields.optionalCell("negated", "true or false").map { $0.flag() ?? false }
    let subject = fields.cell("subject")
    let paraphrase = fields.cell("paraphrase")
    let actors = roster.resolve(all: fields.cells("actors", "actors"))
    let repeats = others(fields, "repeats", "claim ids", claimIDs, than: id)
    let parts = fields.nodes("parts", "parts", required: true).enumerated().compactMap {
      part($0.element, number: $0.offset + 1, of: id?.text ?? "")
    }
    if let list = fields.optional("parts"), !parts.isEmpty,
      !parts.contains(where: { $0.role == .core })
    {
      faults.add(list.place, "parts", expected: "at least one with role core", found: "none")
    }
    guard let id, let document, let subject, let paraphrase else { return nil }
    return Claim(
      id: id.text, document: document, paragraph: paragraph, line: line, kinds: kinds,
      isNegated: negated ?? false, subject: subject.text, paraphrase: paraphrase.text,
      actors: actors, repeats: repeats, note: fields.optionalCell("note")?.text, parts: parts,
      place: fields.place)
  }

  private func part(_ node: CaseNode, number: Int, of claim: String) -> Claim.Part? {
    guard let fields = Fields(node, "part", keys: ["part", "role", "tests"], faults: faults) else {
      return nil
    }
    let text = fields.cell("part")
    let role = fields.cell("role", "core or setting")?.choice(Claim.Part.Role.self)
    let nodes = fields.nodes("tests", "tests like {test: record, for: [ID]}", required: true)
    let tests = nodes.enumerated().compactMap { index, node in
      test(node, id: "\(claim)/\(number).\(index + 1)")
    }
    guard let text, let role else { return nil }
    return Claim.Part(text: text.text, role: role, tests: tests)
  }

  /// A test by name; its parameters are for the test itself to read.
  private func test(_ node: CaseNode, id: String) -> TestSpecification? {
    guard case .map(let entries) = node.content else {
      faults.add(
        node.place, "tests", expected: "a map like {test: record, for: [ID]}",
        found: Fields.describe(node))
      return nil
    }
    guard let name = node["test"], let text = name.text, !text.isEmpty else {
      faults.add(
        node["test"]?.place ?? node.place, "test", expected: "the name of a test",
        found: node["test"].map(Fields.describe) ?? "no such key")
      return nil
    }
    let parameters = CaseNode(.map(entries.filter { $0.key != "test" }), at: node.place)
    return TestSpecification(id: id, name: text, parameters: parameters)
  }

  func readQuestions() -> [Question] {
    let keys = [
      "id", "question", "issued-by", "issued", "horizon", "rule", "outcome", "resolved", "claim",
      "note",
    ]
    return (list("questions.yaml", defining: questionIDs) ?? []).compactMap { node in
      guard let fields = Fields(node, "question", keys: keys, faults: faults) else { return nil }
      define(fields, questionIDs)
      return question(fields)
    }
  }

  private func question(_ fields: Fields) -> Question? {
    let text = fields.cell("question")
    let issuer = fields.cell("issued-by")
    let issued = fields.cell("issued", "a date like 2023-08-18")?.day()
    let horizonCell = fields.cell("horizon", "a date like 2023-08-18")
    let horizon = horizonCell?.day()
    if let issued, let horizon, horizon < issued {
      horizonCell?.fault(expected: "a date not before \(issued)")
    }
    let rule = fields.cell("rule")
    let outcome = fields.cell("outcome", "yes, no or open")?.choice(Question.Outcome.self)
    let resolvedCell = fields.optionalCell("resolved", "a date like 2023-08-18")
    let resolved = resolvedCell?.day()
    if let issued, let resolved, resolved < issued {
      resolvedCell?.fault(expected: "a date not before \(issued)")
    }
    if outcome == .open { resolvedCell?.fault(expected: "no day for an open question") }
    let claimCell = fields.optionalCell("claim", "a claim id")
    let claim = claimCell.flatMap(claimIDs.resolve)
    guard let id = fields.optionalCell("id"), let text, let issuer, let issued, let horizon,
      let rule, let outcome, (claim == nil) == (claimCell == nil)
    else { return nil }
    return Question(
      id: id.text, question: text.text, issuedBy: issuer.text, issued: issued, horizon: horizon,
      rule: rule.text, outcome: outcome, resolved: resolved, claim: claim,
      note: fields.optionalCell("note")?.text, place: fields.place)
  }
}
