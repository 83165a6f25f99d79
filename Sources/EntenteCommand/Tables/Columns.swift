/// Text in columns, as wide as their widest cell: the first flush left, the others right.
enum Columns {
  static func text(_ header: [String], _ rows: [[String]], left: Int = 1) -> String {
    let all = [header] + rows
    let widths = header.indices.map { column in all.map { $0[column].count }.max() ?? 0 }
    return all.map { row in
      let cells = row.enumerated().map { column, cell in
        let gap = String(repeating: " ", count: widths[column] - cell.count)
        return column < left ? cell + gap : gap + cell
      }
      var line = cells.joined(separator: "  ")
      while line.last == " " { line.removeLast() }
      return line
    }.joined(separator: "\n")
  }

  /// A number with so many digits after the point.
  static func fixed(_ value: Double, _ digits: Int = 2) -> String {
    var scale = 1.0
    for _ in 0..<digits { scale *= 10 }
    let scaled = (abs(value) * scale).rounded()
    guard scaled < 9e15 else { return "\(value)" }
    let whole = Int(scaled)
    let sign = value < 0 && whole > 0 ? "-" : ""
    guard digits > 0 else { return sign + "\(whole)" }
    let power = Int(scale)
    let fraction = String(whole % power)
    return sign + "\(whole / power)." + String(repeating: "0", count: digits - fraction.count)
      + fraction
  }

  static func interval(_ low: Double?, _ high: Double?, _ digits: Int = 2) -> String {
    guard let low, let high else { return "" }
    return "[\(fixed(low, digits)), \(fixed(high, digits))]"
  }
}
