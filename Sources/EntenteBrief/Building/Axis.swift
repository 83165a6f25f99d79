import EntenteClaims
import EntenteHistory
import EntenteNumerics
import EntenteRecord
import EntenteStructure

/// What the brief is about: the case's first bloc, held against its second, in the current period.
struct Axis {
  let first: Group?
  let second: Group?
  /// The last half-year with 13 weeks of data or more.
  let period: Period?
  /// Division of the core states into both blocs, where they are one.
  let partition: Partition?

  init(of analysis: CaseAnalysis) {
    let groups = analysis.subject.blocs.compactMap(analysis.subject.group)
    first = groups.first
    second = groups.count > 1 ? groups[1] : nil
    partition = analysis.casePartition
    guard let panel = analysis.panel, let from = panel.weeks.first,
      let span = Span(from: from, to: panel.lastDay)
    else {
      period = nil
      return
    }
    period = Period.covering(span, by: .half).last { half in
      (half.span.map { panel.indices(in: $0).count { panel.daysPresent[$0] > 0 } } ?? 0)
        >= PeriodAffinity.fewestShown
    }
  }

  /// Pairs inside the first bloc.
  var legs: [Dyad] { first.map { Dyad.all(of: $0.members) } ?? [] }

  /// The bloc that a pair lies inside, `across`, or `other`.
  func side(of dyad: Dyad) -> String {
    for group in [first, second].compactMap({ $0 })
    where group.members.contains(dyad.first) && group.members.contains(dyad.second) {
      return group.id
    }
    let members = (first?.members ?? []) + (second?.members ?? [])
    return members.contains(dyad.first) && members.contains(dyad.second) ? "across" : "other"
  }

  /// `warm` at a probability of nine in ten or more, `cold` at one in ten or less.
  static func word(_ estimate: Estimate?) -> String {
    guard let p = estimate?.probabilityPositive else { return "cannot tell" }
    return p >= 0.9 ? "warm" : p <= 0.1 ? "cold" : "cannot tell"
  }

  /// The code of a reading from the number of warm legs.
  static func reading(warm: Int, of count: Int) -> String {
    if count == 0 { return "not-measured" }
    if warm == count { return "all-legs" }
    return warm == 0 ? "no-leg" : "\(numeral(warm))-leg\(warm == 1 ? "" : "s")"
  }

  static func numeral(_ n: Int) -> String {
    let words = [
      "no", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten",
    ]
    return words.indices.contains(n) ? words[n] : "\(n)"
  }
}
