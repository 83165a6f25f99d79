import EntenteNumerics
import Foundation

/// What the series say about each rival, before constants and priors make probabilities of it.
package struct RivalScores: Sendable {
  /// Dyads that must move together.
  package var dyads: Int
  /// `L` and the summed placebo score of each candidate week.
  package var evidence: [Double]
  package var ranks: [Double]
  /// `U`: mean evidence of weeks that are not within 1 of a candidate.
  package var anywhere: Double
  /// `V`: the same over weeks within 8 of some candidate.
  package var near: Double
  /// `A`; nil with a single candidate.
  package var accumulation: Double?
  package var shock: Shock?
  /// The summed curve that all this was read from.
  package var curve: EvidenceCurve

  package struct Shock: Sendable {
    package var evidence: Double
    package var rank: Double
    package var breadth: Double
  }

  /// The candidates' weeks, distinct and testable, with all that does not depend on a series.
  package struct Question: Sendable {
    package let candidates: [Int]
    package let shock: Int?
    /// How broadly the controls moved at the shock's date.
    package let breadth: Double?
    package let accumulation: AccumulationDesign?

    package init(candidates: [Int], shock: Int?, controls: [[Double]], grid: NoiseGrid) {
      self.init(
        candidates: candidates, shock: shock,
        breadth: shock.flatMap { ShockBreadth.score(of: $0, controls: controls, grid: grid) },
        grid: grid)
    }

    init(candidates: [Int], shock: Int?, breadth: Double?, grid: NoiseGrid) {
      self.candidates = candidates
      self.breadth = breadth
      self.shock = breadth == nil ? nil : shock
      accumulation =
        candidates.count > 1 ? AccumulationDesign(candidates: candidates, grid: grid) : nil
    }
  }

  package init(_ responses: [ScaledResponse], question: Question, grid: NoiseGrid) {
    let whitened = responses.map { WhitenedResponse($0, grid: grid) }
    self.init(
      whitened: whitened, curves: whitened.map { EvidenceCurve($0, grid: grid) },
      question: question, grid: grid)
  }

  init(
    whitened: [WhitenedResponse], curves: [EvidenceCurve], question: Question, grid: NoiseGrid
  ) {
    let curve = EvidenceCurve.sum(curves)
    func rank(_ week: Int) -> Double { curves.reduce(0) { $0 + $1.placeboScore(of: week) } }
    self.curve = curve
    dyads = whitened.count
    evidence = question.candidates.map { curve[$0] }
    ranks = question.candidates.map(rank)
    let listed = question.candidates + (question.shock.map { [$0] } ?? [])
    let unlisted = UnlistedWeeks(listed: listed, candidates: question.candidates, curve: curve)
    anywhere = unlisted.meanEvidence(of: unlisted.anywhere)
    near = unlisted.meanEvidence(of: unlisted.near)
    accumulation = question.accumulation.map { design in
      whitened.reduce(0) { $0 + design.logBayesFactor($1, grid: grid) }
    }
    if let week = question.shock, let breadth = question.breadth {
      shock = Shock(evidence: curve[week], rank: rank(week), breadth: breadth)
    }
  }
}

/// The weeks at which no listed event stands.
package struct UnlistedWeeks: Sendable {
  package let anywhere: [Int]
  package let near: [Int]
  private let curve: EvidenceCurve

  init(listed: [Int], candidates: [Int], curve: EvidenceCurve) {
    self.curve = curve
    anywhere = curve.weeks.filter { t in !listed.contains { abs($0 - t) <= 1 } }
    near = anywhere.filter { t in candidates.contains { abs($0 - t) <= 8 } }
  }

  func meanEvidence(of weeks: [Int]) -> Double {
    weeks.isEmpty ? 0 : LogSum.of(weeks.map { curve[$0] }) - log(Double(weeks.count))
  }

  /// The strongest weeks, at least three apart.
  func strongest(of weeks: [Int], count: Int) -> [Int] {
    var chosen: [Int] = []
    for week in weeks.sorted(by: { (-curve[$0], $0) < (-curve[$1], $1) }) {
      if chosen.count == count { break }
      if chosen.allSatisfy({ abs($0 - week) >= 3 }) { chosen.append(week) }
    }
    return chosen
  }
}
