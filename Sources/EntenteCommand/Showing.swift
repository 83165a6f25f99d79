import EntenteBrief
import EntenteClaims
import EntenteNumerics
import EntenteRecord

/// How `entente show` words things.
enum Showing {
  static func event(_ event: Event, in subject: Case) -> String {
    var lines = ["\(event.day.text)  \(event.text)"]
    let sources = event.sources.map(subject.name(of:)).joined(separator: ", ")
    let targets = event.targets.map(subject.name(of:)).joined(separator: ", ")
    lines.append(
      event.isJoint
        ? "  joint: \(sources)" : "  \(sources)" + (targets.isEmpty ? "" : " towards \(targets)"))
    lines.append("  type \(event.type.rawValue), sign \(event.sign), category \(event.category)")
    lines.append("  day \(event.dayIsCertain ? "certain" : "uncertain")")
    if let grade = event.grade {
      lines.append(
        "  contested, grade \(grade.rawValue): claimed by "
          + event.claimedBy.map(subject.name(of:)).joined(separator: ", ")
          + (event.deniedBy.isEmpty
            ? "; denied by none"
            : "; denied by " + event.deniedBy.map(subject.name(of:)).joined(separator: ", ")))
    }
    lines.append("  reference: \(event.reference ?? "unreferenced")")
    lines.append("  at \(event.place)")
    return lines.joined(separator: "\n")
  }

  static func fact(_ fact: Fact) -> String {
    "\(fact.id)  \(fact.finding)\n  \(fact.known.rawValue): \(fact.source)"
      + (fact.note.isEmpty ? "" : "\n  \(fact.note)")
  }

  static func claim(_ claim: ClaimVerdict) -> String {
    var lines = [
      "\(claim.id)  \(claim.verdict.rawValue.uppercased())",
      "  \(claim.paraphrase)",
      "  \(claim.document), \(claim.kinds.joined(separator: ", "))"
        + (claim.repeats.isEmpty
          ? "" : "; follows \(claim.repeats.joined(separator: ", ")), one source with it"),
      "",
      "because: \(claim.because)",
    ]
    for part in claim.parts {
      lines.append("")
      lines.append("\(part.role) part, \(part.verdict.rawValue): \(part.text)")
      for outcome in part.tests {
        lines.append(
          Self.outcome(outcome).split(separator: "\n", omittingEmptySubsequences: false)
            .map { "  " + $0 }.joined(separator: "\n"))
      }
    }
    lines.append("")
    lines.append(
      "stands in \(claim.stability.standing) of \(claim.stability.analyses.count) analyses")
    for flip in claim.stability.flips { lines.append("  \(flip)") }
    if !claim.wouldFlip.isEmpty { lines.append("would flip it:") }
    for flip in claim.wouldFlip { lines.append("  \(flip)") }
    if let note = claim.note { lines.append("note: \(note)") }
    return lines.joined(separator: "\n")
  }

  static func outcome(_ outcome: TestOutcome) -> String {
    var lines = ["\(outcome.id)  \(outcome.test): \(outcome.verdict.rawValue). \(outcome.finding)"]
    if let reason = outcome.reason { lines.append("  why: \(reason)") }
    for line in outcome.evidence { lines.append("  [\(line.id)] \(line.text) (\(line.sample))") }
    for line in outcome.assumptions { lines.append("  assumes: \(line)") }
    return lines.joined(separator: "\n")
  }

  static func evidence(_ line: Evidence, in report: BriefReport) -> String {
    var lines = ["\(line.id)  \(line.text)", "  sample: \(line.sample)"]
    if let estimate = line.estimate { lines.append("  " + number(estimate)) }
    if let method = report.methods.first(where: { $0.id == line.method }) {
      lines.append("  method: \(method.title). \(method.text) (\(method.reference))")
    } else {
      lines.append("  method: \(line.method)")
    }
    for id in line.sources {
      if let source = report.sources.first(where: { $0.id == id }) {
        lines.append("  data: \(source.title), \(source.file). \(source.source)")
        lines.append("  terms: \(source.terms)")
      } else {
        lines.append("  data: \(id)")
      }
    }
    return lines.joined(separator: "\n")
  }

  static func question(_ question: BriefReport.QuestionReport) -> String {
    """
    \(question.id)  \(question.question)
      issued \(question.issued.text) by \(question.issuedBy), horizon \(question.horizon.text)
      outcome: \(question.outcome)\(question.resolved.map { ", \($0.text)" } ?? "")\(question.isRetrodiction ? "; a retrodiction, written after the fact" : "")
    """
  }

  private static func number(_ estimate: Estimate) -> String {
    let value = "value \(Wording.number(estimate.value))"
    let interval: String
    if let low = estimate.low, let high = estimate.high {
      interval =
        ", \(Wording.percent(estimate.level)) interval \(Wording.number(low)) to \(Wording.number(high))"
    } else {
      interval = estimate.isExact ? ", exact" : ", no interval"
    }
    return value + interval + ", n \(estimate.n): \(estimate.method)"
  }
}
