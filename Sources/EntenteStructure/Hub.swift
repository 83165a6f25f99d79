import EntenteHistory
import EntenteNumerics
import EntenteRecord

/// Volume of events between the members of a group, by week, and who its hub is.
struct Hub {
  let members: [ActorCode]
  let hub: ActorCode
  let dyads: [Dyad]
  let weeks: Int
  /// |sum| of every pair by week.
  private let series: [[Double]]

  static let caveat =
    "Volume is not cooperation: a quarrel counts as much as a summit (in 2019 the trade dispute of "
    + "Japan and South Korea). Read the ratio's change together with what the events were."

  /// The hub is the subject if given, else the United States if a member, else the busiest member.
  init(
    _ subject: Subject?, in period: Span, _ context: MeasureContext
  ) throws(StructureError) {
    let members = try context.members(orGroup: "triangle")
    guard members.count >= 3 else {
      throw StructureError(.tooFew, "a hub needs a group of at least 3, found \(members.count)")
    }
    guard let panel = context.panel else {
      throw StructureError(.notAvailable, "the case has no affinity series to take volume from")
    }
    let dyads = Dyad.all(of: members)
    let absent = dyads.filter { panel.raw[$0] == nil }
    guard absent.isEmpty else {
      throw StructureError(
        .notAvailable,
        "the series lacks " + absent.map(\.description).joined(separator: ", "))
    }
    let sums = dyads.map { panel.raw[$0] ?? [] }
    let weeks = panel.indices(in: period).filter { week in sums.allSatisfy { $0[week].isFinite } }
    guard weeks.count >= SeriesHistory.fewestPeriods else {
      throw StructureError(
        .tooFew,
        "hub measures need \(SeriesHistory.fewestPeriods) weeks, \(period) has \(weeks.count)")
    }
    let volumes = sums.map { sum in weeks.map { abs(sum[$0]) } }
    switch subject {
    case nil:
      func volume(_ state: ActorCode) -> Double {
        Moments.sum(zip(dyads, volumes).map { $0.contains(state) ? Moments.sum($1) : 0 })
      }
      let busiest = members.max { (volume($0), $1) < (volume($1), $0) }
      hub = members.first { $0.text == "USA" } ?? busiest ?? members[0]
    case .state(let code) where members.contains(code): hub = code
    default:
      throw StructureError(
        .wrongSubject,
        "the hub must be one of \(members.map(\.text).joined(separator: " ")), found "
          + (subject?.description ?? "none"))
    }
    self.members = members
    self.dyads = dyads
    self.weeks = weeks.count
    series = volumes
  }

  /// The hub's place among the members.
  var centre: Int { members.firstIndex(of: hub) ?? 0 }

  /// Volumes of pairs with the places of both members.
  func pairs(_ volumes: [Double]) -> [(Int, Int, Double)] {
    zip(dyads, volumes).map { dyad, volume in
      let places = members.indices.filter { dyad.contains(members[$0]) }
      return (places.first ?? 0, places.last ?? 0, volume)
    }
  }

  /// A statistic of the pairs' mean volumes, with 4-week blocks drawn for all pairs at once.
  func measurement(
    _ title: String, _ context: MeasureContext, _ statistic: ([Double]) -> Double
  ) throws(StructureError) -> Measurement {
    var options = context.options
    options.block = min(4, options.block)
    let bootstrap = options.bootstrap(over: weeks, name: "hub")
    let means = series.map { Moments.mean($0) }
    let value = statistic(means)
    guard value.isFinite else {
      throw StructureError(
        .notAvailable, "\(title) is undefined: the group has no volume to divide by")
    }
    let rows = bootstrap.means(of: series, threads: options.threads)
    let wide = BlockBootstrap.widening(n: weeks, block: bootstrap.block)
    let draws = (0..<options.draws).map { draw in
      value + wide
        * (statistic(Array(rows[(draw * dyads.count)..<((draw + 1) * dyads.count)])) - value)
    }.filter(\.isFinite)
    guard draws.count == options.draws else {
      throw StructureError(.notAvailable, "\(title) is undefined when weeks are resampled")
    }
    let estimate = BlockBootstrap.estimate(
      value: value, draws: draws, n: weeks,
      method: "\(title) of \(weeks) weeks' volume, bootstrap of \(bootstrap.block)-week blocks")
    return Measurement(
      estimate, parts: zip(dyads, means).map { Measurement.Part($0.description, $1) },
      notes: ["hub \(hub), group \(members.map(\.text).joined(separator: " "))"], draws: draws)
  }
}
