import ArgumentParser
import EntenteRecord
import EntenteStore
import Foundation

/// How series are printed.
struct SeriesOutput: ParsableArguments {
  enum Measure: String, ExpressibleByArgument, CaseIterable { case all, count, sum, mean, signed }

  @Option(
    help: """
      What to print: count (events), sum (of scores), mean (score of the scored events, with their \
      number and standard deviation), signed (sums above and below 0 apart) or all.
      """)
  var measure: Measure = .all
  @Option(
    help: "Write the parts that the series are made from to this file, for entente merge.",
    completion: .file())
  var partial: String?
  @Flag(help: "Print JSON instead of CSV.") var json = false

  /// - Parameter behind: the command that lists the events behind the numbers.
  func print(_ parts: SeriesParts, behind: String?) throws {
    if let partial {
      try AtomicFile.write(Data(try parts.text().utf8), to: partial)
      return Streams.log("parts: \(partial)")
    }
    let table = SeriesTable(parts)
    let missing = table.rows.count { $0.tally == nil }
    if json {
      try printJSON(SeriesReport(table, measure, behind: behind))
    } else {
      let out = try OutputFile(nil)
      _ = try out.write(header.joined(separator: ",") + "\n")
      for row in table.rows {
        guard try out.write(line(row).joined(separator: ",") + "\n") else { break }
      }
      try out.finish()
      if let behind { Streams.progress("the events behind these numbers: \(behind)") }
    }
    if missing > 0 {
      Streams.log(
        "\(missing) of \(table.rows.count) rows are missing: the record has no news of their days, "
          + "or too little of it")
    }
  }

  private var header: [String] {
    let values: [String] =
      switch measure {
      case .all: ["count", "sum", "mean", "deviation", "scored", "positive", "negative"]
      case .count: ["count"]
      case .sum: ["count", "sum", "scored"]
      case .mean: ["count", "mean", "deviation", "scored"]
      case .signed: ["count", "positive", "negative", "scored"]
      }
    return ["period", "source", "target"] + values + ["days", "covered", "thin"]
  }

  private func line(_ row: SeriesTable.Row) -> [String] {
    let values = header.dropFirst(3).dropLast(3).map { name -> String in
      guard let tally = row.tally else { return "" }
      return switch name {
      case "count": "\(tally.count)"
      case "sum": "\(tally.sum)"
      case "mean": tally.mean.map { "\($0)" } ?? ""
      case "deviation": tally.deviation.map { "\($0)" } ?? ""
      case "scored": "\(tally.scored)"
      case "positive": "\(Double(tally.positive) / 1000)"
      default: "\(Double(tally.negative) / 1000)"
      }
    }
    return ["\(row.period)", row.source.text, row.target.text] + values
      + ["\(row.days)", "\(row.covered)", "\(row.thin)"]
  }
}

/// Series as JSON: `docs/record.md` describes it.
struct SeriesReport: Encodable {
  struct Row: Encodable {
    let period: String
    let source: String
    let target: String
    let count: Int?
    let sum: Double?
    let mean: Double?
    let deviation: Double?
    let scored: Int?
    let positive: Double?
    let negative: Double?
    let days: Int
    let covered: Int
    let thin: Int
  }

  let method: String
  let sample: String
  let query: SeriesQuery
  let from: Day?
  let to: Day?
  let events: String?
  let rows: [Row]

  init(_ table: SeriesTable, _ measure: SeriesOutput.Measure, behind: String?) {
    method =
      "Exact counts and sums over the events of the record, on days with news; a row without values "
      + "is missing, not zero. A day has news if the source recorded events of it on the day itself, "
      + "and is thin, and left out, below \(table.query.thinShare) of the median of the days within "
      + "\(Coverage.reach) days [C]. Scores are those of the source's file."
    let counted = table.rows.reduce(0) { $0 + ($1.tally?.count ?? 0) }
    sample = "\(counted) events in \(table.rows.count) rows"
    query = table.query
    from = table.span?.from
    to = table.span?.to
    events = behind
    rows = table.rows.map { row in
      func shown<T>(_ measures: [SeriesOutput.Measure], _ value: T?) -> T? {
        measure == .all || measures.contains(measure) ? value : nil
      }
      return Row(
        period: "\(row.period)", source: row.source.text, target: row.target.text,
        count: row.tally?.count, sum: shown([.sum], row.tally?.sum),
        mean: shown([.mean], row.tally?.mean), deviation: shown([.mean], row.tally?.deviation),
        scored: shown([.sum, .mean, .signed], row.tally?.scored),
        positive: shown([.signed], row.tally.map { Double($0.positive) / 1000 }),
        negative: shown([.signed], row.tally.map { Double($0.negative) / 1000 }),
        days: row.days, covered: row.covered, thin: row.thin)
    }
  }
}
