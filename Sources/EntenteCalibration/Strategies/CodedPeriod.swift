import EntenteSources
import EntenteStrategies

/// A state and a period whose strategy the literature names.
struct CodedPeriod: Sendable {
  let state: Int
  let name: String
  let years: ClosedRange<Int>
  /// The strategy named, and others that the sources see beside it.
  let strategies: Set<Strategy>
  /// The threat that the sources name.
  let threat: Int?

  /// The codings of a file, or nil with faults.
  static func read(_ path: String, faults: PlainFaults) -> [CodedPeriod]? {
    guard let table = PlainTable(path, faults: faults), let state = table.required("ccode"),
      let name = table.required("state"), let start = table.required("start"),
      let end = table.required("end"), let strategy = table.required("strategy"),
      let also = table.required("also"), let toward = table.required("toward_ccode")
    else { return nil }
    let years = 1800...2100
    return (0..<table.count).compactMap { row in
      guard let code = table.integer(row, state, in: 1...999, "a code"),
        let from = table.integer(row, start, in: years, "a year"),
        let to = table.integer(row, end, in: from...2100, "a year not before \(from)")
      else { return nil }
      let texts =
        [table.text(row, strategy)]
        + table.text(row, also).split(separator: ";").map(String.init)
      let strategies = texts.compactMap { text in
        Strategy(rawValue: text.replacing("_", with: "-"))
      }
      if strategies.isEmpty { table.fault(row, strategy, expected: "a strategy") }
      return CodedPeriod(
        state: code, name: table.text(row, name), years: from...to,
        strategies: Set(strategies), threat: Int(table.text(row, toward)))
    }
  }
}
