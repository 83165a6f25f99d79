import EntenteNumerics

/// Squared deviations of ranks from their mean: changes of location whatever the distribution.
///
/// Scaled so that the gain of a split is the statistic of Kruskal and Wallis; equal values share
/// their mean rank.
public struct RankCost: Cost {
  public static let descriptor = CostDescriptor(
    name: "rank", formula: "12/(N (N + 1)) Σ (r − r̄)², r the rank among all N values",
    level: "median",
    reference: "Lung-Yut-Fong, Lévy-Leduc & Cappé (2015), Journal de la SFdS 156(4), 133-162")

  private let values: [Double]
  private let ranks: MeanCost
  private let scale: Double

  public init(_ values: [Double]) {
    let order = values.indices.sorted { (values[$0], $0) < (values[$1], $1) }
    var ranks = [Double](repeating: 0, count: values.count)
    var first = 0
    while first < order.count {
      var last = first
      while last + 1 < order.count, values[order[last + 1]] == values[order[first]] { last += 1 }
      for place in first...last { ranks[order[place]] = Double(first + last) / 2 + 1 }
      first = last + 1
    }
    let n = Double(values.count)
    self.values = values
    self.ranks = MeanCost(ranks)
    scale = 12 / (n * (n + 1))
  }

  public var count: Int { values.count }

  @inline(__always)
  public func cost(of segment: Range<Int>) -> Double { scale * ranks.cost(of: segment) }

  public func level(of segment: Range<Int>) -> Double { Moments.median(values[segment]) }

  public func levelled(_ breaks: [Int]) -> [Double]? {
    RobustCost.residuals(of: values, breaks: breaks)
  }
}
