import EntenteNumerics

/// Two series of the same regular periods: what each side does to the other, say.
public struct PairedSeries: Hashable, Sendable {
  public let names: [String]
  /// Values of both series, nil where a period has none.
  public let values: [[Double?]]

  /// - Throws: `ExcitationError` with `.degenerate` for values that are not finite or a series that
  ///   does not vary, `.tooFew` for fewer than 20 periods in which both have a value.
  public init(names: [String], values: [[Double?]]) throws(ExcitationError) {
    precondition(names.count == 2 && values.count == 2 && values[0].count == values[1].count)
    for (name, series) in zip(names, values) {
      let known = series.compactMap { $0 }
      guard known.allSatisfy(\.isFinite) else {
        throw ExcitationError(.degenerate, "\(name): expected finite values")
      }
      guard !known.isEmpty else {
        throw ExcitationError(.tooFew, "\(name): expected values, found none")
      }
      guard let first = known.first, known.contains(where: { $0 != first }) else {
        throw ExcitationError(
          .degenerate, "\(name): expected values that differ, found a constant series")
      }
    }
    let both = zip(values[0], values[1]).count { $0 != nil && $1 != nil }
    guard both >= 20 else {
      throw ExcitationError(
        .tooFew, "expected at least 20 periods with both values, found \(both)")
    }
    self.names = names
    self.values = values
  }

  public var count: Int { values[0].count }

  /// The signed square root of every value, which tames heavy tails and keeps signs.
  public func tamed() throws(ExcitationError) -> PairedSeries {
    try PairedSeries(
      names: names,
      values: values.map { $0.map { $0.map { $0 < 0 ? -(-$0).squareRoot() : $0.squareRoot() } } })
  }

  /// Both series less their means within each unbroken stretch.
  ///
  /// A record that stops, and goes on with another sample, has levels of its own in each stretch; both
  /// series then jump together, which looks like memory and like order in time. A stretch ends where
  /// `gap` periods in a row are missing in either series; one with fewer than `shortest` known periods
  /// is left out.
  public func centred(gap: Int = 4, shortest: Int = 13) throws(ExcitationError) -> PairedSeries {
    var centred = values.map { [Double?](repeating: nil, count: $0.count) }
    for stretch in stretches(gap: gap) where stretch.count >= shortest {
      for side in 0..<2 {
        let known = stretch.compactMap { values[side][$0] }
        let mean = Moments.mean(known)
        for t in stretch { centred[side][t] = values[side][t].map { $0 - mean } }
      }
    }
    return try PairedSeries(names: names, values: centred)
  }

  /// Periods with both values, parted where `gap` or more are missing in a row.
  private func stretches(gap: Int) -> [[Int]] {
    var stretches: [[Int]] = []
    for t in 0..<count where values[0][t] != nil && values[1][t] != nil {
      if let last = stretches.last?.last, t - last <= gap {
        stretches[stretches.count - 1].append(t)
      } else {
        stretches.append([t])
      }
    }
    return stretches
  }

  /// The change from each period to the next; the first period has none.
  public func differenced() throws(ExcitationError) -> PairedSeries {
    try PairedSeries(
      names: names,
      values: values.map { series in
        series.indices.map { t in
          guard t > 0, let now = series[t], let before = series[t - 1] else { return nil }
          return now - before
        }
      })
  }

  /// Both series with mean 0 and deviation 1, and zero where missing; and where both are known.
  func standardised() -> (values: [[Double]], isKnown: [Bool], deviations: [Double]) {
    let moments = values.map { series -> (Double, Double) in
      let known = series.compactMap { $0 }
      return (Moments.mean(known), Moments.standardDeviation(known))
    }
    let scaled = zip(values, moments).map { series, moment in
      series.map { $0.map { ($0 - moment.0) / moment.1 } ?? 0 }
    }
    return (
      scaled, zip(values[0], values[1]).map { $0 != nil && $1 != nil }, moments.map(\.1)
    )
  }
}
