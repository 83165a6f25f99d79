import EntenteNumerics
import Foundation

/// Spread of a segment in the feature space of a Gaussian kernel: changes of the whole distribution.
///
/// Formula: `k(x, y) = exp(−γ (x − y)²)`; a segment costs its length less the mean row sum of its
/// Gram matrix. By default `1/γ` is the median of the squared differences between values (1 where
/// that is 0).
public struct KernelCost: Cost {
  public static let descriptor = CostDescriptor(
    name: "kernel", formula: "n − Σ_s Σ_t k(y_s, y_t)/n, k(x, y) = exp(−γ (x − y)²)",
    level: "mean",
    reference: "Arlot, Celisse & Harchaoui (2019), JMLR 20(162), 1-56")

  private let values: [Double]
  public let gamma: Double

  public init(_ values: [Double]) {
    let median = Self.medianDistance(values)
    self.init(values, gamma: median > 0 ? 1 / (median * median) : 1)
  }

  public init(_ values: [Double], gamma: Double) {
    precondition(gamma > 0, "a kernel needs a positive γ")
    self.values = values
    self.gamma = gamma
  }

  public var count: Int { values.count }

  @inline(__always)
  private func kernel(_ x: Double, _ y: Double) -> Double {
    exp(-gamma * (x - y) * (x - y))
  }

  public func cost(of segment: Range<Int>) -> Double {
    var sum = Double(segment.count)
    for t in segment {
      for s in segment.lowerBound..<t { sum += 2 * kernel(values[s], values[t]) }
    }
    return Double(segment.count) - sum / Double(segment.count)
  }

  public func level(of segment: Range<Int>) -> Double { Moments.mean(values[segment]) }

  public func levelled(_ breaks: [Int]) -> [Double]? {
    NoiseModel.residuals(of: values, breaks: breaks)
  }

  /// Sums of the Gram blocks from each start to the last end.
  public var stateCount: Int { count }

  public func fill(
    _ row: UnsafeMutablePointer<Double>, starts: UnsafeBufferPointer<Int>, end: Int,
    state: UnsafeMutablePointer<Double>
  ) {
    values.withUnsafeBufferPointer { values in
      let entering = values[end - 1]
      var column = 0.0
      state[end - 1] = 1
      var start = end - 2
      let first = starts.first ?? 0
      while start >= first {
        let difference = values[start] - entering
        column += exp(-gamma * difference * difference)
        state[start] += 2 * column + 1
        start -= 1
      }
    }
    for k in starts.indices {
      let length = Double(end - starts[k])
      row[k] = length - state[starts[k]] / length
    }
  }

  public func profile(in window: Range<Int>) -> [Double] {
    let before = leading(values[window])
    let after = leading(values[window].reversed())
    return (1..<max(1, window.count)).map { before[$0] + after[window.count - $0] }
  }

  /// Costs of the first 0, 1, 2, … values.
  private func leading(_ values: some Collection<Double>) -> [Double] {
    var block = 0.0
    var costs = [0.0]
    var seen: [Double] = []
    for value in values {
      var column = 0.0
      for earlier in seen { column += kernel(earlier, value) }
      seen.append(value)
      block += 2 * column + 1
      costs.append(Double(seen.count) - block / Double(seen.count))
    }
    return costs
  }

  /// Median of |x − y| over pairs of values, by bisection on how many pairs are nearer.
  private static func medianDistance(_ values: [Double]) -> Double {
    let sorted = values.sorted()
    guard let low = sorted.first, let high = sorted.last, low < high else { return 0 }
    let pairs = values.count * (values.count - 1) / 2
    func nearer(_ distance: Double) -> Int {
      var (count, first) = (0, 0)
      for last in sorted.indices {
        while sorted[last] - sorted[first] > distance { first += 1 }
        count += last - first
      }
      return count
    }
    var (below, above) = (0.0, high - low)
    if 2 * nearer(0) >= pairs { return 0 }
    for _ in 0..<60 {
      let middle = (below + above) / 2
      if 2 * nearer(middle) >= pairs { above = middle } else { below = middle }
    }
    return above
  }
}
