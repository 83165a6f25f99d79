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

  /// Spread of a weekly series about its own 53-week running median.
  ///
  /// The smaller of the standard deviation and 1.25 scaled MADs, so that neither a few great weeks
  /// nor a lasting shift set the unit; the standard deviation alone where the MAD is 0.
  public static func noiseScale(of series: [Double]) -> Double {
    let noise = zip(series, of(series, width: 53)).map { $0 - $1 }
    let deviation = Moments.standardDeviation(noise)
    let robust = 1.25 * Moments.scaledMAD(noise)
    return robust > 0 ? min(deviation, robust) : deviation
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
