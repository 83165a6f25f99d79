import EntenteNumerics

/// What an item (a roll call, or several on one text) is like: `z = b θ + N(0, 1)`; yes below g₁,
/// abstention up to g₂, no above.
struct ItemParameters: Sendable {
  var g1: Double
  var g2: Double
  var b: Double
  /// Variance of b given the points.
  var varianceOfB: Double

  /// Strength of the pull on a threshold that no vote bounds: nobody voted no, or nobody yes.
  static let pull = 0.2
  private static let jitter = 1e-9

  /// Thresholds from the shares of votes, b = 0.
  init(_ item: VoteMatrix.Item) {
    let n = Double(item.count)
    func quantile(_ count: Int) -> Double {
      Moments.normalQuantile(min(max(Double(count), 0.5), n - 0.5) / n)
    }
    g1 = quantile(item.abstain - item.start)
    g2 = item.hasAbstain ? max(g1 + 1e-3, quantile(item.no - item.start)) : g1
    b = 0
    varianceOfB = 0
  }

  /// One Newton step for the posterior mode of (g₁, g₂, b).
  ///
  /// b ~ N(0, 1), and its ridge grows by the information times the variance of the points, which are
  /// themselves estimates. Where nobody abstained g₁ = g₂. The objective is concave in the three
  /// together, so a step of at most 1, halved until g₁ < g₂, is enough.
  mutating func step(
    _ item: VoteMatrix.Item, _ cell: UnsafeBufferPointer<Int32>,
    _ points: UnsafeBufferPointer<Double>, _ variances: UnsafeBufferPointer<Double>,
    _ table: ProbitTable.Reader
  ) {
    // Gradient and negative Hessian.
    var (s1, s2, sb) = (0.0, 0.0, -b)
    var (k11, k12, k22) = (Self.jitter, 0.0, Self.jitter)
    var (k1b, k2b, kbb) = (0.0, 0.0, 1.0)
    var spread = 0.0
    for i in item.start..<item.abstain {
      let c = Int(cell[i])
      let theta = points[c]
      let t = g1 - b * theta
      let h = table.ratio(t)
      let k = h * (t + h)
      s1 += h
      sb -= theta * h
      k11 += k
      k1b -= theta * k
      kbb += theta * theta * k
      spread += k * variances[c]
    }
    for i in item.abstain..<item.no {
      let c = Int(cell[i])
      let theta = points[c]
      let term = AbstainTerm(g1 - b * theta, g2 - b * theta, table)
      s1 += term.first
      s2 += term.second
      sb -= theta * (term.first + term.second)
      k11 += term.k11
      k12 += term.k12
      k22 += term.k22
      k1b -= theta * (term.k11 + term.k12)
      k2b -= theta * (term.k22 + term.k12)
      kbb += theta * theta * term.information
      spread += term.information * variances[c]
    }
    for i in item.no..<item.end {
      let c = Int(cell[i])
      let theta = points[c]
      let t = b * theta - g2
      let h = table.ratio(t)
      let k = h * (t + h)
      s2 -= h
      sb += theta * h
      k22 += k
      k2b -= theta * k
      kbb += theta * theta * k
      spread += k * variances[c]
    }
    if !item.hasNo { s2 -= Self.pull }
    if !item.hasYes { s1 += Self.pull }
    sb -= b * spread
    kbb += spread

    if item.hasAbstain {
      solve(s1, s2, sb, k11, k12, k22, k1b, k2b, kbb)
    } else {
      let (s, k, kb) = (s1 + s2, k11 + k22, k1b + k2b)
      let determinant = max(k * kbb - kb * kb, 1e-300)
      varianceOfB = k / determinant
      let move = Self.limited((kbb * s - kb * sb) / determinant, 0, (k * sb - kb * s) / determinant)
      g1 += move.0
      g2 = g1
      b += move.2
    }
  }

  /// The step `K⁻¹ s` by Cramer's rule.
  private mutating func solve(
    _ s1: Double, _ s2: Double, _ sb: Double, _ k11: Double, _ k12: Double, _ k22: Double,
    _ k1b: Double, _ k2b: Double, _ kbb: Double
  ) {
    let c11 = k22 * kbb - k2b * k2b
    let c12 = k1b * k2b - k12 * kbb
    let c13 = k12 * k2b - k22 * k1b
    let c22 = k11 * kbb - k1b * k1b
    let c23 = k12 * k1b - k11 * k2b
    let c33 = k11 * k22 - k12 * k12
    let determinant = max(k11 * c11 + k12 * c12 + k1b * c13, 1e-300)
    varianceOfB = max(0, c33 / determinant)
    let move = Self.limited(
      (c11 * s1 + c12 * s2 + c13 * sb) / determinant,
      (c12 * s1 + c22 * s2 + c23 * sb) / determinant,
      (c13 * s1 + c23 * s2 + c33 * sb) / determinant)
    var scale = 1.0
    while g1 + scale * move.0 >= g2 + scale * move.1, scale > 1e-6 { scale /= 2 }
    if scale > 1e-6 {
      g1 += scale * move.0
      g2 += scale * move.1
    }
    b += scale * move.2
  }

  private static func limited(
    _ a: Double, _ b: Double, _ c: Double
  ) -> (Double, Double, Double) {
    let largest = max(abs(a), abs(b), abs(c))
    guard largest.isFinite else { return (0, 0, 0) }
    let scale = largest > 1 ? 1 / largest : 1
    return (a * scale, b * scale, c * scale)
  }
}
