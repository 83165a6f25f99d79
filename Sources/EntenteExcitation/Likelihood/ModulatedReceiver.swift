import Foundation

/// A receiver whose background follows covariates.
///
/// Formula: `λ(t) = μ exp(γ·x(t)) + Σ_jb A_jb R_jb(t)`, x scaled to mean 0 and deviation 1 over the
/// window; μ and A at least 0, γ free. Not concave in general: Newton starts from the fit without
/// covariates.
struct ModulatedReceiver: ReceiverLikelihood {
  let plain: LinearReceiver
  let segments: Covariates.Segments
  /// The stretch of covariates that holds each of the receiver's events.
  let segmentOf: [Int]

  private var covariates: Int { segments.means.count }
  private var size: Int { plain.totals.count + covariates + 1 }

  init(plain: LinearReceiver, segments: Covariates.Segments, times: [Double]) {
    self.plain = plain
    self.segments = segments
    var hint = 0
    segmentOf = times.map { time in
      hint = segments.index(of: time, from: hint)
      return hint
    }
  }

  var count: Int { plain.count }

  var lowerBounds: [Double] {
    [0] + [Double](repeating: -.infinity, count: covariates)
      + [Double](repeating: 0, count: plain.totals.count)
  }

  var unidentified: [Bool] {
    [false] + [Bool](repeating: plain.count == 0, count: covariates)
      + plain.unidentified.dropFirst()
  }

  var start: [Double] {
    let found = BoundedNewton.minimize(plain, tolerance: 1e-6).point
    // A background of nothing could never find its covariates.
    let background = max(found[0], 0.05 * Double(plain.count) / plain.duration)
    return [background] + [Double](repeating: 0, count: covariates) + found.dropFirst()
  }

  func value(at point: [Double]) -> Double { evaluate(point, order: 0).value }

  func slopes(at point: [Double]) -> Slopes {
    var slopes = evaluate(point, order: 2)
    slopes.mirror()
    return slopes
  }

  private func evaluate(_ point: [Double], order: Int) -> Slopes {
    let (m, width, size) = (covariates, plain.totals.count, size)
    var slopes = Slopes(size: size)
    let factors = segments.scaled.map { row in
      exp((0..<m).reduce(0) { $0 + row[$1] * point[1 + $1] })
    }
    for (s, factor) in factors.enumerated() {
      let mass = factor * segments.lengths[s]
      slopes.value += point[0] * mass
      addBackground(mass, s, point[0], to: &slopes)
    }
    for column in 0..<width {
      slopes.value += point[1 + m + column] * plain.totals[column]
      slopes.gradient[1 + m + column] = plain.totals[column]
    }
    var row = [Double](repeating: 0, count: size)
    for k in 0..<count {
      let s = segmentOf[k]
      var intensity = point[0] * factors[s]
      row[0] = factors[s]
      for c in 0..<m { row[1 + c] = point[0] * factors[s] * segments.scaled[s][c] }
      for column in 0..<width {
        row[1 + m + column] = plain.rows[k * width + column]
        intensity += point[1 + m + column] * row[1 + m + column]
      }
      guard slopes.addEvent(intensity, row, order: order) else { return slopes }
      guard order > 0 else { continue }
      addCurvature(-factors[s] / intensity, s, point[0], to: &slopes)
    }
    return slopes
  }

  /// First and second derivatives of `mass × μ exp(γ·x)/exp(γ·x)`: the compensator of a stretch.
  private func addBackground(_ mass: Double, _ s: Int, _ level: Double, to slopes: inout Slopes) {
    slopes.gradient[0] += mass
    for c in 0..<covariates { slopes.gradient[1 + c] += level * mass * segments.scaled[s][c] }
    addCurvature(mass, s, level, to: &slopes)
  }

  /// Adds `weight` times the second derivatives of `μ exp(γ·x)` relative to its factor.
  private func addCurvature(_ weight: Double, _ s: Int, _ level: Double, to slopes: inout Slopes) {
    let x = segments.scaled[s]
    let size = size
    for c in 0..<covariates {
      slopes.hessian[1 + c] += weight * x[c]
      for d in c..<covariates {
        slopes.hessian[(1 + c) * size + 1 + d] += weight * level * x[c] * x[d]
      }
    }
  }
}
