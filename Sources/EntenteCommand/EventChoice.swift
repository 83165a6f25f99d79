import ArgumentParser
import EntenteRecord
import EntenteStore
import Foundation

/// The record that a command reads.
struct RecordOption: ParsableArguments {
  @Option(help: "The record's folder.", completion: .directory) var record: String

  func open() throws -> RecordStore { try RecordLocation.open(record) }
}

/// Records by the path that a user gives.
enum RecordLocation {
  /// A folder that is no record of ours, or of another version, is bad input; a damaged one is not.
  static func open(_ path: String) throws -> RecordStore {
    // By way of a result: throwing a typed error on from its catch ends the compiler (6.3.1).
    let result = Result { () throws(StoreError) in try RecordStore.open(at: path) }
    if case .failure(let error) = result, error.code == .notARecord || error.code == .version {
      throw BadInput(error.description)
    }
    return try result.get()
  }
}

/// Which events a command is about.
struct EventChoice: ParsableArguments {
  @Option(help: "First day.") var from: String?
  @Option(help: "Last day.") var to: String?
  @Option(help: "States at both ends, as CHN,PRK.") var actors: String?
  @Option(help: "States that act.") var sources: String?
  @Option(help: "States that are acted upon.") var targets: String?
  @Option(help: "States of which one is at either end.") var involving: String?
  @Option(help: "Pairs, either way, as CHN-PRK,PRK-RUS.") var dyads: String?
  @Flag(help: "Between two different states only.") var interstate = false
  @Option(help: "Actors: state (the state itself), government (and its bodies) or any.")
  var kinds = "any"
  @Option(help: "CAMEO codes with all below them, as 14,172.") var codes: String?
  @Option(help: "PLOVER types, as ACCUSE,THREATEN; STATEMENT for CAMEO 01 and 02.")
  var types: String?
  @Option(help: "Formats that the events were read from, as gdelt2,icews.") var formats: String?

  func validate() throws { _ = try filter() }

  func filter() throws -> EventFilter {
    var filter = EventFilter()
    let (first, last) = (try day(from, "from"), try day(to, "to"))
    if first != nil || last != nil {
      let (first, last) = (first ?? EventFilter.earliest, last ?? EventFilter.latest)
      guard let span = Span(from: first, to: last) else {
        throw ValidationError("--to: expected a day not before --from, found \(last)")
      }
      filter.span = span
    }
    filter.isInterstate = interstate
    if let actors = try states(actors, "actors") {
      guard sources == nil, targets == nil else {
        throw ValidationError("--actors: expected no --sources and --targets beside it")
      }
      let involved = EventFilter.among(actors)
      (filter.sources, filter.targets) = (involved.sources, involved.targets)
      filter.isInterstate = true
    } else {
      filter.sources = try states(sources, "sources")
      filter.targets = try states(targets, "targets")
    }
    filter.involving = try states(involving, "involving")
    filter.dyads = try list(dyads, "dyads", expected: "pairs like CHN-PRK") { Dyad($0) }
    filter.codes = try list(
      codes, "codes", expected: "CAMEO codes of two to four digits, as 14 or 172"
    ) {
      guard let code = PackedCode($0), CAMEO.nearest(code) != nil else { return nil }
      return code.description
    }
    filter.types = try list(
      types, "types", expected: EventType.allCases.map(\.rawValue).joined(separator: ", ")
    ) { EventType(rawValue: $0.uppercased()) }
    filter.formats = try list(
      formats, "formats", expected: EventFormat.allCases.map(\.name).joined(separator: ", ")
    ) { EventFormat(name: $0) }
    guard let kinds = EventFilter.Kinds(rawValue: kinds) else {
      throw ValidationError(
        "--kinds: expected state, government or any, found \(Fault.quoted(kinds))")
    }
    filter.kinds = kinds
    return filter
  }

  /// The options as they were given, for whoever wants to see what lies behind a number.
  var words: [String] {
    let pairs = [
      ("from", from), ("to", to), ("actors", actors), ("sources", sources), ("targets", targets),
      ("involving", involving), ("dyads", dyads), ("kinds", kinds == "any" ? nil : kinds),
      ("codes", codes), ("types", types), ("formats", formats),
    ]
    return pairs.flatMap { name, value in value.map { ["--\(name)", $0] } ?? [] }
      + (interstate ? ["--interstate"] : [])
  }

  private func day(_ text: String?, _ option: String) throws -> Day? {
    guard let text else { return nil }
    guard let day = Day(text) else {
      throw ValidationError(
        "--\(option): expected a date like 2023-08-18, found \(Fault.quoted(text))")
    }
    return day
  }

  private func states(_ text: String?, _ option: String) throws -> Set<ActorCode>? {
    try text.map { try StateChoice.codes($0, option: option) }
  }

  private func list<T: Hashable>(
    _ text: String?, _ option: String, expected: String, _ read: (Substring) -> T?
  ) throws -> Set<T>? {
    guard let text else { return nil }
    var values = Set<T>()
    for word in text.split(separator: ",", omittingEmptySubsequences: false) {
      guard let value = read(word) else {
        throw ValidationError("--\(option): expected \(expected), found \(Fault.quoted(word))")
      }
      values.insert(value)
    }
    return values
  }
}

/// How long the periods of a series or network are.
enum PeriodOption: String, ExpressibleByArgument, CaseIterable {
  case day, week, month, quarter, year

  var length: Period.Length { Period.Length(rawValue: rawValue) ?? .day }
}
