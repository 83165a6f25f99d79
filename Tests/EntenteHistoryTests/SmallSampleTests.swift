import EntenteNumerics
import Testing

/// Expected values from SciPy 1.x (`stats.t`, `stats.beta`, `stats.chi2`, `stats.binom`).
@Suite struct `Small samples` {
  @Test(arguments: [
    (0.95, 1, 6.31375151), (0.95, 2.25, 2.71032285), (0.95, 5, 2.01504837),
    (0.05, 5, -2.01504837), (0.5, 5, 0),
  ])
  func `quantiles of Student's t`(probability: Double, degrees: Double, expected: Double) {
    let t = IncompleteBeta.studentQuantile(probability, degrees: degrees)
    #expect(abs(t - expected) < 1e-7)
    #expect(abs(IncompleteBeta.studentCDF(t, degrees: degrees) - probability) < 1e-10)
  }

  @Test func `normal quantile inverts the distribution function`() {
    #expect(abs(Moments.normalQuantile(0.95) - 1.6448536269514722) < 1e-12)
    for p in [1e-6, 0.2, 0.5, 0.9, 0.999] {
      #expect(abs(Moments.normalCDF(Moments.normalQuantile(p)) - p) < 1e-12)
    }
  }

  @Test func `exact interval of a Poisson count`() {
    let ten = PoissonRate.interval(count: 10, exposure: 1)
    #expect(abs(ten.low - 5.425405697) < 1e-7)
    #expect(abs(ten.high - 16.962219236) < 1e-7)
    let none = PoissonRate.interval(count: 0, exposure: 2)
    #expect(none.low == 0)
    #expect(abs(none.high - 2.995732274 / 2) < 1e-8)
  }

  @Test func `ratio of two Poisson counts`() throws {
    let doubled = PoissonRateRatio(
      before: 10, exposureBefore: 1, after: 20, exposureAfter: 1)
    #expect(doubled.ratio == 2)
    #expect(abs(doubled.low - 1.00224773) < 1e-7)
    #expect(abs(try #require(doubled.high) - 4.17308038) < 1e-7)
    #expect(abs(doubled.pValue - 0.0987371467) < 1e-9)
    // Ratio and difference agree on the sign that they exclude.
    #expect(doubled.differenceLow > 0)

    let fromNothing = PoissonRateRatio(before: 0, exposureBefore: 1, after: 3, exposureAfter: 1)
    #expect(fromNothing.ratio == nil && fromNothing.high == nil)
    #expect(abs(fromNothing.low - 0.58328845) < 1e-7)
    #expect(abs(fromNothing.pValue - 0.25) < 1e-9)

    let toNothing = PoissonRateRatio(before: 5, exposureBefore: 1, after: 0, exposureAfter: 1)
    #expect(toNothing.ratio == 0 && toNothing.low == 0)
    #expect(abs(try #require(toNothing.high) - 0.82056420) < 1e-7)

    let silence = PoissonRateRatio(before: 0, exposureBefore: 1, after: 0, exposureAfter: 1)
    #expect(silence.ratio == nil && silence.low == 0 && silence.high == nil)
    #expect(silence.pValue == 1)
  }

  @Test(arguments: [(4, 9), (0, 2), (30, 31)])
  func `exposures scale the ratio`(before: Int, after: Int) throws {
    let plain = PoissonRateRatio(
      before: before, exposureBefore: 1, after: after, exposureAfter: 1)
    let scaled = PoissonRateRatio(
      before: before, exposureBefore: 2, after: after, exposureAfter: 6)
    #expect(abs(scaled.low - plain.low / 3) < 1e-9)
    if let high = plain.high { #expect(abs(try #require(scaled.high) - high / 3) < 1e-9) }
  }

  @Test func `line through points`() throws {
    let exact = try #require(LineFit(x: [0, 1, 2, 3], y: [1, 3, 5, 7], lag: 1))
    #expect(exact.slope == 2 && exact.intercept == 1 && exact.slopeError < 1e-12)
    // Ordinary error by hand: slope .6, residuals .2 -.6 .6 -.2, RSS .8, spread 5.
    let rough = try #require(LineFit(x: [0, 1, 2, 3], y: [1.2, 1, 2.8, 2.6], lag: 0))
    #expect(abs(rough.slope - 0.6) < 1e-12)
    #expect(rough.slopeError >= (0.8 / 2 / 5).squareRoot() - 1e-12)
    #expect(LineFit(x: [1, 1, 1], y: [1, 2, 3], lag: 1) == nil)
    #expect(LineFit(x: [1, 2], y: [1, 2], lag: 1) == nil)
  }

  @Test func `quantile is of type 7`() {
    // R: quantile(c(1, 2, 4, 8), c(.1, .25, .9), type = 7).
    let values = [8.0, 1, 4, 2]
    for (p, expected) in [(0.1, 1.3), (0.25, 1.75), (0.9, 6.8), (0, 1), (1, 8)] {
      #expect(abs(Moments.quantile(p, of: values) - expected) < 1e-12)
    }
  }
}

@Suite struct `Block bootstrap` {
  @Test func `threads change no byte and series share their positions`() {
    var stream = RandomStream(seed: 1, name: "values")
    let values = (0..<50).map { _ in stream.normal() }
    let bootstrap = BlockBootstrap(block: 8, draws: 300, seed: 9, name: "x")
    let one = bootstrap.means(of: [values, values.map { 2 * $0 + 1 }])
    #expect(one == bootstrap.means(of: [values, values.map { 2 * $0 + 1 }], threads: 2))
    for draw in 0..<300 { #expect(abs(2 * one[2 * draw] + 1 - one[2 * draw + 1]) < 1e-9) }
    #expect(BlockBootstrap(block: 8, draws: 300, seed: 10, name: "x").means(of: values) != one)
  }

  @Test func `draws centre on the mean and a constant never moves`() {
    var stream = RandomStream(seed: 2, name: "values")
    let values = (0..<26).map { _ in stream.normal() }
    let bootstrap = BlockBootstrap(block: 8, draws: 4000, seed: 1, name: "x")
    // SD of a draw is about 0.2, of 4000 draws' mean 0.003.
    #expect(abs(Moments.mean(bootstrap.means(of: values)) - Moments.mean(values)) < 0.015)
    #expect(
      bootstrap.means(of: Array(repeating: 3.0, count: 26)).allSatisfy { abs($0 - 3) < 1e-12 })
  }

  @Test(arguments: [(26, 8, 0.0), (26, 8, 0.3), (60, 8, 0.3), (7, 2, 0.0)])
  func `widened intervals cover about nine times in ten`(n: Int, block: Int, rho: Double) {
    let trials = 600
    var covered = 0
    let length = BlockBootstrap.block(preferring: block, for: n)
    let wide = BlockBootstrap.widening(n: n, block: length)
    for trial in 0..<trials {
      var stream = RandomStream(seed: 77, name: "coverage \(n) \(rho)", index: trial)
      var value = stream.normal() / (1 - rho * rho).squareRoot()
      let values = (0..<n).map { _ -> Double in
        value = rho * value + stream.normal()
        return value
      }
      let mean = Moments.mean(values)
      let draws = BlockBootstrap(block: length, draws: 199, seed: UInt64(trial), name: "c")
        .means(of: values).map { mean + wide * ($0 - mean) }
      let low = Moments.quantile(0.05, of: draws)
      let high = Moments.quantile(0.95, of: draws)
      if low < 0, 0 < high { covered += 1 }
    }
    let rate = Double(covered) / Double(trials)
    // Binomial SD .012 around .90; short autocorrelated stretches fall a little below.
    #expect((0.83...0.96).contains(rate), "n \(n), rho \(rho): \(rate)")
  }
}
