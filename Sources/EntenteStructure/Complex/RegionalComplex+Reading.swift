import EntenteNumerics
import EntenteRecord

extension RegionalComplex {
  /// Reads a region in a window of weeks.
  ///
  /// - Parameters:
  ///   - outside: the power whose penetration is measured.
  ///   - sets: how many sets of like members.
  /// - Throws: `StructureError` with `.tooFew` for fewer than 2 members, `.wrongSubject` for a state
  ///   that the table lacks, `.notAvailable` if a member has no volume.
  /// - Complexity: O(sets × members² + draws × states).
  public init(
    of members: [String], in window: VolumeWindow, outside: String? = nil,
    distances: DistanceBins? = nil, sets: Int = 1000,
    options: StructureOptions = StructureOptions(draws: 200)
  ) throws(StructureError) {
    let set = try Self.indices(of: members, in: window)
    let power: Int?
    if let outside { power = try Self.index(of: outside, in: window) } else { power = nil }
    let (x, _) = ExpectedVolume.factors(of: window.volumes)
    let k = set.count
    let pairs = (0..<k).flatMap { i in (i + 1..<k).map { (i, $0) } }

    // Weeks are drawn in blocks, the same for all series: states, pairs within, pairs with the power.
    let bootstrap = options.bootstrap(over: window.weeks.count, name: "region")
    let wide = BlockBootstrap.widening(n: window.weeks.count, block: bootstrap.block)
    let ends = power.map { power in set.filter { $0 != power }.map { ($0, power) } } ?? []
    let series =
      window.stateSeries() + window.series(of: pairs.map { (set[$0.0], set[$0.1]) })
      + window.series(of: ends)
    let rows = bootstrap.means(of: series, threads: options.threads)
    let width = series.count
    let n = window.count
    // Means are the sums over the weeks, and so are factors up to the root.
    let root = Double(window.weeks.count).squareRoot()
    let start = x.map { $0 / root }
    let drawn = Parallel.map(options.draws, threads: options.threads) { draw -> Draw in
      let row = Array(rows[(draw * width)..<((draw + 1) * width)])
      let factors = ExpectedVolume.factors(of: Array(row[..<n]), from: start).x
      return Draw(
        volumes: row, n: n, set: set, pairs: pairs, x: factors, ends: ends.map(\.0))
    }
    let here = Draw(
      volumes: series.map { Moments.mean($0) }, n: n, set: set, pairs: pairs, x: start,
      ends: ends.map(\.0))
    let method =
      "\(window.weeks.count) weeks, bootstrap of \(bootstrap.block)-week blocks, \(options.draws) draws"
    func estimate(_ statistic: (Draw) -> Double) -> Estimate {
      let value = statistic(here)
      return BlockBootstrap.estimate(
        value: value, draws: drawn.map { value + wide * (statistic($0) - value) },
        n: window.weeks.count, method: method)
    }

    let like = LikeMembers(window, members: set)
    let null = like.draws(
      sets, window, factors: x, seed: options.seed, threads: options.threads)
    let lift = estimate(\.lift)
    let conductance = estimate(\.conductance)
    // Rounding must not count a set that is the region itself as smaller.
    let (ownLift, ownConductance) = (here.lift, here.conductance)
    liftPercentile = Proportion(null.map { $0.lift >= ownLift * (1 - 1e-12) })
    conductancePercentile = Proportion(
      null.map { $0.conductance <= ownConductance * (1 + 1e-12) })
    self.members = set.indices.map { m in
      let lift = estimate { $0.memberLifts[m] }
      let end = ends.firstIndex { $0.0 == set[m] }
      return Member(
        state: window.states[set[m]], lift: lift, isCore: lift.value > Self.coreLift,
        penetration: end.map { end in estimate { $0.penetrations[end] } },
        alike: like.pools[m].count)
    }
    weeks = window.weeks.count
    self.lift = lift
    self.conductance = conductance
    liftBeyondDistance = distances.map { distances in
      let fit = distances.expected(window)
      let value = distances.lift(of: set, inside: here.inside * Double(window.weeks.count), fit)
      // The factors of distance are held: their error is small beside that of the few pairs within.
      let draws = drawn.map { value * $0.lift / here.lift }
      return BlockBootstrap.estimate(
        value: value, draws: draws.map { value + wide * ($0 - value) }, n: window.weeks.count,
        method: method + " of the lift, factors of distance held")
    }
    let isComplex =
      liftPercentile.rate <= Self.percentile && lift.low ?? 0 > 1
      && self.members.allSatisfy { $0.lift.value > 1 }
    finding = isComplex ? .complex : .notDistinguishable
    overlaid = self.members.filter { $0.penetration?.value ?? 0 > Self.overlayShare }.map(\.state)
  }

  private static func indices(
    of members: [String], in window: VolumeWindow
  ) throws(StructureError) -> [Int] {
    guard Set(members).count == members.count, members.count >= 2 else {
      throw StructureError(
        .tooFew, "a region needs 2 different states, found \(members.joined(separator: " "))")
    }
    var indices: [Int] = []
    for member in members { indices.append(try index(of: member, in: window)) }
    return indices
  }

  private static func index(
    of state: String, in window: VolumeWindow
  ) throws(StructureError) -> Int {
    guard let index = window.index(of: state) else {
      let near = NearSpelling.of(state, among: window.states)
      throw StructureError(
        .wrongSubject,
        "the table has no state \(state)" + (near.map { "; did you mean \($0)?" } ?? ""))
    }
    guard window.volumes[index] > 0 else {
      throw StructureError(
        .notAvailable, "\(state) deals with nobody in these weeks: no lift can be told")
    }
    return index
  }
}

/// The statistics of a region in one resample of the weeks.
private struct Draw: Sendable {
  let lift: Double
  let inside: Double
  let conductance: Double
  let memberLifts: [Double]
  let penetrations: [Double]

  /// - Parameters:
  ///   - volumes: means of states' volumes, of pairs within, of pairs with the outside power.
  ///   - ends: the members that have a pair with the power, in order.
  init(
    volumes: [Double], n: Int, set: [Int], pairs: [(Int, Int)], x: [Double], ends: [Int]
  ) {
    var inside = [Double](repeating: 0, count: set.count)
    var expected = inside
    for (p, pair) in pairs.enumerated() {
      let volume = volumes[n + p]
      let chance = x[set[pair.0]] * x[set[pair.1]]
      for m in [pair.0, pair.1] {
        inside[m] += volume
        expected[m] += chance
      }
    }
    func ratio(_ a: Double, _ b: Double) -> Double { b > 0 ? a / b : 0 }
    let (all, chance) = (inside.reduce(0, +), expected.reduce(0, +))
    let whole = volumes[..<n].reduce(0, +)
    let own = set.reduce(0) { $0 + volumes[$1] }
    lift = ratio(all, chance)
    self.inside = all
    let smaller = min(own, whole - own)
    conductance = smaller > 1e-12 * whole ? (own - all) / smaller : 0
    memberLifts = set.indices.map { ratio(inside[$0], expected[$0]) }
    penetrations = ends.enumerated().map { ratio(volumes[n + pairs.count + $0], volumes[$1]) }
  }
}
