import EntenteExcitation
import EntenteNumerics
import Foundation
import Testing

struct RichardsonModelTests {
  @Test func `intervals cover what was planted`() throws {
    // Reactions 0.25 and 0.1, fatigue 0.4 and 0.3.
    let truth = [(0.25, 0.4), (0.1, 0.3)]
    var hits = 0
    var count = 0
    for index in 0..<60 {
      let values = Races.series(
        120, own: [0.6, 0.7], other: [0.25, 0.1], index: index, seed: 41)
      let race = try RichardsonModel(Races.paired(values), Races.options(draws: 199))
      for (side, (a, m)) in zip(race.sides, truth) {
        for (estimate, value) in [(side.reaction, a), (side.fatigue, m), (side.grievance, 0)] {
          let (low, high) = (try #require(estimate.low), try #require(estimate.high))
          count += 1
          if low <= value && value <= high { hits += 1 }
          #expect(low <= high)
        }
      }
    }
    // 360 intervals of 90%, six to a run.
    #expect((0.85...0.95).contains(Double(hits) / Double(count)), "\(hits) of \(count)")
  }

  @Test func `sides that ignore each other are seldom said to react`() throws {
    var alarms = 0
    for index in 0..<80 {
      let values = Races.series(120, own: [0.8, 0.8], other: [0, 0], index: index, seed: 42)
      let race = try RichardsonModel(Races.paired(values), Races.options())
      alarms += race.sides.count { ($0.reaction.low ?? 1) > 0 }
    }
    // The lower end of a 90% interval is a 5% test: 8 of 160 expected.
    #expect(alarms <= 17, "\(alarms) of 160")
  }

  @Test func `a race is called mutual, and a one-sided one is not`() throws {
    var mutual = 0
    var wrong = 0
    for index in 0..<20 {
      let both = Races.series(200, own: [0.5, 0.5], other: [0.3, 0.3], index: index, seed: 43)
      let one = Races.series(200, own: [0.5, 0.5], other: [0.3, 0], index: index, seed: 44)
      let options = Races.options()
      if try RichardsonModel(Races.paired(both), options).dilemma == .mutual { mutual += 1 }
      if try RichardsonModel(Races.paired(one), options).dilemma == .mutual { wrong += 1 }
    }
    #expect(mutual >= 16, "\(mutual) of 20")
    #expect(wrong <= 4, "\(wrong) of 20")
  }

  @Test func `coefficients are those of least squares but for the bias`() throws {
    let values = Races.series(2000, own: [0.6, 0.7], other: [0.25, 0.1], index: 9, seed: 45)
    let race = try RichardsonModel(Races.paired(values), Races.options())
    #expect(abs(race.sides[0].reaction.value - 0.25) < 0.05)
    #expect(abs(race.sides[0].fatigue.value - 0.4) < 0.05)
    #expect(abs(race.sides[1].reaction.value - 0.1) < 0.05)
    // The eigenvalue of [[0.6, 0.25], [0.1, 0.7]].
    #expect(abs(race.radius - 0.8158) < 0.04)
    #expect(race.sides.allSatisfy { abs($0.residualCorrelation) < 0.08 })
  }

  @Test func `a report corrects for the number of directions and keeps what it skips`() throws {
    let one = try Races.paired(
      Races.series(150, own: [0.5, 0.5], other: [0, 0.4], index: 1, seed: 46))
    let values = Races.series(60, own: [0.5, 0.2], other: [0, 0], index: 3, seed: 37)
    let copy = try Races.paired([values[0], values[0]])
    var options = Races.options(draws: 199)
    options.controls = 99
    let report = LeadReport([one, copy], options)
    #expect(report.pairs.count == 1 && report.skipped.count == 1)
    #expect(report.pairs[0].directions.allSatisfy { $0.adjustedP >= $0.bootstrapP })
    #expect(report.pairs[0].verdict == .firstLeads)
    let data = try JSONEncoder().encode(report)
    #expect(try JSONDecoder().decode(LeadReport.self, from: data).pairs.count == 1)
  }
}
