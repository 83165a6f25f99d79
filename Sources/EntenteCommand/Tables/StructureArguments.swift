import ArgumentParser
import EntenteNumerics
import EntenteRecord
import EntenteStructure
import Foundation

/// Options of commands that resample weeks.
struct ResamplingOptions: ParsableArguments {
  @Option(help: "Seed of all random numbers: one seed, the same bytes.")
  var seed: UInt64 = 20_231_018
  @Option(help: "Draws of the bootstrap, 99 to 99,999.") var draws = 999
  @Option(help: "Threads; the answer does not depend on their number. Default: all cores.")
  var threads: Int?

  var structure: StructureOptions {
    StructureOptions(
      seed: seed, draws: draws,
      threads: threads ?? max(1, ProcessInfo.processInfo.activeProcessorCount))
  }

  func validate() throws {
    guard (99...99_999).contains(draws) else {
      throw ValidationError("--draws: expected 99 to 99999, found \(draws)")
    }
    if let threads, !(1...1024).contains(threads) {
      throw ValidationError("--threads: expected 1 to 1024, found \(threads)")
    }
  }
}

/// Which stretches of the calendar are read.
struct StretchOptions: ParsableArguments {
  enum Length: String, ExpressibleByArgument, CaseIterable {
    case all, year, half, quarter
  }

  /// A stretch of fewer weeks is marked as thin.
  static let fewestWeeks = 13

  @Option(help: "First day.") var from: String?
  @Option(help: "Last day.") var to: String?
  @Option(help: "Stretches to read: all, year, half or quarter.") var by: Length = .all

  /// Named stretches within the days of the table and of the options.
  func stretches(of weeks: [Day]) throws -> [(name: String, span: Span)] {
    guard let first = weeks.first, let last = weeks.last else {
      throw BadInput("expected weeks with volume, found none")
    }
    let start = try from.map { try day("--from", $0) } ?? first
    let end = try to.map { try day("--to", $0) } ?? last.adding(days: 6)
    guard let whole = Span(from: start, to: end) else {
      throw ValidationError("--to: expected a day not before \(start), found \(end)")
    }
    let length: Period.Length
    switch by {
    case .all: return [("\(start) to \(end)", whole)]
    case .year: length = .year
    case .half: length = .half
    case .quarter: length = .quarter
    }
    return Period.covering(whole, by: length).compactMap { period in
      period.span.flatMap { $0.intersection(whole) }.map { (period.description, $0) }
    }
  }

  private func day(_ option: String, _ text: String) throws -> Day {
    guard let day = Day(text) else {
      throw ValidationError(
        "\(option): expected a date like 2023-08-18, found \(Fault.quoted(text))")
    }
    return day
  }
}

/// An estimate as JSON.
struct EstimateRow: Encodable {
  let value: Double
  let low: Double?
  let high: Double?
  let level: Double
  let n: Int
  let method: String

  init(_ estimate: Estimate) {
    value = estimate.value
    low = estimate.low
    high = estimate.high
    level = estimate.level
    n = estimate.n
    method = estimate.method
  }

  func text(_ digits: Int = 2) -> String {
    Columns.fixed(value, digits) + " " + Columns.interval(low, high, digits)
  }
}
