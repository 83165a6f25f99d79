import EntenteClaims

/// Which claims survive? Claims that speak of the same thing face each other.
enum CourtSection {
  static func section(_ index: BriefIndex, _ figures: FigureBlocks) -> Section? {
    guard !index.report.claims.isEmpty else { return nil }
    return Section(
      index, id: "claims", otherwise: "Which claims survive?",
      body: [figures.block("verdicts"), leaning(index), court(index)])
  }

  /// Claims that repeat each other's are one source.
  private static func leaning(_ index: BriefIndex) -> Markup {
    let lines = index.report.documents.filter { $0.repeating > 0 }.map { document in
      let others = document.leansOn.map { id in Wording.quoted(index.document(id)?.title ?? id) }
      return "\(document.repeating) of the "
        + "\(Wording.count(document.claims, "claim")) of \(Wording.quoted(document.title)) "
        + "\(document.repeating == 1 ? "repeats" : "repeat") "
        + "\(others.isEmpty ? "another document" : Wording.list(others))."
    }
    guard !lines.isEmpty else { return .empty }
    return el(.p, .class("note")) {
      lines.joined(separator: " ") + " Where the documents agree there, count one source, not two."
    }
  }

  private static func court(_ index: BriefIndex) -> Markup {
    var subjects: [String] = []
    for claim in index.report.claims where !subjects.contains(claim.subject) {
      subjects.append(claim.subject)
    }
    let documents = documents(index)
    func spoken(_ subject: String) -> [[ClaimVerdict]] {
      documents.map { id in
        index.report.claims.filter { $0.subject == subject && $0.document == id }
      }
    }
    let facing = subjects.filter { spoken($0).count { !$0.isEmpty } > 1 }
    let alone = subjects.filter { !facing.contains($0) }
    let isPair = documents.count == 2
    return el(.div, .class(isPair ? "court pairs" : "court")) {
      el(.p, .class("lede")) {
        documents.count > 1
          ? "Claims that speak of the same thing face each other. The paraphrases are ours; open a "
            + "claim for its evidence."
          : "The paraphrases are ours; open a claim for its evidence."
      }
      if isPair && !facing.isEmpty {
        el(.div, .class("arts")) {
          for (position, id) in documents.enumerated() {
            el(.p, .class("t")) { "\(position + 1). \(index.document(id)?.title ?? id)" }
          }
        }
      }
      for subject in facing { pair(index, subject, spoken(subject), isPair: isPair) }
      if !alone.isEmpty {
        if !facing.isEmpty {
          el(.h3, .class("alone")) { "Spoken of by one document only" }
        }
        if isPair {
          el(.div, .class("pair")) {
            for (position, _) in documents.enumerated() {
              el(.div, .class("side")) {
                for subject in alone where !spoken(subject)[position].isEmpty {
                  el(.h4) { subject }
                  spoken(subject)[position].map { ClaimCard.markup(index, $0) }
                }
              }
            }
          }
        } else {
          for subject in alone { pair(index, subject, spoken(subject), isPair: false) }
        }
      }
    }
  }

  private static func documents(_ index: BriefIndex) -> [String] {
    var ids: [String] = []
    let spoken = Set(index.report.claims.map(\.document))
    for id in index.report.documents.map(\.id) where spoken.contains(id) { ids.append(id) }
    for id in index.report.claims.map(\.document) where !ids.contains(id) { ids.append(id) }
    return ids
  }

  private static func pair(
    _ index: BriefIndex, _ subject: String, _ sides: [[ClaimVerdict]], isPair: Bool
  ) -> Markup {
    el(.div, .class("pair")) {
      el(.h3) { subject }
      if isPair {
        for claims in sides {
          el(.div, .class("side")) { claims.map { ClaimCard.markup(index, $0) } }
        }
      } else {
        sides.flatMap { $0 }.map { ClaimCard.markup(index, $0, showsDocument: sides.count > 1) }
      }
    }
  }
}

/// A claim, its verdict, why, how firmly, and folded under it everything that led there.
enum ClaimCard {
  static func markup(_ index: BriefIndex, _ claim: ClaimVerdict, showsDocument: Bool = false)
    -> Markup
  {
    el(.article, .class("claim"), .id("c-" + claim.id)) {
      el(.p, .class("meta")) { meta(index, claim, showsDocument) }
      el(.p, .class("para")) { claim.paraphrase }
      el(.div, .class("vd")) {
        VerdictMark.chip(claim.verdict)
        stability(claim)
      }
      el(.p, .class("why")) {
        index.prose(claim.because)
        index.marks(claim.parts.flatMap { $0.tests.flatMap { $0.evidence.map(\.id) } }.prefixed(3))
      }
      details(index, claim)
    }
  }

  private static func meta(_ index: BriefIndex, _ claim: ClaimVerdict, _ showsDocument: Bool)
    -> Markup
  {
    var words = [claim.id]
    if showsDocument { words.append(index.document(claim.document)?.title ?? claim.document) }
    if let paragraph = claim.paragraph { words.append("paragraph \(paragraph)") }
    words += claim.kinds
    return .group([
      .text(words.joined(separator: " · ")),
      claim.repeats.isEmpty
        ? .empty
        : .group([
          " · repeats ",
          .group(claim.repeats.enumerated().map { position, id in link(index, id, position) }),
        ]),
    ])
  }

  private static func link(_ index: BriefIndex, _ id: String, _ position: Int) -> Markup {
    let comma: Markup = position > 0 ? ", " : .empty
    guard index.report.claims.contains(where: { $0.id == id }) else {
      return .group([comma, .text(id)])
    }
    return .group([comma, el(.a, .link(to: "c-" + id)) { id }])
  }

  private static func stability(_ claim: ClaimVerdict) -> Markup {
    let analyses = claim.stability.analyses.count
    // One analysis means that no choice touches the claim.
    guard analyses > 1 else { return .empty }
    let share = Double(claim.stability.standing) / Double(analyses)
    return el(.span, .class("rob")) {
      el(.svg, .class("meter"), .set("width", "54"), .set("height", "7"), .hidden) {
        el(.rect, .class("k2"), .set("width", "54"), .set("height", "7"))
        el(.rect, .class("bark"), .set("width", 54 * min(1, share)), .set("height", "7"))
      }
      "stands in " + Wording.share(claim.stability.standing, of: analyses, "analysis", "analyses")
    }
  }

  private static func details(_ index: BriefIndex, _ claim: ClaimVerdict) -> Markup {
    el(.details) {
      el(.summary) { "Parts, evidence, assumptions, what would flip it" }
      el(.div, .class("in")) {
        if claim.verdict != claim.verdictAtDefaults {
          el(.p) {
            "At the default choices: \(claim.verdictAtDefaults.rawValue). It stands in fewer than "
              + "half of the analyses, so it is given as \(claim.verdict.rawValue)."
          }
        }
        for part in claim.parts {
          el(.div, .class("part")) {
            el(.p, .class("pt")) {
              el(.b) { part.text }
              " "
              VerdictMark.small(part.verdict)
              if part.role == "setting" { el(.span, .class("role")) { " setting" } }
            }
            if !part.tests.isEmpty {
              el(.ul) { for test in part.tests { el(.li) { outcome(index, test) } } }
            }
          }
        }
        el(.dl) {
          if !claim.wouldFlip.isEmpty {
            el(.dt) { "Would flip it" }
            for line in claim.wouldFlip { el(.dd) { index.prose(line) } }
          }
          if !claim.stability.flips.isEmpty {
            el(.dt) { "Choices that alone turn it" }
            for line in claim.stability.flips { el(.dd) { index.prose(line) } }
          }
          if !claim.restsOn.isEmpty {
            el(.dt) { "Rests on" }
            el(.dd) { claim.restsOn.map(index.sourceTitle).joined(separator: "; ") }
          }
          if let note = claim.note {
            el(.dt) { "Note" }
            el(.dd) { note }
          }
        }
      }
    }
  }

  private static func outcome(_ index: BriefIndex, _ test: TestOutcome) -> Markup {
    .group([
      el(.span, .class("tn")) { "\(test.test): " },
      VerdictMark.small(test.verdict),
      .text(". \(index.prose(test.finding))"),
      index.marks(test.evidence.map(\.id)),
      reason(index, test),
      test.assumptions.isEmpty
        ? .empty
        : .group([
          el(.br), el(.i) { "Assumes " },
          .text(index.prose(test.assumptions.joined(separator: "; "))),
        ]),
      test.wouldFlip.isEmpty
        ? .empty
        : .group([el(.br), el(.i) { "Would flip: " }, .text(index.prose(test.wouldFlip))]),
    ])
  }

  /// Why it cannot be told, unless the finding has said so already.
  private static func reason(_ index: BriefIndex, _ test: TestOutcome) -> Markup {
    guard let reason = test.reason, !test.finding.contains(reason) else { return .empty }
    return .text(" \(index.prose(Wording.sentence(reason)))")
  }
}

extension Array {
  fileprivate func prefixed(_ count: Int) -> [Element] { Array(prefix(count)) }
}
