import EntenteRecord

/// Small cases built in memory.
enum Synthetic {
  static let place = Place(file: "synthetic", line: 0)
  static let start = Day(number: 17_532)  // Monday 2018-01-01

  static func codes(_ text: String) -> [ActorCode] {
    text.split(separator: " ").compactMap { ActorCode($0) }
  }

  static func record(
    affinity: Case.AffinitySource?, series: [Series], core: [ActorCode] = [],
    attributes: [Attribute] = []
  ) throws -> Case {
    let actors = core.map {
      Actor(
        code: $0, cow: nil, role: .core, names: [.init(name: $0.text)], adjective: nil,
        aliases: [], leaders: [], place: place)
    }
    guard let window = Span(from: start, to: start.adding(days: 3000)) else {
      throw RecordError(.invalid, [])
    }
    return Case(
      id: "synthetic", title: "Synthetic", question: nil, window: window, actors: actors,
      groups: [], blocs: [], affinity: affinity, triggers: [], shock: nil, series: series,
      events: [], categories: [], facts: [], ties: [], attributes: attributes, documents: [],
      claims: [], questions: [], files: [])
  }

  static func declaration(
    _ id: String, _ scope: SeriesDeclaration.Scope, _ length: Period.Length,
    _ kind: SeriesDeclaration.Kind
  ) -> SeriesDeclaration {
    SeriesDeclaration(
      id: id, title: id, file: "none", scope: scope, length: length, layout: .long,
      column: "value", kind: kind, unit: "", source: "", terms: "", note: nil, place: place)
  }

  /// A case with daily sums of pairs from 2018-01-01 on; the world's volume is 100 a day.
  static func daily(
    _ pairs: [(String, [Double?])], present: [Bool], core: [ActorCode] = [],
    effects: [ActorEffectRow] = []
  ) throws -> Case {
    var observations: [Subject: [Series.Observation]] = [:]
    for (name, values) in pairs {
      guard let subject = Subject(name) else { continue }
      observations[subject] = values.enumerated().compactMap { index, value in
        value.map { Series.Observation(period: day(index), value: $0) }
      }
    }
    let coverage = present.enumerated().map { index, present in
      CoverageRow(period: day(index), isPresent: present, volume: present ? 100 : 0)
    }
    return try record(
      affinity: .init(series: "news", coverage: coverage, actorEffects: effects, controls: [:]),
      series: [
        Series(
          declaration: declaration("news", .pair, .day, .signedSum), observations: observations)
      ], core: core)
  }

  static func day(_ index: Int) -> Period {
    Period(containing: start.adding(days: index), length: .day)
  }
}
