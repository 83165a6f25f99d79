import EntenteNumerics
import Foundation

/// Finds the kernel's parameters: the best of a grid, then Newton's method on the profile likelihood.
///
/// At each kernel the receivers are solved to the full, so that the slope of the profile is that of
/// the likelihood with the receivers held (the envelope theorem), and its curvature the kernel's
/// information after the receivers' is taken out.
enum ProfileSearch {
  struct Result {
    let solution: HawkesProblem.Solution
    /// Nil where nothing is excited, so that no kernel is better than another.
    let slopes: KernelSlopes?
    /// Largest slope in the logarithm of a parameter, for each event.
    let slopePerEvent: Double
    /// Whether a parameter stands at the end of the range searched.
    let isAtEdge: Bool
  }

  static func run(_ problem: HawkesProblem) throws(ExcitationError) -> Result {
    let events = problem.events
    let gap = events.duration / Double(events.count)
    let starts = problem.options.kernel.starts(gap: gap, window: events.duration)
    var best: HawkesProblem.Solution?
    var previous: [[Double]]?
    for start in starts {
      let found = problem.solve(
        try problem.options.kernel.init(start), from: previous, tolerance: 1e-4)
      previous = found.points.map { $0 }
      if found.logLikelihood > best?.logLikelihood ?? -.infinity { best = found }
    }
    guard let rough = best else {
      throw ExcitationError(.degenerate, "no kernel gives these events a likelihood")
    }
    var solution = problem.solve(rough.kernel, from: rough.points)
    let box = problem.options.kernel.limits(starts).map { log($0.lowerBound)...log($0.upperBound) }
    let count = Double(events.count)
    var slope = Double.infinity
    var slopes: KernelSlopes?
    for _ in 0..<40 {
      guard isExcited(solution, problem) else {
        return Result(solution: solution, slopes: nil, slopePerEvent: 0, isAtEdge: false)
      }
      guard let here = KernelSlopes(problem, solution) else { break }
      let isHeld = zip(zip(solution.kernel.values, box), here.gradient).map { place, slope in
        let (value, range) = place
        return log(value) <= range.lowerBound + 1e-6 && slope < 0
          || log(value) >= range.upperBound - 1e-6 && slope > 0
      }
      let moving = zip(here.gradient, isHeld).filter { !$0.1 }.map { abs($0.0) }
      let largest = (moving.max() ?? 0) / count
      let known = slope
      (slopes, slope) = (here, largest)
      // Past this the differences of the slopes are rounding.
      if largest < 1e-11 || (largest < 1e-9 && largest > 0.2 * known) { break }
      guard let next = step(problem, solution, here, box, isHeld) else { break }
      solution = next
    }
    return Result(
      solution: solution, slopes: slopes, slopePerEvent: slope,
      isAtEdge: slopes == nil || isAtEdge(solution, box))
  }

  private static func isAtEdge(
    _ solution: HawkesProblem.Solution, _ box: [ClosedRange<Double>]
  ) -> Bool {
    zip(solution.kernel.values, box).contains { value, range in
      log(value) <= range.lowerBound + 1e-6 || log(value) >= range.upperBound - 1e-6
    }
  }

  private static func isExcited(
    _ solution: HawkesProblem.Solution, _ problem: HawkesProblem
  ) -> Bool {
    solution.optima.contains { $0.point.dropFirst(problem.leading).contains { $0 != 0 } }
  }

  /// A step uphill in the logarithms, within the box, or nil if there is none.
  private static func step(
    _ problem: HawkesProblem, _ solution: HawkesProblem.Solution, _ slopes: KernelSlopes,
    _ box: [ClosedRange<Double>], _ isHeld: [Bool]
  ) -> HawkesProblem.Solution? {
    let q = slopes.gradient.count
    let moving = (0..<q).filter { !isHeld[$0] }
    let information = HawkesInformation(solution.optima, kernel: slopes)
    let steepest = max(1, slopes.gradient.map(abs).max() ?? 1)
    var direction = (0..<q).map { isHeld[$0] ? 0 : slopes.gradient[$0] / steepest }
    let block = moving.flatMap { p in moving.map { information.profileInformation[p * q + $0] } }
    if let (inverse, _) = LinearAlgebra.inverse(positiveDefinite: block, size: moving.count) {
      for (a, p) in moving.enumerated() {
        direction[p] = moving.indices.reduce(0.0) {
          $0 + inverse[a * moving.count + $1] * slopes.gradient[moving[$1]]
        }
      }
    }
    let longest = direction.map(abs).max() ?? 0
    if longest > 1 { direction = direction.map { $0 / longest } }
    let isFine = longest < 1e-4
    var length = 1.0
    for _ in 0..<30 {
      let values = (0..<q).map { p in
        exp(
          min(
            max(log(solution.kernel.values[p]) + length * direction[p], box[p].lowerBound),
            box[p].upperBound))
      }
      if values == solution.kernel.values { return nil }
      if let kernel = try? type(of: solution.kernel).init(values) {
        let next = problem.solve(kernel, from: solution.points)
        let slack = isFine ? 1e-9 * abs(solution.logLikelihood) : 0
        if next.logLikelihood > solution.logLikelihood - slack { return next }
      }
      length /= 2
    }
    return nil
  }
}
