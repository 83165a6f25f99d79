import EntenteNumerics

/// Absolute deviations from the median: changes of level that single extreme values do not move.
public struct RobustCost: Cost {
  public static let descriptor = CostDescriptor(
    name: "robust", formula: "Σ |y − median|", level: "median",
    reference: "Bai (1995), Econometric Theory 11, 403-436")

  private let values: [Double]
  /// Places in the series by ascending value, and the place of each in that order, from 1.
  private let order: [Int]
  private let rank: [Int]

  public init(_ values: [Double]) {
    self.values = values
    order = values.indices.sorted { (values[$0], $0) < (values[$1], $1) }
    var rank = [Int](repeating: 0, count: values.count)
    for (place, index) in order.enumerated() { rank[index] = place + 1 }
    self.rank = rank
  }

  public var count: Int { values.count }

  public func cost(of segment: Range<Int>) -> Double {
    let median = Moments.median(values[segment])
    return values[segment].reduce(0) { $0 + abs($1 - median) }
  }

  public func level(of segment: Range<Int>) -> Double { Moments.median(values[segment]) }

  public func levelled(_ breaks: [Int]) -> [Double]? {
    Self.residuals(of: values, breaks: breaks)
  }

  /// Values less the medians of the segments between breaks.
  static func residuals(of values: [Double], breaks: [Int]) -> [Double] {
    var residuals = values
    for (start, end) in zip([0] + breaks, breaks + [values.count]) {
      let median = Moments.median(values[start..<end])
      for t in start..<end { residuals[t] -= median }
    }
    return residuals
  }

  /// The longest segment first; then its first value is taken out of a chain in order of size, and
  /// the median moves by at most one link.
  ///
  /// - Complexity: O(*n*) for all starts of one end.
  public func fill(
    _ row: UnsafeMutablePointer<Double>, starts: UnsafeBufferPointer<Int>, end: Int,
    state: UnsafeMutablePointer<Double>
  ) {
    guard let first = starts.first, let last = starts.last else { return }
    var chain = MedianChain(values, order: order, segment: first..<end)
    var k = 0
    for start in first...last {
      if starts[k] == start {
        row[k] = chain.deviation
        k += 1
      }
      chain.remove(rank: rank[start], value: values[start])
    }
  }

  public func profile(in window: Range<Int>) -> [Double] {
    let inside = Array(values[window])
    let after = RobustCost(inside).allStarts
    let before = RobustCost(inside.reversed()).allStarts
    return (1..<max(1, inside.count)).map { before[inside.count - $0] + after[$0] }
  }

  /// Costs from every start to the end.
  private var allStarts: [Double] {
    let starts = Array(0..<count)
    return [Double](unsafeUninitializedCapacity: count) { row, filled in
      guard let base = row.baseAddress else { return }
      var none = 0.0
      starts.withUnsafeBufferPointer { fill(base, starts: $0, end: count, state: &none) }
      filled = count
    }
  }
}

/// Values in order of size, linked, with a pointer at the lower median.
private struct MedianChain {
  private var next: [Int]
  private var previous: [Int]
  private var value: [Double]
  /// Rank of the lower median, and how many links up to it and above it.
  private var median = 0
  private var below = 0
  private var above = 0
  private var sumBelow = 0.0
  private var sumAbove = 0.0

  init(_ values: [Double], order: [Int], segment: Range<Int>) {
    let n = values.count
    next = [Int](repeating: n + 1, count: n + 2)
    previous = [Int](repeating: 0, count: n + 2)
    value = [Double](repeating: 0, count: n + 2)
    below = (segment.count + 1) / 2
    above = segment.count - below
    var last = 0
    var seen = 0
    for (place, index) in order.enumerated() where segment.contains(index) {
      let at = place + 1
      next[last] = at
      previous[at] = last
      value[at] = values[index]
      seen += 1
      if seen <= below { sumBelow += values[index] } else { sumAbove += values[index] }
      if seen == below { median = at }
      last = at
    }
    next[last] = n + 1
    previous[n + 1] = last
  }

  /// `Σ |y − median|`.
  var deviation: Double {
    let centre = value[median]
    return max(0, centre * Double(below) - sumBelow + sumAbove - centre * Double(above))
  }

  mutating func remove(rank: Int, value gone: Double) {
    if rank <= median {
      below -= 1
      sumBelow -= gone
      if rank == median { median = previous[rank] }
    } else {
      above -= 1
      sumAbove -= gone
    }
    next[previous[rank]] = next[rank]
    previous[next[rank]] = previous[rank]
    if below < above {
      median = next[median]
      below += 1
      above -= 1
      sumBelow += value[median]
      sumAbove -= value[median]
    } else if below > above + 1 {
      below -= 1
      above += 1
      sumBelow -= value[median]
      sumAbove += value[median]
      median = previous[median]
    }
  }
}
