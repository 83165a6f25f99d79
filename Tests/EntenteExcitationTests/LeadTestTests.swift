import EntenteExcitation
import EntenteNumerics
import Foundation
import Testing

/// Two series made up to order.
enum Races {
  /// First-order series with weights of the other's past at a lag, and shocks that share a part.
  static func series(
    _ count: Int, own: [Double], other: [Double], lag: Int = 1, shared: Double = 0, index: Int,
    seed: UInt64
  ) -> [[Double]] {
    var stream = RandomStream(seed: seed, name: "races", index: index)
    var values = [[Double]](repeating: [Double](repeating: 0, count: count + 100), count: 2)
    for t in lag..<(count + 100) {
      let common = stream.normal()
      for side in 0..<2 {
        let shock = shared.squareRoot() * common + (1 - shared).squareRoot() * stream.normal()
        values[side][t] =
          own[side] * values[side][t - 1] + other[side] * values[1 - side][t - lag] + shock
      }
    }
    return values.map { Array($0[100...]) }
  }

  static func paired(_ values: [[Double]]) throws -> PairedSeries {
    try PairedSeries(names: ["x", "y"], values: values.map { $0.map { Optional($0) } })
  }

  static func options(draws: Int = 99, lags: Int? = nil) -> LeadOptions {
    var options = LeadOptions()
    options.draws = draws
    options.lags = lags
    options.controls = 19
    return options
  }
}

struct LeadTestTests {
  /// Residual sum of squares by the normal equations, columns given one by one.
  private func squares(_ y: [Double], _ columns: [[Double]]) throws -> Double {
    let k = columns.count
    var gram = [Double](repeating: 0, count: k * k)
    var right = [Double](repeating: 0, count: k)
    for a in 0..<k {
      right[a] = zip(columns[a], y).reduce(0) { $0 + $1.0 * $1.1 }
      for b in 0..<k {
        gram[a * k + b] = zip(columns[a], columns[b]).reduce(0) { $0 + $1.0 * $1.1 }
      }
    }
    let inverse = try #require(LinearAlgebra.inverse(positiveDefinite: gram, size: k)).inverse
    let solution = LinearAlgebra.multiply(inverse, rows: k, columns: k, right)
    return y.indices.reduce(0) { total, t in
      let e = y[t] - (0..<k).reduce(0) { $0 + columns[$1][t] * solution[$1] }
      return total + e * e
    }
  }

  @Test(arguments: 1...4)
  func `the statistic is F of its definition`(lags: Int) throws {
    let values = Races.series(
      90, own: [0.5, 0.3], other: [0.2, 0.1], index: lags, seed: 31)
    let test = try LeadTest(Races.paired(values), Races.options(draws: 19, lags: lags))
    for (leader, direction) in test.directions.enumerated() {
      let (own, other) = (values[1 - leader], values[leader])
      let rows = lags..<90
      let mine = [rows.map { _ in 1.0 }] + (1...lags).map { l in rows.map { own[$0 - l] } }
      let theirs = (1...lags).map { l in rows.map { other[$0 - l] } }
      let y = Array(own[lags...])
      let (less, more) = (try squares(y, mine), try squares(y, mine + theirs))
      let f = (less - more) / Double(lags) / (more / Double(90 - lags - 2 * lags - 1))
      #expect(abs(direction.statistic - f) < 1e-8 * f)
    }
    #expect(test.rows == 90 - lags)
  }

  @Test(arguments: [0.0, 0.5, 0.8, 0.95])
  func `independent series that remember themselves give few false alarms`(memory: Double) throws {
    var alarms = 0
    for index in 0..<60 {
      let values = Races.series(
        150, own: [memory, memory], other: [0, 0], index: index, seed: 32)
      let test = try LeadTest(Races.paired(values), Races.options())
      alarms += test.directions.count { $0.bootstrapP <= 0.05 }
    }
    // 120 directions at 5%: 6 expected, more than 13 once in 200.
    #expect(alarms <= 13, "\(alarms) of 120")
  }

  @Test func `shocks that both feel at once are no lead`() throws {
    var alarms = 0
    for index in 0..<60 {
      let values = Races.series(
        150, own: [0.6, 0.6], other: [0, 0], shared: 0.7, index: index, seed: 33)
      let test = try LeadTest(Races.paired(values), Races.options())
      #expect(test.simultaneous > 0.4)
      alarms += test.directions.count { $0.bootstrapP <= 0.05 }
    }
    #expect(alarms <= 13, "\(alarms) of 120")
  }

  @Test func `a planted lead is found, one way and at its lag`() throws {
    var found = 0
    var backward = 0
    for index in 0..<30 {
      // y follows x after 2 periods.
      let values = Races.series(
        200, own: [0.5, 0.5], other: [0, 0.35], lag: 2, index: index, seed: 34)
      let test = try LeadTest(Races.paired(values), Races.options())
      let there = test.directions[0]
      if there.bootstrapP <= 0.05, there.controlP <= 0.1 { found += 1 }
      if test.directions[1].bootstrapP <= 0.05 { backward += 1 }
      #expect(test.lags >= 2)
      let strongest = there.coefficients.max { $0.value / $0.error < $1.value / $1.error }
      #expect(strongest?.lag == 2)
    }
    #expect(found >= 26, "\(found) of 30")
    #expect(backward <= 6, "\(backward) of 30")
  }

  @Test func `units and threads change nothing`() throws {
    let values = Races.series(120, own: [0.5, 0.2], other: [0.2, 0.1], index: 1, seed: 35)
    let test = try LeadTest(Races.paired(values), Races.options())
    let scaled = try LeadTest(
      Races.paired([values[0].map { 40 * $0 - 7 }, values[1].map { 0.01 * $0 }]), Races.options())
    var options = Races.options()
    options.threads = 3
    let threaded = try LeadTest(Races.paired(values), options)
    for k in 0..<2 {
      let (a, b) = (test.directions[k], scaled.directions[k])
      #expect(abs(a.statistic - b.statistic) < 1e-7 * a.statistic)
      #expect(abs(a.bootstrapP - b.bootstrapP) < 0.021)
      #expect(abs(a.total.value - b.total.value) < 1e-8)
      #expect(threaded.directions[k].bootstrapP == a.bootstrapP)
    }
  }

  @Test func `missing periods are left out with what depends on them`() throws {
    let values = Races.series(120, own: [0.5, 0.2], other: [0.2, 0.1], index: 2, seed: 36)
    var holed = values.map { $0.map { Optional($0) } }
    holed[0][50] = nil
    holed[1][80] = nil
    let test = try LeadTest(
      try PairedSeries(names: ["x", "y"], values: holed), Races.options(lags: 2))
    #expect(test.rows == 118 - 6)
    #expect(test.directions.allSatisfy { $0.statistic.isFinite && $0.bootstrapP > 0 })
  }

  @Test func `a level of its own after a gap is no lead once stretches are centred`() throws {
    var (plain, centred) = (0, 0)
    for index in 0..<40 {
      let values = Races.series(160, own: [0.3, 0.3], other: [0, 0], index: index, seed: 38)
      let holed = values.map { series in
        series.enumerated().map { t, value in
          (70..<90).contains(t) ? nil : t < 70 ? value : value + 5
        }
      }
      let pair = try PairedSeries(names: ["x", "y"], values: holed)
      func alarms(_ pair: PairedSeries) throws -> Int {
        try LeadTest(pair, Races.options(lags: 1)).directions.count { $0.bootstrapP <= 0.05 }
      }
      plain += try alarms(pair)
      centred += try alarms(try pair.centred())
    }
    #expect(centred <= 11, "\(centred) of 80")
    #expect(plain > centred + 10, "\(plain) against \(centred)")
  }

  @Test func `centring parts at gaps, leaves out short stretches and keeps single holes`() throws {
    var values: [Double?] = (0..<60).map { Double($0 % 7) }
    for t in 20..<24 { values[t] = nil }  // A gap of four.
    values[40] = nil  // One hole.
    for t in 48..<60 where t != 59 { values[t] = nil }
    let pair = try PairedSeries(
      names: ["x", "y"], values: [values, values.map { $0.map { -$0 } }])
    let centred = try pair.centred()
    for (side, sign) in [(0, 1.0), (1, -1.0)] {
      let (first, second) = (centred.values[side][0..<20], centred.values[side][24..<48])
      for part in [first, second] {
        let known = part.compactMap { $0 }
        #expect(abs(known.reduce(0, +)) < 1e-9)
      }
      #expect(centred.values[side][40] == nil && centred.values[side][59] == nil)
      #expect(centred.values[side][1] == (centred.values[side][0] ?? 0) + sign)
    }
  }

  @Test func `series that cannot be tested are told`() throws {
    let values = Races.series(60, own: [0.5, 0.2], other: [0, 0], index: 3, seed: 37)
    #expect(throws: ExcitationError.self) {
      try Races.paired([values[0], values[0].map { _ in 1 }])
    }
    #expect(throws: ExcitationError.self) {
      try Races.paired([values[0], values[0].map { _ in .infinity }])
    }
    #expect(throws: ExcitationError.self) { try Races.paired(values.map { Array($0.prefix(12)) }) }
    #expect(throws: ExcitationError.self) {
      try LeadTest(Races.paired(values), Races.options(lags: 20))
    }
    #expect(throws: ExcitationError.self) {
      try LeadTest(Races.paired([values[0], values[0]]), Races.options())
    }
  }
}
