import EntenteRecord

/// A file that the publisher's list names.
public struct ListedFile: Hashable, Sendable {
  /// The name alone: the host and the folder that a list gives are never followed.
  public let name: String
  /// Bytes.
  public let size: Int
  public let digest: MD5Digest
  /// When the events of the file were recorded: a 15-minute file covers the quarter of its stamp.
  public let span: Range<QuarterHour>

  public init(name: String, size: Int, digest: MD5Digest, span: Range<QuarterHour>) {
    self.name = name
    self.size = size
    self.digest = digest
    self.span = span
  }

  /// A subfolder for each month, because a year of 15-minute files is 35,040 of them.
  var folder: String { String(span.lowerBound.day.description.prefix(7)) }
}

/// What a file's name says.
///
/// Only names of these shapes are ever written to disk or asked for, so a list cannot name a path.
enum FileName {
  case wanted(Range<QuarterHour>)
  /// A name that GDELT uses for something else: another feed, the knowledge graph.
  case other
  case unknown

  init(_ name: some Collection<UInt8>, of source: FetchSource) {
    let parts = name.split(separator: UInt8(ascii: "."), omittingEmptySubsequences: false)
    guard let first = parts.first else {
      self = .unknown
      return
    }
    let rest = parts.dropFirst().map { String(decoding: $0, as: UTF8.self) }
    switch source.family {
    case .gdelt2: self = Self.quarterly(first, rest, source)
    case .gdelt1: self = Self.daily(first, rest)
    }
  }

  /// `20150218230000.export.CSV.zip`, `20150218230000.translation.mentions.CSV.zip`.
  private static func quarterly(
    _ stamp: some Collection<UInt8>, _ rest: [String], _ source: FetchSource
  ) -> FileName {
    guard let quarter = QuarterHour(stamp: stamp) else { return .unknown }
    let isTranslated = rest.first == "translation"
    let kind = rest.dropFirst(isTranslated ? 1 : 0)
    guard kind.count == 3, kind.last == "zip", let feed = kind.first else { return .unknown }
    switch (feed, kind[kind.startIndex + 1]) {
    case (source.feed == .events ? "export" : "mentions", "CSV"):
      guard isTranslated == source.isTranslated else { return .other }
      return .wanted(quarter..<quarter.advanced(by: 1))
    case ("export", "CSV"), ("mentions", "CSV"), ("gkg", "csv"), ("gkg", "CSV"): return .other
    default: return .unknown
    }
  }

  /// `1979.zip`, `200601.zip`, `20130401.export.CSV.zip`.
  private static func daily(_ stamp: some Collection<UInt8>, _ rest: [String]) -> FileName {
    let digits = String(decoding: stamp, as: UTF8.self)
    guard digits.utf8.allSatisfy({ $0 >= 48 && $0 <= 57 }), let number = Int(digits) else {
      // Such as `GDELT.MASTERREDUCEDV2.1979-2013.zip`, every event in few columns.
      return rest.last == "zip" ? .other : .unknown
    }
    let (first, next): (Day?, Day?)
    switch (digits.utf8.count, rest) {
    case (4, ["zip"]):
      first = Day(year: number, month: 1, day: 1)
      next = Day(year: number + 1, month: 1, day: 1)
    case (6, ["zip"]):
      let (year, month) = (number / 100, number % 100)
      first = Day(year: year, month: month, day: 1)
      next = Day(year: month == 12 ? year + 1 : year, month: month % 12 + 1, day: 1)
    case (8, ["export", "CSV", "zip"]):
      first = Day(year: number / 10_000, month: number / 100 % 100, day: number % 100)
      next = first?.adding(days: 1)
    default: return .unknown
    }
    guard let first, let next else { return .unknown }
    return .wanted(QuarterHour(startOf: first)..<QuarterHour(startOf: next))
  }
}
