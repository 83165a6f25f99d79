/// Measured quantities that the background of every dimension may follow: steps in time.
public struct Covariates: Hashable, Sendable {
  public let names: [String]
  /// When each row begins to hold; ascending, the first at or before the start of observation.
  public let times: [Double]
  /// Row by row, one value for each name.
  public let values: [[Double]]

  /// - Throws: `ExcitationError` with `.degenerate` for no rows, times out of order, or values that
  ///   are not finite.
  public init(names: [String], times: [Double], values: [[Double]]) throws(ExcitationError) {
    precondition(times.count == values.count && values.allSatisfy { $0.count == names.count })
    guard !names.isEmpty, !times.isEmpty else {
      throw ExcitationError(.degenerate, "covariates: expected at least one column and one row")
    }
    guard zip(times, times.dropFirst()).allSatisfy({ $0 < $1 }),
      values.allSatisfy({ $0.allSatisfy(\.isFinite) })
    else {
      throw ExcitationError(.degenerate, "covariates: expected ascending times and finite values")
    }
    self.names = names
    self.times = times
    self.values = values
  }

  /// Stretches of constant covariates within a window.
  struct Segments: Sendable {
    /// Where each stretch begins; the first at the start of the window.
    let starts: [Double]
    let lengths: [Double]
    /// Centred by the mean over the window and divided by the standard deviation.
    let scaled: [[Double]]
    let means: [Double]
    let deviations: [Double]

    /// The stretch that holds a time of the window, searched from a hint onward.
    func index(of time: Double, from hint: Int) -> Int {
      var index = hint
      while index + 1 < starts.count, starts[index + 1] <= time { index += 1 }
      return index
    }
  }

  /// - Throws: `ExcitationError` with `.badWindow` if the covariates begin inside the window,
  ///   `.degenerate` if one is constant in it.
  func segments(from start: Double, to end: Double) throws(ExcitationError) -> Segments {
    guard times[0] <= start else {
      throw ExcitationError(
        .badWindow,
        "covariates: expected a first row at or before \(start), found \(times[0]); "
          + "add the values that held at the start, or start later (--start)")
    }
    var starts: [Double] = []
    var lengths: [Double] = []
    var rows: [[Double]] = []
    for row in times.indices {
      let from = max(times[row], start)
      let to = row + 1 < times.count ? min(times[row + 1], end) : end
      guard to > from else { continue }
      starts.append(from)
      lengths.append(to - from)
      rows.append(values[row])
    }
    let duration = end - start
    var means: [Double] = []
    var deviations: [Double] = []
    for c in names.indices {
      let mean = zip(lengths, rows).reduce(0) { $0 + $1.0 * $1.1[c] } / duration
      let variance =
        zip(lengths, rows).reduce(0) { $0 + $1.0 * ($1.1[c] - mean) * ($1.1[c] - mean) } / duration
      guard variance > 1e-20 * (1 + mean * mean) else {
        throw ExcitationError(
          .degenerate,
          "covariates: \(names[c]): expected values that differ within the window, found a constant; "
            + "leave it out")
      }
      means.append(mean)
      deviations.append(variance.squareRoot())
    }
    let scaled = rows.map { row in row.indices.map { (row[$0] - means[$0]) / deviations[$0] } }
    return Segments(
      starts: starts, lengths: lengths, scaled: scaled, means: means, deviations: deviations)
  }
}
