import EntenteNumerics

/// Newton's method on a receiver's likelihood, within lower bounds.
///
/// Projected Newton (Bertsekas 1982): parameters at their bound that the gradient pushes outward are
/// held, a Newton step is taken in the rest and cut off at the bounds. Near the optimum whole steps
/// are taken until the gradient stops falling, which is past what differences of the value can tell.
enum BoundedNewton {
  struct Optimum: Sendable {
    var point: [Double]
    var slopes: Slopes
    /// Neither at a bound nor unidentified.
    var isFree: [Bool]
    var hasConverged: Bool

    /// Largest slope among the free parameters.
    var largestSlope: Double {
      zip(slopes.gradient, isFree).reduce(0) { max($0, $1.1 ? abs($1.0) : 0) }
    }
  }

  /// - Parameter tolerance: largest slope for each event of the receiver that counts as none.
  static func minimize(
    _ receiver: any ReceiverLikelihood, from start: [Double]? = nil, tolerance: Double = 1e-12,
    iterations: Int = 200
  ) -> Optimum {
    let bounds = receiver.lowerBounds
    let unidentified = receiver.unidentified
    var point = zip(start ?? receiver.start, bounds).map { max($0, $1) }
    if !receiver.value(at: point).isFinite { point = receiver.start }
    var slopes = receiver.slopes(at: point)
    let aim = tolerance * Double(max(1, receiver.count))
    var best: Optimum?
    var stalls = 0
    for _ in 0..<iterations {
      let isFree = point.indices.map { a in
        !unidentified[a] && !(point[a] <= bounds[a] && slopes.gradient[a] >= 0)
      }
      var here = Optimum(point: point, slopes: slopes, isFree: isFree, hasConverged: false)
      here.hasConverged = here.largestSlope <= aim
      if here.hasConverged { return here }
      if let known = best, known.largestSlope <= here.largestSlope, stalls > 0 { stalls += 1 }
      if here.largestSlope < best?.largestSlope ?? .infinity || stalls == 0 { best = here }
      if stalls > 3 { break }
      guard let (step, active) = direction(slopes, isFree, point, bounds) else { break }
      let descent = zip(slopes.gradient, step).reduce(0) { $0 + $1.0 * $1.1 }
      if abs(descent) < 1e-9 * (1 + abs(slopes.value)) {
        // Differences of the value no longer tell; count how often the slope fails to fall.
        stalls = max(1, stalls)
        let next = moved(point, step, 1, bounds, active)
        let nextSlopes = receiver.slopes(at: next)
        guard nextSlopes.value.isFinite, nextSlopes.value <= slopes.value + 1e-9 * abs(slopes.value)
        else { break }
        (point, slopes) = (next, nextSlopes)
        continue
      }
      guard let next = search(receiver, point, slopes, step, bounds, active) else { break }
      point = next
      slopes = receiver.slopes(at: point)
    }
    var result =
      best
      ?? Optimum(
        point: point, slopes: slopes, isFree: unidentified.map { !$0 }, hasConverged: false)
    result.hasConverged = result.largestSlope <= 1e-9 * Double(max(1, receiver.count))
    return result
  }

  /// Backtracks along the step, cut off at the bounds; nil if nothing lower is found.
  private static func search(
    _ receiver: any ReceiverLikelihood, _ point: [Double], _ slopes: Slopes, _ step: [Double],
    _ bounds: [Double], _ active: [Bool]
  ) -> [Double]? {
    var length = 1.0
    for _ in 0..<60 {
      let next = moved(point, step, length, bounds, active)
      let gain = point.indices.reduce(0) { $0 + slopes.gradient[$1] * (next[$1] - point[$1]) }
      if receiver.value(at: next) <= slopes.value + 1e-4 * min(0, gain) { return next }
      length /= 2
    }
    return nil
  }

  private static func moved(
    _ point: [Double], _ step: [Double], _ length: Double, _ bounds: [Double], _ active: [Bool]
  ) -> [Double] {
    point.indices.map { active[$0] ? max(bounds[$0], point[$0] + length * step[$0]) : point[$0] }
  }

  /// The Newton step in the parameters that may move, and which these are.
  private static func direction(
    _ slopes: Slopes, _ isFree: [Bool], _ point: [Double], _ bounds: [Double]
  ) -> (step: [Double], active: [Bool])? {
    let size = point.count
    var active = isFree
    while true {
      let free = active.indices.filter { active[$0] }
      guard !free.isEmpty else { return nil }
      guard let solved = newtonStep(slopes, free) else { return nil }
      var step = [Double](repeating: 0, count: size)
      for (index, a) in free.enumerated() { step[a] = solved[index] }
      // A parameter at its bound that the step pushes outward is held, and the step taken anew.
      let outward = free.filter { point[$0] <= bounds[$0] && step[$0] < 0 }
      if outward.isEmpty || outward.count == free.count { return (step, active) }
      for a in outward { active[a] = false }
    }
  }

  /// `−H⁻¹ g`, with as much added to the diagonal as makes H positive definite.
  private static func newtonStep(_ slopes: Slopes, _ free: [Int]) -> [Double]? {
    let size = slopes.gradient.count
    let m = free.count
    let scales = free.map { max(abs(slopes.hessian[$0 * size + $0]), 1e-300).squareRoot() }
    var matrix = [Double](repeating: 0, count: m * m)
    for a in 0..<m {
      for b in 0..<m {
        matrix[a * m + b] = slopes.hessian[free[a] * size + free[b]] / (scales[a] * scales[b])
      }
    }
    var ridge = 0.0
    for _ in 0..<12 {
      var trial = matrix
      for a in 0..<m { trial[a * m + a] += ridge }
      if let (inverse, _) = LinearAlgebra.inverse(positiveDefinite: trial, size: m) {
        return (0..<m).map { a in
          -(0..<m).reduce(0.0) {
            $0 + inverse[a * m + $1] * slopes.gradient[free[$1]] / scales[$1]
          } / scales[a]
        }
      }
      ridge = ridge == 0 ? 1e-12 : ridge * 30
    }
    return nil
  }
}
