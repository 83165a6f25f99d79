import EntenteStructure
import Foundation
import Testing

@Suite struct PolarityReadings {
  /// Shared capabilities of COW, and its list of majors; nil where they are not at hand.
  static func shared() throws -> (CapabilityTable, MajorPowers, [String: Double])? {
    guard let rows = try ReferenceData.rows("cow/cow_nmc.csv"),
      let majors = try ReferenceData.rows("cow/cow_majors.csv")
    else { return nil }
    let components = CapabilityTable.usualComponents
    var published: [String: Double] = [:]
    let table = rows.map { row in
      let (state, year) = (row["ccode"] ?? "", Int(row["year"] ?? "") ?? 0)
      published["\(state) \(year)"] = Double(row["cinc"] ?? "")
      return CapabilityTable.Row(
        state: state, year: year, values: components.map { Double(row[$0] ?? "") })
    }
    let spells = majors.map {
      MajorPowers.Spell(
        state: $0["ccode"] ?? "", from: Int($0["styear"] ?? "") ?? 0,
        to: Int($0["endyear"] ?? "") ?? 0)
    }
    return (CapabilityTable(components: components, rows: table), MajorPowers(spells), published)
  }

  static let isShared = (try? shared()) != nil

  @Test(
    .enabled(
      if: isShared,
      "the shared COW data are not at hand: ../shared/data, or where ENTENTE_SHARED_DATA says"))
  func `the index is the published one in all 17,121 rows`() throws {
    let (table, _, published) = try #require(try Self.shared())
    var count = 0
    var worst = 0.0
    for year in table.years {
      let index = try table.index(in: year)
      #expect(index.statesWithoutValue.isEmpty)
      for (state, value) in zip(index.states, index.values) {
        worst = max(worst, abs(value - (published["\(state) \(year)"] ?? .infinity)))
        count += 1
      }
    }
    #expect(count == 17_121)
    #expect(worst < 2.5e-8, "\(worst)")
  }

  /// Computed in the method note from NMC 7.0 with a program of its own; CON of the system, number of
  /// states, HHI, CON of the majors, number of majors.
  @Test(
    .enabled(
      if: isShared,
      "the shared COW data are not at hand: ../shared/data, or where ENTENTE_SHARED_DATA says"),
    arguments: [
      (1816, 0.3458, 23, 0.1578, 0.3016, 5), (1850, 0.3456, 39, 0.1420, 0.2908, 5),
      (1871, 0.3113, 36, 0.1220, 0.2507, 6), (1913, 0.3000, 44, 0.1107, 0.2135, 8),
      (1938, 0.2986, 66, 0.1030, 0.2168, 7), (1946, 0.4098, 66, 0.1805, 0.3952, 4),
      (1960, 0.3030, 107, 0.1003, 0.2862, 5), (1991, 0.2234, 177, 0.0553, 0.2671, 7),
      (2016, 0.2827, 195, 0.0846, 0.4659, 7), (2022, 0.2840, 195, 0.0854, 0.4838, 7),
    ])
  func `ten reference years come out to all digits given`(
    year: Int, con: Double, states: Int, herfindahl: Double, majorCon: Double, majors: Int
  ) throws {
    let (table, powers, _) = try #require(try Self.shared())
    let system = PolarityReading(try table.index(in: year))
    let major = PolarityReading(try table.index(in: year, among: powers.members(in: year)))
    #expect(system.states == states && major.states == majors)
    #expect(abs(system.concentration.value - con) < 0.00005001)
    #expect(abs(system.herfindahl.value - herfindahl) < 0.00005001)
    #expect(abs(major.concentration.value - majorCon) < 0.00005001)
  }

  static func table(_ rows: [[Double?]]) -> CapabilityTable {
    CapabilityTable(
      components: ["milex", "tpop"],
      rows: rows.enumerated().map {
        CapabilityTable.Row(state: "S\($0)", year: 2000, values: $1)
      })
  }

  @Test func `equals give N poles and no concentration`() throws {
    let reading = PolarityReading(
      try Self.table([[5, 9], [5, 9], [5, 9], [5, 9]]).index(in: 2000))
    #expect(abs(reading.effectivePoles.value - 4) < 1e-12)
    #expect(reading.concentration.value < 1e-7 && reading.powerClass == .multipolar)
  }

  @Test
  func `a missing component is left out of the state's mean, and the range says what it does`()
    throws
  {
    // By hand: shares of milex 0.75, 0.25 among those with a value; of tpop 0.2, 0.3, 0.5.
    let index = try Self.table([[30, 20], [10, 30], [nil, 50]]).index(in: 2000)
    #expect(zip(index.values, [0.475, 0.275, 0.5]).allSatisfy { abs($0 - $1) < 1e-12 })
    let reading = PolarityReading(index)
    #expect(reading.poles.first?.state == "S2" && reading.poles.first?.missing == ["milex"])
    #expect(reading.poles.first?.components.map(\.name) == ["tpop"])
    // Without tpop the third state has nothing left: that leaves one range short of two.
    #expect(reading.herfindahl.low == nil)
  }

  @Test func `the range holds the value of every leave-one-out index`() throws {
    let reading = PolarityReading(
      try Self.table([[80, 10], [10, 10], [5, 40], [5, 40]]).index(in: 2000))
    let low = try #require(reading.herfindahl.low)
    let high = try #require(reading.herfindahl.high)
    // By hand: milex alone .655, tpop alone .34.
    #expect(abs(low - 0.34) < 1e-12 && abs(high - 0.655) < 1e-12)
    #expect(Set(reading.classesLeavingOneOut) == [.unipolar, .bipolar])
  }

  @Test func `a state without any capability is named and not counted`() throws {
    let index = try Self.table([[1, 1], [1, 2], [nil, nil]]).index(in: 2000)
    #expect(index.states == ["S0", "S1"] && index.statesWithoutValue == ["S2"])
    #expect(throws: StructureError.self) { try Self.table([[1, 1], [nil, nil]]).index(in: 2000) }
    #expect(throws: StructureError.self) { try Self.table([[1, 1], [1, 2]]).index(in: 1999) }
  }

  @Test func `scaling a component changes nothing`() throws {
    let one = PolarityReading(try Self.table([[3, 20], [1, 30], [7, 50]]).index(in: 2000))
    let two = PolarityReading(try Self.table([[3e6, 20], [1e6, 30], [7e6, 50]]).index(in: 2000))
    #expect(abs(one.herfindahl.value - two.herfindahl.value) < 1e-12)
  }

  @Test func `thresholds of the classes`() {
    #expect(PowerClass(of: [0.5, 0.3, 0.2]) == .unipolar)
    #expect(PowerClass(of: [0.48, 0.28, 0.24]) == .bipolar)
    #expect(PowerClass(of: [0.4, 0.24, 0.2, 0.16]) == .multipolar)
  }

  @Test func `polarisation is 1 for two halves at the ends, 0 in one place, less in between`()
    throws
  {
    func index(_ weights: [Double], _ positions: [Double], _ alpha: Double = 1) throws -> Double {
      try Polarisation.index(weights: weights, positions: positions, alpha: alpha)
    }
    for alpha in [0.3, 1, 1.6] {
      #expect(abs(try index([2, 2], [-1, 4], alpha) - 1) < 1e-12)
      // Camps, not states: splitting a half changes nothing.
      #expect(abs(try index([1, 1, 2], [-1, -1, 4], alpha) - 1) < 1e-12)
      #expect(try index([1, 1, 1], [2, 2, 2], alpha) == 0)
      #expect(try index([1, 1, 1], [0, 1, 2], alpha) < 1)
      #expect(try index([3, 1], [0, 1], alpha) < 1)
    }
    // By hand, alpha 1: 4 (1/3)³ (1 + 1 + 2) 2 / 2 = 16/27.
    #expect(abs(try index([1, 1, 1], [0, 1, 2]) - 16.0 / 27) < 1e-12)
    #expect(throws: StructureError.self) { try index([1], [0]) }
    #expect(throws: StructureError.self) { try index([1, 1], [0, 1], 1.7) }
  }
}
