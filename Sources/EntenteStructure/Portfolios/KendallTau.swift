/// Kendall's rank correlation.
public enum KendallTau {
  /// `τ_b = (C − D) / √[(P − T_x)(P − T_y)]`, P all pairs, T those tied on a side; nil if either side is
  /// constant.
  ///
  /// - Complexity: O(n log n + a b) for a and b different values.
  public static func b(_ x: [Double], _ y: [Double]) -> Double? {
    precondition(x.count == y.count, "as many x as y")
    let (rows, rowOf) = ranks(x)
    let (columns, columnOf) = ranks(y)
    guard rows > 1, columns > 1 else { return nil }
    var counts = [Int](repeating: 0, count: rows * columns)
    for i in x.indices { counts[rowOf[i] * columns + columnOf[i]] += 1 }
    var (balance, tiedX, tiedY) = (0, 0, 0)
    // Counts of all earlier rows, by column.
    var above = [Int](repeating: 0, count: columns)
    for row in 0..<rows {
      let own = counts[(row * columns)..<((row + 1) * columns)]
      let total = above.reduce(0, +)
      var before = 0
      for (column, count) in own.enumerated() {
        let after = total - before - above[column]
        balance += count * (before - after)
        before += above[column]
      }
      let size = own.reduce(0, +)
      tiedX += size * (size - 1) / 2
      for (column, count) in own.enumerated() { above[column] += count }
    }
    for size in above { tiedY += size * (size - 1) / 2 }
    let pairs = x.count * (x.count - 1) / 2
    return Double(balance) / (Double(pairs - tiedX) * Double(pairs - tiedY)).squareRoot()
  }

  private static func ranks(_ values: [Double]) -> (count: Int, of: [Int]) {
    let order = values.indices.sorted { values[$0] < values[$1] }
    var ranks = [Int](repeating: 0, count: values.count)
    var rank = -1
    var last: Double?
    for i in order {
      if values[i] != last { rank += 1 }
      last = values[i]
      ranks[i] = rank
    }
    return (rank + 1, ranks)
  }
}
