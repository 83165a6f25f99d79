public import EntenteRecord
import Foundation

/// Parts of series as text, for runs on several machines: `entente merge` adds them up.
///
/// Lines of cells with commas between: `entente-series,1`; `query,{JSON}`; `volume,format,date,n` for
/// each day with news; `tally,date,source,target,count,scored,positive,negative,squares`, sums in
/// thousandths and squares in millionths, an empty code for no state; `end,LINES`.
extension SeriesParts {
  static let first = "entente-series,1"

  public func text() throws -> String {
    let encoder = JSONEncoder()
    encoder.outputFormatting = [.sortedKeys]
    var lines = [
      SeriesParts.first,
      "query," + String(decoding: try encoder.encode(query), as: UTF8.self),
    ]
    for (format, days) in volume.sorted(by: { $0.key < $1.key }) {
      for (day, count) in days.sorted(by: { $0.key < $1.key }) {
        lines.append("volume,\(format),\(Day(number: day)),\(count)")
      }
    }
    for i in 0..<tallies.count {
      let tally = tallies.tally[i]
      lines.append(
        "tally,\(Day(number: tallies.start[i])),\(PackedState(rawValue: tallies.source[i])),"
          + "\(PackedState(rawValue: tallies.target[i])),\(tally.count),\(tally.scored),"
          + "\(tally.positive),\(tally.negative),\(tally.squares)")
    }
    lines.append("end,\(lines.count + 1)")
    return lines.joined(separator: "\n") + "\n"
  }

  /// Reads what `text` wrote.
  ///
  /// - Throws: `RecordError` with the first line that cannot be read.
  public init(_ text: String, file: String) throws(RecordError) {
    func fault(_ line: Int, _ field: String, _ expected: String, _ found: Substring) -> RecordError
    {
      RecordError(
        .invalid,
        [
          Fault(
            Place(file: file, line: line), field, expected: expected, found: Fault.quoted(found))
        ])
    }
    let lines = text.split(separator: "\n")
    guard lines.first == SeriesParts.first[...] else {
      throw fault(
        1, "file", "parts of series, as entente series --partial writes", lines.first ?? "")
    }
    guard lines.last == "end,\(lines.count)", lines.count >= 3 else {
      throw fault(
        lines.count, "file", "the whole file, to its line end,\(lines.count)", lines.last ?? "")
    }
    guard lines[1].hasPrefix("query,"),
      let query = try? JSONDecoder().decode(
        SeriesQuery.self, from: Data(lines[1].dropFirst(6).utf8))
    else { throw fault(2, "query", "a query", lines[1]) }
    var volume: [EventFormat: [Int32: Int]] = [:]
    var tallies = PairTallies()
    for (i, line) in lines.enumerated().dropFirst(2).dropLast() {
      let cells = line.split(separator: ",", omittingEmptySubsequences: false)
      if cells[0] == "volume", cells.count == 4, let format = EventFormat(name: cells[1]),
        let day = Day(cells[2]), let count = Int(cells[3])
      {
        volume[format, default: [:]][day.number] = count
        continue
      }
      let numbers = cells.dropFirst(4).compactMap { Int($0) }
      guard cells[0] == "tally", cells.count == 9, let day = Day(cells[1]), numbers.count == 5,
        let source = SeriesParts.state(cells[2]), let target = SeriesParts.state(cells[3])
      else { throw fault(i + 1, "line", "a volume or a tally", line) }
      var tally = Tally()
      tally.count = numbers[0]
      tally.scored = numbers[1]
      tally.positive = numbers[2]
      tally.negative = numbers[3]
      tally.squares = numbers[4]
      tallies.append(day.number, source, target, tally)
    }
    self.init(query: query, tallies: tallies, volume: volume)
  }

  private static func state(_ text: Substring) -> UInt16? {
    text.isEmpty ? 0 : ActorCode(text).map { PackedState($0).rawValue }
  }
}
