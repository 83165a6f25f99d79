import Foundation

/// Minus twice the Poisson log-likelihood, but for what no segmentation changes: counts whose rate
/// changes.
///
/// Edge cases: a segment of zeros costs 0.
public struct CountCost: Cost {
  public static let descriptor = CostDescriptor(
    name: "count", formula: "2 S (1 − ln(S/n)), S = Σ y", level: "rate",
    reference: "Cleynen & Lebarbier (2014), ESAIM: Probability and Statistics 18, 750-769")

  private let sums: [Double]

  public init(_ values: [Double]) throws(DatingError) {
    if let bad = values.firstIndex(where: { $0 < 0 || $0 != $0.rounded() }) {
      throw DatingError(
        .badValue, "value \(bad + 1) is \(values[bad]); counts are whole numbers, 0 or more")
    }
    var sums = [0.0]
    sums.reserveCapacity(values.count + 1)
    var sum = 0.0
    for value in values {
      sum += value
      sums.append(sum)
    }
    self.sums = sums
  }

  public var count: Int { sums.count - 1 }

  @inline(__always)
  public func cost(of segment: Range<Int>) -> Double {
    let sum = sums[segment.upperBound] - sums[segment.lowerBound]
    return sum > 0 ? 2 * sum * (1 - log(sum / Double(segment.count))) : 0
  }

  public func level(of segment: Range<Int>) -> Double {
    (sums[segment.upperBound] - sums[segment.lowerBound]) / Double(segment.count)
  }

  /// Counts with a rate taken out are no counts.
  public func levelled(_ breaks: [Int]) -> [Double]? { nil }
}
