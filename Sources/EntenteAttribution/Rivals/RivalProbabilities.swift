import Foundation

/// Probabilities of the rivals; they sum to one.
package struct RivalProbabilities: Sendable, Equatable {
  package var candidates: [Double]
  package var nothing: Double
  package var unlistedAnywhere: Double
  package var unlistedNear: Double
  package var accumulation: Double
  package var shock: Double

  package var noneListed: Double { nothing + unlistedAnywhere + unlistedNear }

  package init(
    _ scores: RivalScores, constants: [Double], priors: ClassPriors = .training
  ) {
    let logits = Self.logits(scores, constants, priors)
    let total = LogSum.of(logits)
    let p = logits.map { exp($0 - total) }
    let k = scores.evidence.count
    candidates = Array(p.prefix(k))
    (nothing, unlistedAnywhere, unlistedNear) = (p[k], p[k + 1], p[k + 2])
    (accumulation, shock) = (p[k + 3], p[k + 4])
  }

  /// Logits of the candidates, nothing, unlisted anywhere, unlisted near, accumulation, shock.
  package static func logits(
    _ scores: RivalScores, _ c: [Double], _ priors: ClassPriors
  ) -> [Double] {
    let own = ClassPriors.training
    let m = Double(scores.dyads)
    let count = Double(scores.evidence.count)
    func single(_ evidence: Double, _ rank: Double) -> Double {
      c[0] * evidence + c[1] * (rank - m)
    }
    let odds = log(priors.single / own.single) - log(count)
    let unlisted = log(priors.unlisted / own.unlisted)
    var logits = zip(scores.evidence, scores.ranks).map { single($0, $1) + odds }
    logits.append(c[2] + log(priors.nothing / own.nothing))
    // Beyond some strength all evidence counts alike, so that a great effect decides by itself.
    let best = scores.evidence.max() ?? 0
    func lead(_ evidence: Double) -> Double { min(max(evidence - best, -5), 5) }
    logits.append(c[3] + c[4] * min(scores.anywhere, 8) + unlisted)
    logits.append(c[5] + c[0] * scores.near + c[6] * lead(scores.near) + unlisted)
    let top = scores.ranks.sorted(by: >).prefix(2).reduce(0) { $0 + $1 - m }
    let together = log(priors.accumulation / own.accumulation)
    logits.append(
      scores.accumulation.map {
        c[7] + c[0] * $0 + c[8] * lead($0) + c[9] * top + together
      } ?? -.infinity)
    let common = log(priors.shock / own.shock)
    logits.append(
      scores.shock.map { single($0.evidence, $0.rank) + c[10] + c[11] * $0.breadth + common }
        ?? -.infinity)
    return logits
  }
}
