import EntenteNumerics
import Foundation

/// Where one break lies, its neighbours held fixed.
///
/// Formula: over the window between the neighbours, `C(k)` is the residual sum of squares about two
/// means parted at k; `p(k) ∝ exp(−(C(k) − min C)/(2 ω²))`, ω² the long-run variance of the noise.
struct BreakPosterior {
  /// Weeks kept on each side of a candidate date.
  static let edge = 3

  /// First candidate index.
  let start: Int
  let mass: [Double]

  init(values: [Double], window: Range<Int>, index: Int, longRunVariance: Double) {
    let first = min(index, window.lowerBound + Self.edge)
    let last = max(index, window.upperBound - Self.edge)
    let total = Moments.sum(values[window])
    var head = Moments.sum(values[window.lowerBound..<first])
    var gains: [Double] = []
    for k in first...last {
      let before = Double(k - window.lowerBound)
      let after = Double(window.upperBound - k)
      let difference = (total - head) / after - head / before
      gains.append(difference * difference * before * after / (before + after))
      if k < window.upperBound { head += values[k] }
    }
    start = first
    guard longRunVariance > 0 else {
      mass = (first...last).map { $0 == index ? 1 : 0 }
      return
    }
    let best = gains.max() ?? 0
    let weights = gains.map { exp(($0 - best) / (2 * longRunVariance)) }
    let sum = Moments.sum(weights)
    mass = weights.map { $0 / sum }
  }

  /// Hull of the highest-posterior-density set, `index` taken in.
  func hull(coverage: Double, index: Int) -> ClosedRange<Int> {
    var covered = 0.0
    var (low, high) = (index, index)
    for k in mass.indices.sorted(by: { (-mass[$0], $0) < (-mass[$1], $1) }) {
      if covered >= coverage { break }
      covered += mass[k]
      low = min(low, start + k)
      high = max(high, start + k)
    }
    return low...high
  }

  /// How far doubt about the date spreads the difference of the two levels: the variance, over the
  /// mass, of `after − before` parted at each candidate.
  func sizeVariance(values: [Double], window: Range<Int>) -> Double {
    let total = Moments.sum(values[window])
    var head = Moments.sum(values[window.lowerBound..<start])
    var (mean, square) = (0.0, 0.0)
    for (offset, weight) in mass.enumerated() {
      let k = start + offset
      let difference =
        (total - head) / Double(window.upperBound - k) - head / Double(k - window.lowerBound)
      mean += weight * difference
      square += weight * difference * difference
      if k < window.upperBound { head += values[k] }
    }
    return max(0, square - mean * mean)
  }
}
