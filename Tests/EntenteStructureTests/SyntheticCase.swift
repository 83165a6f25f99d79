import EntenteRecord

/// Small cases built in memory.
enum SyntheticCase {
  static let place = Place(file: "synthetic", line: 0)

  static func record(
    core: String, groups: [String: String] = [:], affinity: Case.AffinitySource? = nil,
    series: [Series] = [], attributes: [Attribute] = []
  ) throws -> Case {
    let actors = SyntheticPanel.codes(core).map {
      Actor(
        code: $0, cow: nil, role: .core, names: [.init(name: $0.text)], adjective: nil,
        aliases: [], leaders: [], place: place)
    }
    return Case(
      id: "synthetic", title: "Synthetic", question: nil,
      window: try SyntheticPanel.span(weeks: 400), actors: actors,
      groups: groups.sorted { $0.key < $1.key }.map {
        Group(id: $0.key, title: $0.key, members: SyntheticPanel.codes($0.value), place: place)
      }, blocs: [], affinity: affinity, triggers: [], shock: nil, series: series, events: [],
      categories: [], facts: [], ties: [], attributes: attributes, documents: [], claims: [],
      questions: [], files: [])
  }

  static func attribute(
    _ subject: String, _ year: Int, _ variable: String, _ value: Double, unit: String = "share",
    certainty: String = "A"
  ) -> Attribute {
    Attribute(
      subject: Subject(subject) ?? .world, year: year, variable: variable, value: value,
      unit: unit, certainty: certainty, source: "synthetic", place: place)
  }

  static func year(_ first: Int, _ last: Int) throws -> Span {
    guard let from = Day(year: first, month: 1, day: 1),
      let to = Day(year: last, month: 12, day: 31), let span = Span(from: from, to: to)
    else { throw SyntheticPanel.StructureFailure() }
    return span
  }
}
