import EntenteNumerics
import Foundation

/// Minus twice the normal log-likelihood: changes of level, of spread or of both.
///
/// The variance of a segment is held above `floor`, 10⁻¹¹ of that of the whole series, so that a
/// constant stretch costs little and not minus infinity; what running sums leave of a variance of 0 is
/// taken for 0.
public struct MeanVarianceCost: Cost {
  public static let descriptor = CostDescriptor(
    name: "mean-variance", formula: "n (ln 2π + ln s² + 1), s² = Σ (y − ȳ)²/n", level: "mean",
    leastLength: 2,
    reference: "Killick, Fearnhead & Eckley (2012), JASA 107, 1590-1598")

  private let mean: MeanCost
  private let floor: Double
  /// Below it a variance is rounding.
  private let rounding: Double

  public init(_ values: [Double]) {
    mean = MeanCost(values)
    let whole = values.isEmpty ? 0 : mean.cost(of: 0..<values.count) / Double(values.count)
    rounding = whole * max(1e-13, 4 * Double(values.count) * .ulpOfOne)
    floor = max(100 * rounding, .leastNormalMagnitude)
  }

  public var count: Int { mean.count }

  @inline(__always)
  public func cost(of segment: Range<Int>) -> Double {
    let length = Double(segment.count)
    let variance = mean.cost(of: segment) / length
    let held = max(variance, floor)
    return length * (log(2 * Double.pi * held) + (variance > rounding ? variance / held : 0))
  }

  public func level(of segment: Range<Int>) -> Double { mean.level(of: segment) }

  public func levelled(_ breaks: [Int]) -> [Double]? {
    var values = mean.values
    let spread = spread(of: 0..<count)
    for (start, end) in zip([0] + breaks, breaks + [count]) {
      let centre = mean.level(of: start..<end) - mean.origin
      let own = self.spread(of: start..<end)
      for t in start..<end { values[t] = (values[t] - centre) / own * spread }
    }
    return values
  }

  private func spread(of segment: Range<Int>) -> Double {
    max(mean.cost(of: segment) / Double(segment.count), floor).squareRoot()
  }
}
