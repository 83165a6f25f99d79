import EntenteClaims

/// One sign for every claim, by document: how many stand, at a glance.
enum VerdictsFigure {
  static func draft(_ index: BriefIndex) -> FigureDraft? {
    guard !index.report.claims.isEmpty else { return nil }
    let groups = documents(index)
    let answer = index.report.answers.first { $0.id == "claims" }
    return FigureDraft(
      id: "verdicts", title: title(groups),
      howToRead: "One sign a claim, in the order of the verdicts; each leads to its claim. Claims "
        + "that repeat another document’s are counted here, but they are not a second source.",
      key: VerdictMark.order.map { (VerdictMark.drawn($0, x: 11, y: 0), $0.rawValue) },
      body: page(index, groups), plate: plate(groups), table: table(index),
      sample: Wording.count(index.report.claims.count, "claim") + ", "
        + Wording.count(groups.count, "document") + ".",
      interval: "none: verdicts are counted.", source: "the claims of the case file.",
      evidence: answer?.evidence ?? [])
  }

  typealias Group = (name: String, document: BriefReport.DocumentReport?, claims: [ClaimVerdict])

  /// Documents in the report's order, then claims of documents that it does not describe.
  private static func documents(_ index: BriefIndex) -> [Group] {
    var groups: [Group] = index.report.documents.map { document in
      (document.title, document, index.report.claims.filter { $0.document == document.id })
    }
    let known = Set(index.report.documents.map(\.id))
    var others: [String] = []
    for claim in index.report.claims
    where !known.contains(claim.document) && !others.contains(claim.document) {
      others.append(claim.document)
    }
    groups += others.map { id in (id, nil, index.report.claims.filter { $0.document == id }) }
    return groups
  }

  static func counts(_ claims: [ClaimVerdict]) -> String {
    VerdictMark.order.compactMap { verdict in
      let count = claims.count { $0.verdict == verdict }
      return count > 0 ? "\(count) \(verdict.rawValue)" : nil
    }.joined(separator: ", ")
  }

  private static func title(_ groups: [Group]) -> String {
    let shown = groups.filter { !$0.claims.isEmpty }
    return shown.enumerated().map { position, group in
      let supported = group.claims.count { $0.verdict == .supported }
      let contradicted = group.claims.count { $0.verdict == .contradicted }
      let subject =
        shown.count == 1
        ? "\(supported) of \(Wording.count(group.claims.count, "claim")) are supported"
        : "\(position == 0 ? "Document" : "document") \(position + 1): "
          + "\(supported) of \(group.claims.count) claims supported"
      return "\(subject), \(contradicted) contradicted"
    }.joined(separator: "; ")
  }

  private static func sorted(_ claims: [ClaimVerdict]) -> [ClaimVerdict] {
    VerdictMark.order.flatMap { verdict in claims.filter { $0.verdict == verdict } }
  }

  private static func page(_ index: BriefIndex, _ groups: [Group]) -> Markup {
    el(.div, .class(groups.count > 1 ? "two docs" : "docs")) {
      for (position, group) in groups.enumerated() {
        el(.div) {
          el(.p, .class("t")) {
            groups.count > 1 ? "\(position + 1). \(group.name)" : group.name
          }
          if let document = group.document { el(.p, .class("o")) { origin(index, document) } }
          el(.div, .class("units")) {
            for claim in sorted(group.claims) {
              el(
                .a, .link(to: "c-" + claim.id), .label("\(claim.id): \(claim.verdict.rawValue)")
              ) { VerdictMark.use(claim.verdict, size: 13) }
            }
          }
          el(.p, .class("score")) {
            group.claims.isEmpty
              ? "No claim of it was judged."
              : Wording.count(group.claims.count, "claim") + ": " + counts(group.claims) + "."
          }
        }
      }
    }
  }

  private static func origin(_ index: BriefIndex, _ document: BriefReport.DocumentReport)
    -> String
  {
    var text = [document.author, document.outlet, document.date].filter { !$0.isEmpty }
      .joined(separator: ", ")
    if document.repeating > 0 {
      let others = document.leansOn.map { id in index.document(id)?.title ?? id }
      text +=
        ". \(Wording.capitalised(Wording.count(document.repeating, "claim"))) "
        + "\(document.repeating == 1 ? "repeats" : "repeat") "
        + (others.isEmpty ? "another document’s" : Wording.list(others.map { Wording.quoted($0) }))
    }
    return text + "."
  }

  private static func plate(_ groups: [Group]) -> FigureDraft.Plate {
    var parts: [Markup] = []
    var y = 0.0
    for (position, group) in groups.enumerated() {
      parts.append(
        Drawing.text(
          DisplayWidth.cut("\(position + 1). \(group.name)", to: 120), x: "0", y: y + 14, "b"))
      y += 24
      for (place, claim) in sorted(group.claims).enumerated() {
        let column = place % 50
        if place > 0, column == 0 { y += 20 }
        parts.append(VerdictMark.drawn(claim.verdict, x: Double(column) * 19, y: y, size: 14))
      }
      y += 34
      parts.append(Drawing.text(counts(group.claims), x: "0", y: y, "s"))
      y += 26
    }
    return FigureDraft.Plate(height: y, content: .group(parts))
  }

  private static func table(_ index: BriefIndex) -> Table {
    Table(
      head: [
        "claim", "document", "subject", "kinds", "verdict", "verdict_at_defaults", "standing",
        "analyses", "repeats", "paraphrase", "because",
      ],
      rows: index.report.claims.map { claim in
        [
          claim.id, claim.document, claim.subject, claim.kinds.joined(separator: "; "),
          claim.verdict.rawValue, claim.verdictAtDefaults.rawValue, "\(claim.stability.standing)",
          "\(claim.stability.analyses.count)", claim.repeats.joined(separator: "; "),
          claim.paraphrase, claim.because,
        ]
      })
  }
}
