/// Smooth functions of a few parameters, minimised without derivatives being supplied.
public enum Minimizer {
  public struct Result: Sendable {
    public var point: [Double]
    public var value: Double
    /// False when the iterations ran out before the gain per step fell below the tolerance.
    public var hasConverged: Bool
  }

  /// BFGS with central differences and a backtracking line search.
  ///
  /// Meant for ten or twenty parameters of order one. Deterministic.
  public static func minimize(
    from start: [Double], tolerance: Double = 1e-9, iterations: Int = 300,
    _ function: ([Double]) -> Double
  ) -> Result {
    let n = start.count
    var point = start
    var value = function(point)
    var slope = gradient(at: point, function)
    var inverse = identity(n)
    var calmSteps = 0
    for _ in 0..<iterations {
      var step = (0..<n).map { i in -(0..<n).reduce(0.0) { $0 + inverse[i * n + $1] * slope[$1] } }
      var descent = dot(step, slope)
      if descent >= 0 {
        inverse = identity(n)
        step = slope.map { -$0 }
        descent = dot(step, slope)
      }
      var length = 1.0
      var next = point
      var nextValue = value
      for _ in 0..<40 {
        next = (0..<n).map { point[$0] + length * step[$0] }
        nextValue = function(next)
        if nextValue <= value + 1e-4 * length * descent { break }
        length /= 2
      }
      guard nextValue < value else { return Result(point: point, value: value, hasConverged: true) }
      let nextSlope = gradient(at: next, function)
      let moved = (0..<n).map { next[$0] - point[$0] }
      let turned = (0..<n).map { nextSlope[$0] - slope[$0] }
      update(&inverse, moved: moved, turned: turned)
      calmSteps = value - nextValue < tolerance * (1 + abs(value)) ? calmSteps + 1 : 0
      (point, value, slope) = (next, nextValue, nextSlope)
      if calmSteps == 3 { return Result(point: point, value: value, hasConverged: true) }
    }
    return Result(point: point, value: value, hasConverged: false)
  }

  /// The BFGS update of an inverse Hessian; skipped where the curvature is not positive.
  private static func update(_ inverse: inout [Double], moved s: [Double], turned y: [Double]) {
    let n = s.count
    let curvature = dot(s, y)
    guard curvature > 1e-12 else { return }
    let hy = (0..<n).map { i in (0..<n).reduce(0.0) { $0 + inverse[i * n + $1] * y[$1] } }
    let factor = (1 + dot(y, hy) / curvature) / curvature
    for i in 0..<n {
      for j in 0..<n {
        inverse[i * n + j] += factor * s[i] * s[j] - (hy[i] * s[j] + s[i] * hy[j]) / curvature
      }
    }
  }

  private static func gradient(at point: [Double], _ function: ([Double]) -> Double) -> [Double] {
    point.indices.map { i in
      let h = 1e-5 * (1 + abs(point[i]))
      var probe = point
      probe[i] = point[i] + h
      let above = function(probe)
      probe[i] = point[i] - h
      return (above - function(probe)) / (2 * h)
    }
  }

  private static func identity(_ n: Int) -> [Double] {
    (0..<n * n).map { $0 / n == $0 % n ? 1 : 0 }
  }

  private static func dot(_ a: [Double], _ b: [Double]) -> Double {
    zip(a, b).reduce(0) { $0 + $1.0 * $1.1 }
  }
}
