/// Medians of a window that slides over a series.
public enum RunningMedian {
  /// Median of the values within `width / 2` places on either side, fewer at the ends.
  ///
  /// - Complexity: O(*n* width) moves, O(*n* log width) comparisons.
  public static func of(_ values: [Double], width: Int) -> [Double] {
    precondition(width > 0, "a window holds at least one value")
    let half = width / 2
    var window: [Double] = []
    window.reserveCapacity(width + 1)
    for value in values.prefix(half) { window.insert(value, at: place(of: value, in: window)) }
    return values.indices.map { i in
      if i + half < values.count {
        let entering = values[i + half]
        window.insert(entering, at: place(of: entering, in: window))
      }
      if i - half - 1 >= 0 { window.remove(at: place(of: values[i - half - 1], in: window)) }
      return Moments.quantile(0.5, ofSorted: window)
    }
  }

  /// First place whose value is not below `value`.
  private static func place(of value: Double, in sorted: [Double]) -> Int {
    var low = 0
    var high = sorted.count
    while low < high {
      let middle = (low + high) / 2
      if sorted[middle] < value { low = middle + 1 } else { high = middle }
    }
    return low
  }
}
