import EntenteExcitation
import EntenteNumerics
import Foundation
import Testing

/// Draws have the moments that theory gives, and fits recover what was planted.
struct SimulationTests {
  @Test func `the mean rate is the baseline over what is not triggered`() throws {
    let model = try Processes.pair()
    var counts = [0.0, 0.0]
    for index in 0..<40 {
      let (events, drawn) = try Processes.events(model, to: 500, seed: 7, index: index)
      for (i, count) in events.counts.enumerated() { counts[i] += Double(count) / (40 * 500) }
      #expect(zip(drawn.times, drawn.times.dropFirst()).allSatisfy { $0 <= $1 })
      for (k, parent) in drawn.parents.enumerated() {
        if let parent { #expect(parent < k && drawn.times[parent] < drawn.times[k]) }
      }
    }
    // (I − A)⁻¹ μ = [0.9·0.2 + 0.2·0.1, 0.4·0.2 + 0.7·0.1]/0.55.
    #expect(abs(counts[0] - 0.2 / 0.55) < 0.02)
    #expect(abs(counts[1] - 0.15 / 0.55) < 0.02)
  }

  @Test func `thinning and clusters draw the same process`() throws {
    let (baseline, weights) = ([0.2, 0.1], [[0.3, 0.2], [0.4, 0.1]])
    var totals: [[Double]] = [[], []]
    for index in 0..<200 {
      for (way, link) in [HawkesOptions.Link.linear, .rectified].enumerated() {
        let model = try Processes.model(baseline, weights, link: link)
        let (events, _) = try Processes.events(model, to: 200, seed: 8, index: 2 * index + way)
        totals[way].append(Double(events.count))
      }
    }
    let (a, b) = (Moments.mean(totals[0]), Moments.mean(totals[1]))
    let spread = (Moments.variance(totals[0]) + Moments.variance(totals[1])) / 200
    #expect(abs(a - b) < 4 * spread.squareRoot())
    #expect(abs(log(Moments.variance(totals[0]) / Moments.variance(totals[1]))) < 0.6)
  }

  @Test func `one seed gives the same events and another seed others`() throws {
    let model = try Processes.pair()
    let first = try Processes.events(model, to: 300, seed: 9).0
    #expect(try Processes.events(model, to: 300, seed: 9).0 == first)
    #expect(try Processes.events(model, to: 300, seed: 10).0 != first)
  }

  @Test func `an explosive process is stopped with advice`() throws {
    let model = try Processes.model([1], [[1.5]])
    var stream = RandomStream(seed: 1, name: "explosive")
    #expect {
      try HawkesSimulation(model, start: 0, end: 1e6, stream: &stream, limit: 10_000)
    } throws: { error in
      (error as? ExcitationError)?.code == .explosive && "\(error)".contains("shorter window")
    }
  }

  /// Short version; `make calibration` runs 200.
  @Test func `intervals of two standard errors cover what was planted`() throws {
    let truth = try Processes.pair()
    let values = [truth.baseline[0], truth.baseline[1]] + truth.weights.flatMap { $0 } + [1.0]
    let radius = truth.spectralRadius.value
    var hits = 0
    var count = 0
    var radiusHits = 0
    for index in 0..<50 {
      let (events, _) = try Processes.events(truth, to: 2000, seed: 11, index: index)
      let fit = try HawkesEstimator.fit(events, Processes.options())
      let estimates =
        fit.model.baseline + fit.model.weights.flatMap { $0 } + [fit.model.kernel.values[0]]
      let errors = fit.baselineErrors + fit.branchingErrors.flatMap { $0 } + [fit.kernelErrors[0]]
      for (k, value) in values.enumerated() {
        guard let error = errors[k] else { continue }
        count += 1
        if abs(estimates[k] - value) < 1.645 * error { hits += 1 }
      }
      let error = try #require(fit.spectralRadiusError)
      if abs(fit.spectralRadius - radius) < 1.645 * error { radiusHits += 1 }
    }
    // 350 intervals of 90%, seven to a run: 87 to 93% in the long, ±4.8% here.
    #expect((0.852...0.948).contains(Double(hits) / Double(count)), "\(hits) of \(count)")
    #expect(radiusHits >= 39, "\(radiusHits) of 50")
  }

  @Test func `restraint is recovered with its sign`() throws {
    let truth = try Processes.model([0.6, 0.5], [[0.2, -0.6], [0.4, 0.0]], link: .rectified)
    var errors: [Double] = []
    for index in 0..<20 {
      let (events, _) = try Processes.events(truth, to: 1500, seed: 12, index: index)
      let fit = try HawkesEstimator.fit(
        events, Processes.options(ExponentialKernel.self, [1], link: .rectified))
      let error = try #require(fit.branchingErrors[0][1])
      errors.append((fit.model.weights[0][1] + 0.6) / error)
      #expect(fit.model.weights[0][1] < 0)
    }
    #expect(errors.count { abs($0) < 1.645 } >= 14)
    #expect(abs(Moments.mean(errors)) < 0.8)
  }
}
