import EntenteClaims

/// The section on how sure we are and what would change our mind.
enum SureSection {
  static func section(_ index: BriefIndex, _ figures: FigureBlocks) -> Section? {
    Section(
      index, id: "sure", otherwise: "How sure are we, and what would change our mind?",
      body: [figures.block("readings"), fragile(index), weakened(index)])
  }

  /// Decided verdicts, the least stable first.
  static func mostFragile(_ index: BriefIndex, _ count: Int) -> [ClaimVerdict] {
    func share(_ claim: ClaimVerdict) -> Double {
      Double(claim.stability.standing) / Double(max(1, claim.stability.analyses.count))
    }
    return Array(
      index.report.claims.enumerated()
        .filter { $1.verdict.isDecided && $1.stability.analyses.count > 1 && share($1) < 1 }
        .sorted { (share($0.element), $0.offset) < (share($1.element), $1.offset) }
        .prefix(count).map(\.element))
  }

  private static func fragile(_ index: BriefIndex) -> Markup {
    let claims = mostFragile(index, 8)
    guard !claims.isEmpty else { return .empty }
    return el(.div, .class("block")) {
      el(.h3, .class("ft fh")) { "The verdicts most likely to turn" }
      el(.table, .class("led")) {
        el(.thead) {
          el(.tr) {
            for head in ["Claim", "Verdict", "Stands in", "What would turn it"] {
              el(.th, .set("scope", "col")) { head }
            }
          }
        }
        el(.tbody) {
          for claim in claims {
            el(.tr) {
              el(.th, .set("scope", "row")) {
                el(.a, .link(to: "c-" + claim.id)) { claim.id }
                " " + claim.paraphrase
              }
              el(.td, .class("nr")) { VerdictMark.small(claim.verdict) }
              el(.td, .class("num"), .set("data-l", "Stands in")) {
                Wording.share(
                  claim.stability.standing, of: claim.stability.analyses.count, "analysis",
                  "analyses")
              }
              el(.td) {
                claim.stability.flips.isEmpty
                  ? claim.wouldFlip.first.map(index.prose) ?? "–"
                  : claim.stability.flips.prefix(3).joined(separator: "; ")
              }
            }
          }
        }
      }
    }
  }

  /// Verdicts that the rule of half took back.
  private static func weakened(_ index: BriefIndex) -> Markup {
    let claims = index.report.claims.filter { $0.verdict != $0.verdictAtDefaults }
    guard !claims.isEmpty else { return .empty }
    return el(.p, .class("note")) {
      "\(Wording.capitalised(Wording.word(claims.count))) "
        + "\(claims.count == 1 ? "verdict" : "verdicts") of the default choices "
        + "\(claims.count == 1 ? "does" : "do") not stand in half of the analyses and "
        + "\(claims.count == 1 ? "is" : "are") given as cannot tell: "
      for (position, claim) in claims.enumerated() {
        if position > 0 { ", " }
        el(.a, .link(to: "c-" + claim.id)) { claim.id }
        " (\(claim.verdictAtDefaults.rawValue))"
      }
      "."
    }
  }
}
