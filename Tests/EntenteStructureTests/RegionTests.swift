import EntenteNumerics
import EntenteRecord
import EntenteStructure
import Foundation
import Testing

/// Made-up volumes of many states of different size.
struct MadeUpVolumes {
  /// - Parameter boost: how many times more the states 0...4 deal with each other.
  static func make(
    states n: Int, weeks: Int = 60, boost: Double = 1, seed: UInt64 = 1
  ) -> DyadVolumes {
    var stream = RandomStream(seed: seed, name: "made-up-volumes")
    let sizes = (0..<n).map { _ in exp(1.2 * stream.normal()) }
    let monday = Day(number: 18_266).monday
    var rows: [DyadVolumes.Row] = []
    for week in 0..<weeks {
      for i in 0..<n {
        for j in 0..<i where stream.uniform() < 0.5 {
          let mean = 10 * sizes[i] * sizes[j] * (i < 5 && j < 5 ? boost : 1)
          rows.append(
            DyadVolumes.Row(
              week: monday.adding(days: 7 * week), first: Int32(i), second: Int32(j),
              score: mean * stream.exponential() * (stream.uniform() < 0.4 ? -1 : 1)))
        }
      }
    }
    return DyadVolumes(states: (0..<n).map { "S\($0)" }, rows: rows)
  }

  static func window(_ volumes: DyadVolumes) throws -> VolumeWindow {
    try volumes.window(
      try #require(
        Span(from: volumes.weeks[0], to: volumes.weeks[volumes.weeks.count - 1].adding(days: 6))))
  }

  static let five = ["S0", "S1", "S2", "S3", "S4"]
}

@Suite struct RegionReadings {
  @Test func `states that deal by their size alone are no complex; a planted one is`() throws {
    var found = 0
    for seed in 1...20 {
      let plain = try MadeUpVolumes.window(MadeUpVolumes.make(states: 60, seed: UInt64(seed)))
      let reading = try RegionalComplex(of: MadeUpVolumes.five, in: plain, sets: 200)
      if reading.finding == .complex { found += 1 }
      #expect((0.5...1.6).contains(reading.lift.value))
    }
    #expect(found <= 1)
    for seed in 1...5 {
      let linked = try MadeUpVolumes.window(
        MadeUpVolumes.make(states: 60, boost: 6, seed: UInt64(seed)))
      let reading = try RegionalComplex(of: MadeUpVolumes.five, in: linked, sets: 200)
      #expect(reading.finding == .complex && reading.core.count >= 4, "\(seed)")
      #expect((3...7).contains(reading.lift.value))
    }
  }

  @Test func `the order of members and the number of threads change nothing`() throws {
    let volumes = MadeUpVolumes.make(states: 30, boost: 3)
    let one = try MadeUpVolumes.window(volumes)
    let here = try RegionalComplex(of: MadeUpVolumes.five, in: one, outside: "S7", sets: 100)
    let turned = try RegionalComplex(
      of: MadeUpVolumes.five.reversed(), in: one, outside: "S7", sets: 100)
    #expect(abs(here.lift.value - turned.lift.value) < 1e-12)
    #expect(abs(here.conductance.value - turned.conductance.value) < 1e-12)
    let again = try RegionalComplex(
      of: MadeUpVolumes.five, in: one, outside: "S7", sets: 100,
      options: StructureOptions(draws: 200, threads: 3))
    #expect(again == here)
    #expect(here.members.allSatisfy { $0.penetration != nil })
  }

  @Test func `distances that explain everything leave no lift beyond them`() throws {
    let linked = try MadeUpVolumes.window(MadeUpVolumes.make(states: 40, boost: 6))
    let near = Set(MadeUpVolumes.five)
    let reading = try RegionalComplex(
      of: MadeUpVolumes.five, in: linked,
      distances: DistanceBins { near.contains($0) && near.contains($1) ? 100 : 5000 }, sets: 100)
    #expect(abs((reading.liftBeyondDistance?.value ?? 0) - 1) < 0.01)
    let blind = try RegionalComplex(
      of: MadeUpVolumes.five, in: linked, distances: DistanceBins { _, _ in nil }, sets: 100)
    #expect(abs((blind.liftBeyondDistance?.value ?? 0) - blind.lift.value) < 1e-3)
  }

  @Test func `what cannot be read is told`() throws {
    let window = try MadeUpVolumes.window(MadeUpVolumes.make(states: 10, weeks: 8))
    for members in [["S1"], ["S1", "S1"], [], ["S1", "nobody"]] {
      #expect(throws: StructureError.self) { try RegionalComplex(of: members, in: window) }
    }
    #expect(throws: StructureError.self) {
      try RegionalComplex(of: ["S1", "S2"], in: window, outside: "nobody")
    }
    let short = MadeUpVolumes.make(states: 10, weeks: 5)
    #expect(throws: StructureError.self) { try MadeUpVolumes.window(short) }
    let whole = try RegionalComplex(
      of: window.states, in: window, sets: 100)
    #expect(whole.conductance.value == 0 && abs(whole.lift.value - 1) < 1e-9)
  }

  @Test func `ten thousand sets of like members on 200 states take a moment`() throws {
    let window = try MadeUpVolumes.window(MadeUpVolumes.make(states: 200, weeks: 40))
    let took = try ContinuousClock().measure {
      _ = try RegionalComplex(
        of: MadeUpVolumes.five, in: window, sets: 10_000,
        options: StructureOptions(draws: 200, threads: 2))
    }
    // Well under a second; generous, so that a busy machine does not fail it.
    #expect(took < .seconds(6))
  }
}

@Suite struct HubReadings {
  @Test func `a star is centralised, a ring of equals is not`() {
    let star = [(0, 1, 4.0), (0, 2, 4.0), (0, 3, 4.0), (1, 2, 0), (1, 3, 0), (2, 3, 0)]
    #expect(HubStatistics.centralisation(star, count: 4) == 1)
    #expect(HubStatistics.spokeRatio(star, hub: 0) == 0 && HubStatistics.share(star, hub: 0) == 1)
    let equal = star.map { ($0.0, $0.1, 2.5) }
    #expect(HubStatistics.centralisation(equal, count: 4) == 0)
    #expect(
      HubStatistics.spokeRatio(equal, hub: 1) == 1 && HubStatistics.share(equal, hub: 1) == 0.5)
    let none = star.map { ($0.0, $0.1, 0.0) }
    #expect(HubStatistics.centralisation(none, count: 4).isNaN)
    #expect(HubStatistics.spokeRatio(none, hub: 0).isNaN && HubStatistics.share(none, hub: 0).isNaN)
  }

  @Test func `a group is read with intervals, and what is wrong is told`() throws {
    let window = try MadeUpVolumes.window(MadeUpVolumes.make(states: 12))
    let reading = try HubReading(of: ["S0", "S1", "S2"], hub: "S1", in: window)
    #expect(reading.pairs.count == 3 && reading.weeks == 60)
    let share = try #require(reading.hubShare.low)
    #expect(share < reading.hubShare.value && reading.hubShare.value < reading.hubShare.high ?? 0)
    let again = try HubReading(
      of: ["S0", "S1", "S2"], hub: "S1", in: window,
      options: StructureOptions(draws: 200, threads: 3))
    #expect(again == reading)
    for (members, hub) in [
      (["S0", "S1"], "S0"), (["S0", "S1", "S1"], "S0"), (["S0", "S1", "S2"], "S3"),
      (["S0", "S1", "nobody"], "S0"),
    ] {
      #expect(throws: StructureError.self) { try HubReading(of: members, hub: hub, in: window) }
    }
  }

  @Test func `a case can name evidence for every point and no other`() {
    #expect(
      InstitutionDeclaration.pointNames == Institutionalisation.Point.allCases.map(\.rawValue))
  }

  @Test func `a point holds by its evidence, meetings only while they recur`() throws {
    func day(_ text: String) throws -> Day { try #require(Day(text)) }
    let evidence = [
      Institutionalisation.Evidence(point: .leaders, id: "hamburg", from: try day("2017-07-06")),
      Institutionalisation.Evidence(
        point: .leaders, id: "camp-david", from: try day("2023-08-18")),
      Institutionalisation.Evidence(point: .leaders, id: "lima", from: try day("2024-11-15")),
      Institutionalisation.Evidence(
        point: .consultation, id: "commitment", from: try day("2023-08-18")),
      Institutionalisation.Evidence(
        point: .dataLink, id: "trial", from: try day("2018-01-01"), to: try day("2019-01-01")),
    ]
    func index(_ text: String) throws -> Institutionalisation {
      Institutionalisation(on: try day(text), evidence: evidence)
    }
    #expect(try index("2017-12-31").index == 0)
    #expect(try index("2018-06-01").index == 1)
    #expect(try index("2023-12-31").index == 1)
    let last = try index("2024-11-15")
    #expect(last.index == 2)
    #expect(last.points[0].holds && last.points[0].evidence == ["camp-david", "lima"])
    #expect(last.points.count == 8 && last.points.allSatisfy { !$0.holds || !$0.evidence.isEmpty })
  }
}

@Suite struct Dependence {
  typealias Row = TradeFlows.Row

  @Test func `shares, salience and symmetry by hand`() {
    let flows = TradeFlows(
      [
        Row(from: "A", to: "B", year: 2000, flow: "export", value: 30, total: 100),
        Row(from: "A", to: "B", year: 2000, flow: "import", value: 10, total: 60),
        Row(from: "B", to: "A", year: 2000, flow: "export", value: 12, total: 400),
        Row(from: "B", to: "A", year: 2000, flow: "import", value: 28, total: 600),
        Row(from: "A", to: "C", year: 2000, flow: "export", value: 5, total: 100),
      ], products: [("A", 2000, 1000), ("B", 2000, 8000)])
    let pair = TradeInterdependence("A", "B", in: 2000, of: flows)
    #expect(pair.firstShare == 0.25 && pair.secondShare == 0.04)
    #expect(abs((pair.salience ?? 0) - 0.1) < 1e-12)
    #expect(abs((pair.symmetry ?? 0) - 0.79) < 1e-12)
    #expect(abs((pair.interdependence ?? 0) - 0.079) < 1e-12)
    #expect(pair.lowerOfProducts == 0.005)
    let back = TradeInterdependence("B", "A", in: 2000, of: flows)
    #expect(back.salience == pair.salience && back.symmetry == pair.symmetry)
    // A missing flow is not zero.
    let half = TradeInterdependence("A", "C", in: 2000, of: flows)
    #expect(half.firstShare == nil && half.salience == nil)
    #expect(TradeInterdependence("A", "B", in: 1999, of: flows).firstShare == nil)
  }

  @Test func `concentration is bounded by what is not reported`() throws {
    let rows = [
      Row(from: "A", to: "B", year: 2000, value: 60),
      Row(from: "A", to: "C", year: 2000, value: 20),
      Row(from: "A", to: "WLD", year: 2000, value: 100),
    ]
    let some = try #require(TradeConcentration("A", in: 2000, of: TradeFlows(rows)))
    #expect(some.partners == 2 && abs(some.covered - 0.8) < 1e-12)
    #expect(abs(some.low - 0.4.squareRoot()) < 1e-12)
    #expect(abs(some.high - 0.44.squareRoot()) < 1e-12)
    let all = try #require(
      TradeConcentration(
        "A", in: 2000,
        of: TradeFlows(rows + [Row(from: "A", to: "D", year: 2000, value: 20)])))
    #expect(abs(all.low - all.high) < 1e-12)
    #expect(TradeConcentration("B", in: 2000, of: TradeFlows(rows)) == nil)
  }
}
