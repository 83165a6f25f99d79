public import EntenteClaims
import EntenteRecord

/// A claim whose verdict is not what it was.
public struct VerdictChange: Hashable, Codable, Sendable {
  public let claim: String
  public let document: String
  public let paraphrase: String
  /// Nil if the claim is new.
  public let old: Verdict?
  /// Nil if the claim is gone.
  public let new: Verdict?
  public let oldBecause: String?
  public let newBecause: String?
  /// What may have turned it, the nearest first: the tests that came out otherwise, then stability,
  /// then the inputs that changed.
  public let reasons: [String]
}

/// What changed between two briefs, and why.
public enum BriefDiff {
  /// Claims whose verdict changed, in the order of the new brief; claims that are gone come last.
  public static func compare(old: BriefReport, new: BriefReport) -> [VerdictChange] {
    let before = Dictionary(old.claims.map { ($0.id, $0) }, uniquingKeysWith: { first, _ in first })
    let ids = Set(new.claims.map(\.id))
    let inputs = inputs(old: old, new: new)
    var changes: [VerdictChange] = []
    for claim in new.claims {
      guard let earlier = before[claim.id] else {
        changes.append(change(from: nil, to: claim, reasons: ["the claim is new"]))
        continue
      }
      guard earlier.verdict != claim.verdict else { continue }
      changes.append(
        change(from: earlier, to: claim, reasons: reasons(earlier, claim) + inputs))
    }
    for claim in old.claims where !ids.contains(claim.id) {
      changes.append(change(from: claim, to: nil, reasons: ["the claim is gone"]))
    }
    return changes
  }

  /// Case files, seed, draws, version and last day, where they differ.
  public static func inputs(old: BriefReport, new: BriefReport) -> [String] {
    var lines: [String] = []
    func note(_ name: String, _ a: String, _ b: String) {
      if a != b { lines.append("\(name) was \(a), is \(b)") }
    }
    note("case", old.run.caseID, new.run.caseID)
    note("program", old.program.version, new.program.version)
    note("seed", "\(old.run.seed)", "\(new.run.seed)")
    note("number of draws", "\(old.run.draws)", "\(new.run.draws)")
    note("last day", old.asOf?.text ?? "none", new.asOf?.text ?? "none")
    let before = Dictionary(
      old.run.files.map { ($0.path, $0) }, uniquingKeysWith: { first, _ in first })
    let after = Dictionary(
      new.run.files.map { ($0.path, $0) }, uniquingKeysWith: { first, _ in first })
    for path in Set(before.keys).union(after.keys).sorted() {
      switch (before[path], after[path]) {
      case (let a?, let b?) where a.sha256 != b.sha256:
        let rows = a.rows == b.rows ? "" : ", \(a.rows) rows, now \(b.rows)"
        lines.append(
          "\(path) changed (\(a.sha256.prefix(8)), now \(b.sha256.prefix(8))\(rows))")
      case (nil, _?): lines.append("\(path) is new")
      case (_?, nil): lines.append("\(path) is gone")
      default: break
      }
    }
    return lines
  }

  /// The comparison as lines no wider than `width`.
  public static func text(old: BriefReport, new: BriefReport, width: Int = 80) -> String {
    let width = max(40, width)
    let inputs = inputs(old: old, new: new)
    let changes = compare(old: old, new: new)
    var lines: [String] = []
    func add(_ text: String, indent: Int = 0) {
      let lead = String(repeating: " ", count: indent)
      lines += DisplayWidth.wrap(text, width: width - indent).map { lead + $0 }
    }
    if old.headline.reading != new.headline.reading {
      add("Headline: \(old.headline.reading), now \(new.headline.reading).")
    }
    add(
      inputs.isEmpty
        ? "Inputs: the same case files, seed, draws and version." : "Inputs that differ:")
    for input in inputs { add("- \(input)", indent: 2) }
    add(
      changes.isEmpty
        ? "No verdict changed."
        : "\(Wording.capitalised(Wording.count(changes.count, "verdict"))) changed:")
    let shared = Set(inputs)
    for change in changes {
      add(
        "\(change.claim): \(change.old?.rawValue ?? "(none)") -> "
          + "\(change.new?.rawValue ?? "(none)")", indent: 2)
      add(change.paraphrase, indent: 4)
      if let because = change.oldBecause { add("Before: \(because)", indent: 4) }
      if let because = change.newBecause { add("Now: \(because)", indent: 4) }
      for reason in change.reasons where !shared.contains(reason) { add("- \(reason)", indent: 4) }
    }
    return lines.joined(separator: "\n") + "\n"
  }

  private static func change(
    from old: ClaimVerdict?, to new: ClaimVerdict?, reasons: [String]
  ) -> VerdictChange {
    VerdictChange(
      claim: new?.id ?? old?.id ?? "", document: new?.document ?? old?.document ?? "",
      paraphrase: new?.paraphrase ?? old?.paraphrase ?? "", old: old?.verdict, new: new?.verdict,
      oldBecause: old?.because, newBecause: new?.because, reasons: reasons)
  }

  private static func reasons(_ old: ClaimVerdict, _ new: ClaimVerdict) -> [String] {
    var lines: [String] = []
    if old.verdictAtDefaults != new.verdictAtDefaults {
      lines.append(
        "at the default choices it was \(old.verdictAtDefaults.rawValue), "
          + "is \(new.verdictAtDefaults.rawValue)")
    }
    let before = Dictionary(
      old.parts.flatMap(\.tests).map { ($0.id, $0) }, uniquingKeysWith: { first, _ in first })
    for test in new.parts.flatMap(\.tests) {
      guard let earlier = before[test.id] else {
        lines.append("test \(test.id) is new: \(test.verdict.rawValue)")
        continue
      }
      if earlier.verdict != test.verdict {
        lines.append(
          "test \(test.id) was \(earlier.verdict.rawValue), is \(test.verdict.rawValue): "
            + test.finding)
      }
    }
    let (a, b) = (old.stability, new.stability)
    if a.standing != b.standing || a.analyses.count != b.analyses.count {
      lines.append(
        "stood in \(Wording.share(a.standing, of: a.analyses.count, "analysis", "analyses")), "
          + "now in \(Wording.share(b.standing, of: b.analyses.count, "analysis", "analyses"))")
    }
    return lines
  }
}
