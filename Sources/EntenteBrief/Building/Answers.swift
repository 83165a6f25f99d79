import EntenteClaims
import EntenteNumerics
import EntenteRecord

/// The questions of a brief in their fixed order, each answered in a line made from the results.
struct Answers {
  let analysis: CaseAnalysis
  let axis: Axis
  let headline: BriefReport.Headline
  let legs: [BriefReport.LegReport]
  let keyNumbers: [BriefReport.KeyNumber]
  let dating: [BriefReport.DyadDating]
  let attribution: [BriefReport.RivalsReport]
  let claims: [ClaimVerdict]
  let robustness: [BriefReport.ReadingReport]

  func all() -> [BriefReport.Answer] {
    [isThere(), since(), triggers(), survivors(), sure()].compactMap { $0 }
  }

  private var ownLegs: [BriefReport.LegReport] { legs.filter { $0.side == axis.first?.id } }

  private func isThere() -> BriefReport.Answer? {
    guard let first = axis.first, let period = axis.period, !ownLegs.isEmpty else { return nil }
    let parts = ownLegs.map { leg in
      "\(leg.name) \(leg.word)"
        + ((leg.adjusted ?? leg.unadjusted)?.probabilityPositive.map {
          " (P \(Wording.probability($0)))"
        } ?? "")
    }
    let together = keyNumbers.first.map {
      "; all at once \($0.word) (\($0.display))"
    }
    return .init(
      id: "axis", question: Self.isThere(first.title),
      answer: "In \(Wording.period(period.description)): \(Wording.list(parts))\(together ?? "").",
      evidence: ownLegs.map(\.evidence) + keyNumbers.map(\.evidence))
  }

  private func since() -> BriefReport.Answer? {
    let own = dating.filter { $0.side == axis.first?.id }
    guard !own.isEmpty else { return nil }
    let parts = own.map { leg -> String in
      let lasting = leg.breaks.filter { $0.isLasting && $0.direction > 0 }
      guard let change = lasting.last else { return "\(leg.name) shows no lasting warming" }
      return
        "\(leg.name) warmed in the week of \(change.week.text) (\(Wording.dates(change.from, change.to)))"
        + (leg.survives ? "" : ", which does not survive correction")
    }
    return .init(
      id: "since", question: "Since when?", answer: parts.joined(separator: "; ") + ".",
      evidence: own.map(\.evidence))
  }

  private func triggers() -> BriefReport.Answer? {
    guard let together = attribution.first,
      let best = together.weights.max(by: { $0.weight < $1.weight })
    else { return nil }
    return .init(
      id: "triggers", question: "What triggered it?",
      answer:
        "\(together.decision). The strongest answer is \(best.label), at \(Wording.percent(best.weight)).",
      evidence: together.weights.map(\.evidence))
  }

  private func survivors() -> BriefReport.Answer? {
    guard !claims.isEmpty else { return nil }
    let counts = Verdict.allCases.compactMap { verdict -> String? in
      let n = claims.count { $0.verdict == verdict }
      return n == 0 ? nil : "\(n) \(verdict.rawValue)"
    }
    let repeating = claims.count { !$0.repeats.isEmpty }
    let source =
      repeating == 0
      ? ""
      : " \(repeating) of them \(repeating == 1 ? "follows another and counts" : "follow another and count") as one source with it."
    return .init(
      id: "claims", question: "Which claims survive?",
      answer: "Of \(claims.count) claims: \(Wording.list(counts)).\(source)", evidence: [])
  }

  private func sure() -> BriefReport.Answer? {
    guard !claims.isEmpty || !robustness.isEmpty else { return nil }
    var sentences: [String] = []
    if !robustness.isEmpty {
      let standing = robustness.count { $0.reading == headline.reading }
      sentences.append(
        "The headline's reading stands in \(standing) of \(robustness.count) analyses.")
    }
    let decided = claims.filter { $0.verdictAtDefaults.isDecided }
    if !decided.isEmpty {
      let firm = decided.count { $0.stability.standing == $0.stability.analyses.count }
      let fallen = decided.count { $0.verdict != $0.verdictAtDefaults }
      sentences.append(
        "Of \(decided.count) \(decided.count == 1 ? "verdict" : "verdicts") that the data decide, \(firm) \(firm == 1 ? "stands" : "stand") under every choice and \(fallen) fell for standing in fewer than half."
      )
    }
    guard !sentences.isEmpty else { return nil }
    return .init(
      id: "sure", question: "How sure are we, and what would change our mind?",
      answer: sentences.joined(separator: " "), evidence: [])
  }

  /// `Is there an axis?`; of a title in the plural the bloc is asked for, since islands are there.
  private static func isThere(_ title: String) -> String {
    if Wording.isPlural(title) { return "Are \(Wording.soft(title)) a bloc?" }
    let bare = title.hasPrefix("The ") ? String(title.dropFirst(4)) : title
    return "Is there \("AEIOU".contains(bare.prefix(1).uppercased()) ? "an" : "a") \(bare)?"
  }
}
