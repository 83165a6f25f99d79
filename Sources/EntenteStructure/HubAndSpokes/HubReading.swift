public import EntenteNumerics
import EntenteRecord

/// Hub and spokes in a window of weeks.
///
/// Volume is |score| and no cooperation: a quarrel among spokes raises the ratio as much as a summit.
/// Centralisation divides by the largest volume, which is not smooth: its interval may lie off it.
public struct HubReading: Hashable, Sendable {
  public struct Pair: Hashable, Sendable {
    public let first: String
    public let second: String
    /// Mean weekly volume.
    public let volume: Double
  }

  public let hub: String
  public let weeks: Int
  public let centralisation: Estimate
  public let spokeRatio: Estimate
  public let hubShare: Estimate
  public let pairs: [Pair]

  /// - Parameters:
  ///   - members: at least 3, the hub among them.
  ///   - options: draws, and blocks of at most 4 weeks.
  /// - Throws: `StructureError` with `.tooFew`, `.wrongSubject` for a state that the table lacks,
  ///   `.notAvailable` where there is no volume to divide by, in the weeks or when resampled.
  public init(
    of members: [String], hub: String, in window: VolumeWindow,
    options: StructureOptions = StructureOptions(draws: 200)
  ) throws(StructureError) {
    guard members.count >= 3, Set(members).count == members.count else {
      throw StructureError(
        .tooFew,
        "a hub needs a group of 3 different states, found \(members.joined(separator: " "))")
    }
    guard let centre = members.firstIndex(of: hub) else {
      throw StructureError(.wrongSubject, "the hub \(hub) is no member of the group")
    }
    var indices: [Int] = []
    for member in members {
      guard let index = window.index(of: member) else {
        let near = NearSpelling.of(member, among: window.states)
        throw StructureError(
          .wrongSubject,
          "the table has no state \(member)" + (near.map { "; did you mean \($0)?" } ?? ""))
      }
      indices.append(index)
    }
    let ends = members.indices.flatMap { i in (i + 1..<members.count).map { (i, $0) } }
    let series = window.series(of: ends.map { (indices[$0.0], indices[$0.1]) })
    let weeks = window.weeks.count
    var options = options
    options.block = min(4, options.block)
    let bootstrap = options.bootstrap(over: weeks, name: "hub")
    let rows = bootstrap.means(of: series, threads: options.threads)
    let wide = BlockBootstrap.widening(n: weeks, block: bootstrap.block)
    let means = series.map { Moments.mean($0) }
    let method = "\(weeks) weeks' volume, bootstrap of \(bootstrap.block)-week blocks"
    func estimate(
      _ title: String, _ statistic: ([(Int, Int, Double)]) -> Double
    ) throws(StructureError) -> Estimate {
      let value = statistic(zip(ends, means).map { ($0.0, $0.1, $1) })
      let draws = (0..<options.draws).map { draw -> Double in
        let volumes = rows[(draw * ends.count)..<((draw + 1) * ends.count)]
        return statistic(zip(ends, volumes).map { ($0.0, $0.1, $1) })
      }
      guard value.isFinite, draws.allSatisfy(\.isFinite) else {
        throw StructureError(
          .notAvailable, "\(title) is undefined: the group has no volume to divide by")
      }
      return BlockBootstrap.estimate(
        value: value, draws: draws.map { value + wide * ($0 - value) }, n: weeks, method: method)
    }
    self.hub = hub
    self.weeks = weeks
    centralisation = try estimate("centralisation") {
      HubStatistics.centralisation($0, count: members.count)
    }
    spokeRatio = try estimate("the spoke ratio") { HubStatistics.spokeRatio($0, hub: centre) }
    hubShare = try estimate("the hub's share") { HubStatistics.share($0, hub: centre) }
    pairs = zip(ends, means).map {
      Pair(first: members[$0.0], second: members[$0.1], volume: $1)
    }
  }
}
