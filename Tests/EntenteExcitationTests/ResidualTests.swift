import EntenteExcitation
import EntenteNumerics
import Foundation
import Testing

struct ResidualTests {
  @Test(arguments: [8, 50, 400])
  func `p-values are level where the exponential is true`(n: Int) throws {
    var stream = RandomStream(seed: 13, name: "ks", index: n)
    let p = try (0..<2000).map { _ in
      try #require(KolmogorovSmirnov(exponential: (0..<n).map { _ in stream.exponential() })).pValue
    }
    #expect((0.03...0.07).contains(Double(p.count { $0 < 0.05 }) / 2000))
    #expect((0.45...0.55).contains(Double(p.count { $0 < 0.5 }) / 2000))
  }

  @Test func `the distance is that of the definition`() throws {
    // One value at the median: the distribution steps from 0 to 1 at 1/2.
    #expect(abs(try #require(KolmogorovSmirnov(exponential: [log(2)])).distance - 0.5) < 1e-12)
    #expect(KolmogorovSmirnov(exponential: []) == nil)
  }

  @Test(arguments: HawkesOptions.Link.allCases)
  func `true intensities leave independent exponential gaps`(link: HawkesOptions.Link) throws {
    let weights = link == .linear ? [[0.3, 0.2], [0.4, 0.1]] : [[0.3, -0.5], [0.4, -0.2]]
    let model = try Processes.model([0.4, 0.3], weights, link: link)
    var low = 0
    for index in 0..<60 {
      let (events, _) = try Processes.events(model, to: 600, seed: 14, index: index)
      let rescaled = try TimeRescaling(events, model)
      #expect(rescaled.gaps.map(\.count) == events.counts)
      let test = try #require(KolmogorovSmirnov(exponential: rescaled.gaps.flatMap { $0 }))
      if test.pValue < 0.1 { low += 1 }
      let gaps = rescaled.gaps[0]
      let mean = Moments.mean(gaps)
      let correlation =
        zip(gaps, gaps.dropFirst()).reduce(0) { $0 + ($1.0 - mean) * ($1.1 - mean) }
        / (Double(gaps.count) * Moments.variance(gaps))
      #expect(abs(correlation) < 4.5 / Double(gaps.count).squareRoot())
    }
    #expect((1...14).contains(low), "\(low) of 60 below 0.1")
  }

  @Test func `constant rates are refused where events excite each other`() throws {
    let model = try Processes.model([0.2], [[0.7]])
    let (events, _) = try Processes.events(model, to: 2000, seed: 15)
    let flat = try Processes.model([Double(events.count) / 2000], [[0]])
    let wrong = try TimeRescaling(events, flat).gaps[0]
    #expect(try #require(KolmogorovSmirnov(exponential: wrong)).pValue < 1e-6)
    let options = Processes.options()
    let test = try ResidualTest(try HawkesEstimator.fit(events, options), options, draws: 39)
    let all = try #require(test.rows.last)
    #expect(all.label == nil && all.n == events.count && test.draws == 39)
    #expect(try #require(all.bootstrapP) > 0.02)
    #expect(try #require(all.asymptoticP) > 0.02)
  }

  @Test func `bootstrap p-values do not depend on the number of threads`() throws {
    let (events, _) = try Processes.events(Processes.pair(), to: 200, seed: 16)
    let p = try [1, 3].map { threads in
      var options = Processes.options()
      options.threads = threads
      let fit = try HawkesEstimator.fit(events, options)
      return try ResidualTest(fit, options, draws: 19).rows.map(\.bootstrapP)
    }
    #expect(p[0] == p[1])
  }
}
