public import Foundation

extension AttributionNoise {
  /// The control pairs of a case, adjusted as its series are, or nil if the files are not there.
  ///
  /// Reads `control-pairs.csv`, `actor-effects.csv` and `gdelt-coverage.csv`:
  /// `sign(r) √|r| − g − a_i − a_j` with `r = 10⁴ x / V`, V the volume of the week's present days.
  public static func controlPairs(in folder: URL) -> AttributionNoise? {
    guard let pairs = CommaTable(folder.appending(path: "control-pairs.csv")),
      let effects = CommaTable(folder.appending(path: "actor-effects.csv")),
      let coverage = CommaTable(folder.appending(path: "gdelt-coverage.csv")),
      let mean = effects.column("mean"), let volumes = coverage.column("volume"),
      let present = coverage.column("present")
    else { return nil }
    let weeks = pairs.rows.count
    var days = [Int](repeating: 0, count: weeks)
    var volume = [Double](repeating: 0, count: weeks)
    // The coverage starts on a Monday, so seven rows are a week.
    for (row, value) in volumes.enumerated() where present[row] == 1 && row / 7 < weeks {
      days[row / 7] += 1
      volume[row / 7] += value
    }
    let series = pairs.names.dropFirst().compactMap { name -> Pair? in
      let states = name.split(separator: "-").map(String.init)
      guard states.count == 2, let raw = pairs.column(name),
        let first = effects.column(states[0]), let second = effects.column(states[1]),
        first.count == weeks
      else { return nil }
      return Pair(
        states: states,
        values: raw.indices.map { t in
          let share = 1e4 * raw[t] / max(volume[t], 1)
          let tamed = share < 0 ? -(-share).squareRoot() : share.squareRoot()
          return tamed - mean[t] - first[t] - second[t]
        })
    }
    return series.count >= 40 ? .real(series, days: days) : nil
  }
}

/// A small file of numbers under a header, comments behind `#`.
private struct CommaTable {
  var names: [String]
  var rows: [[Substring]]

  init?(_ file: URL) {
    guard let text = try? String(contentsOf: file, encoding: .utf8) else { return nil }
    let lines = text.split(separator: "\n").filter { !$0.hasPrefix("#") }
    guard let header = lines.first else { return nil }
    names = header.split(separator: ",").map(String.init)
    rows = lines.dropFirst().map { $0.split(separator: ",", omittingEmptySubsequences: false) }
  }

  func column(_ name: String) -> [Double]? {
    guard let place = names.firstIndex(of: name) else { return nil }
    return rows.map { place < $0.count ? Double($0[place]) ?? 0 : 0 }
  }
}
