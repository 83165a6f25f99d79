import EntenteExcitation
import EntenteNumerics
import Foundation
import Testing

/// Inputs at the edge of what can be fitted: defined results, or errors with advice.
struct LimitsTests {
  private func events(
    _ times: [Double], _ dimensions: [Int], labels: [String] = ["a"], start: Double = 0,
    end: Double
  ) throws -> EventTimes {
    try EventTimes(labels: labels, start: start, end: end, times: times, dimensions: dimensions)
  }

  @Test func `one event is a rate of one in the window and excites nothing known`() throws {
    let fit = try HawkesEstimator.fit(try events([3], [0], end: 10))
    #expect(abs(fit.model.baseline[0] - 0.1) < 1e-9)
    #expect(fit.model.weights[0][0] == 0)
    #expect(fit.branchingErrors[0][0] == nil)
    #expect(abs(fit.logLikelihood - (log(0.1) - 1)) < 1e-9)
    #expect(fit.kernelErrors[0] == nil && fit.notes.contains { $0.contains("not identified") })
    #expect(fit.spectralRadius == 0 && fit.hasConverged)
  }

  @Test func `an event at either end of the window counts`() throws {
    let fit = try HawkesEstimator.fit(
      try events([0, 4, 10], [0, 0, 0], end: 10), Processes.options(ExponentialKernel.self, [1]))
    #expect(fit.events.count == 3 && fit.logLikelihood.isFinite)
    // Only the last event: what it would raise is not seen.
    let last = try HawkesEstimator.fit(
      try events([10], [0], end: 10), Processes.options(ExponentialKernel.self, [1]))
    #expect(last.isIdentified[0][0] == false)
    #expect(last.model.weights[0][0] == 0)
  }

  @Test func `events at one time do not excite each other`() throws {
    let fit = try HawkesEstimator.fit(
      try events([2, 2, 2, 9, 9], [0, 0, 0, 0, 0], end: 12),
      Processes.options(ExponentialKernel.self, [1]))
    #expect(fit.events.tied == 5)
    #expect(fit.notes.contains { $0.contains("share their time") })
    #expect(
      abs(fit.logLikelihood - Processes.logLikelihood(fit.model, fit.events)) < 1e-9)
    let rows = try TriggerAttribution(fit.events, fit.model).rows
    #expect(rows[1].background == 1 && rows[2].parents.isEmpty)
    #expect(rows[4].parents.allSatisfy { $0.event < 3 })
    let rescaled = try TimeRescaling(fit.events, fit.model)
    #expect(rescaled.gaps[0].allSatisfy { $0 >= 0 && $0.isFinite })
  }

  @Test(arguments: HawkesOptions.Link.allCases)
  func `a dimension without events has a rate of 0 and unknown effects`(
    link: HawkesOptions.Link
  ) throws {
    let (pair, _) = try Processes.events(Processes.pair(), to: 300, seed: 21)
    let wide = try EventTimes(
      labels: ["a", "b", "none"], start: 0, end: 300, times: pair.times,
      dimensions: pair.dimensions)
    let options = Processes.options(ExponentialKernel.self, [1], link: link)
    let (fit, narrow) = (
      try HawkesEstimator.fit(wide, options), try HawkesEstimator.fit(pair, options)
    )
    #expect(fit.model.baseline[2] == 0 && fit.baselineErrors[2] == nil)
    #expect(fit.isIdentified.allSatisfy { !$0[2] })
    #expect(fit.notes.contains { $0.contains("no events in none") })
    #expect(abs(fit.logLikelihood - narrow.logLikelihood) < 1e-7)
    #expect(abs(fit.model.weights[0][1] - narrow.model.weights[0][1]) < 1e-6)
    let test = try ResidualTest(fit, options)
    #expect(test.rows[2].distance == nil && test.rows[2].asymptoticP == nil)
  }

  @Test func `an explosive fit says so and is not drawn from`() throws {
    let faster = try Processes.events(
      Processes.model([0.1], [[1.4]], decay: 0.2), to: 70, seed: 23
    ).0
    let options = Processes.options(ExponentialKernel.self, [0.2])
    let fit = try HawkesEstimator.fit(faster, options)
    #expect(fit.spectralRadius >= 1 && !fit.isStationary)
    #expect(fit.notes.contains { $0.contains("explosive") && $0.contains("--covariates") })
    #expect(try ResidualTest(fit, options, draws: 19).draws == 0)
  }

  @Test func `windows and times that make no sense are told`() throws {
    #expect(throws: ExcitationError.self) { try events([], [], end: 10) }
    #expect(throws: ExcitationError.self) { try events([0], [0], end: 0) }
    #expect(throws: ExcitationError.self) { try events([5], [0], end: 4) }
    #expect(throws: ExcitationError.self) { try events([5], [0], start: 6, end: 9) }
    #expect(throws: ExcitationError.self) { try events([5, 4], [0, 0], end: 9) }
    #expect(throws: ExcitationError.self) { try events([.nan], [0], end: 9) }
    #expect(throws: ExcitationError.self) { try events([1], [0], end: .infinity) }
  }

  @Test func `options that exclude each other are told`() throws {
    let few = try events([1, 2, 5], [0, 0, 0], end: 10)
    #expect(throws: ExcitationError.self) {
      try HawkesEstimator.fit(few, Processes.options(PowerKernel.self, link: .rectified))
    }
    var options = Processes.options(link: .rectified)
    options.covariates = try Covariates(names: ["x"], times: [0, 3], values: [[1], [2]])
    #expect(throws: ExcitationError.self) { try HawkesEstimator.fit(few, options) }
    options.link = .linear
    options.covariates = try Covariates(names: ["x"], times: [1], values: [[1]])
    #expect(throws: ExcitationError.self) { try HawkesEstimator.fit(few, options) }
    options.covariates = try Covariates(names: ["x"], times: [0], values: [[1]])
    #expect(throws: ExcitationError.self) { try HawkesEstimator.fit(few, options) }
  }

  @Test func `fewer events than parameters: an answer, without errors that would mislead`() throws {
    let few = try events([1, 1.5, 2, 6], [0, 1, 2, 0], labels: ["a", "b", "c"], end: 10)
    let fit = try HawkesEstimator.fit(few)
    #expect(fit.logLikelihood.isFinite)
    #expect(fit.model.weights.allSatisfy { $0.allSatisfy { $0 >= 0 && $0.isFinite } })
    #expect(fit.baselineErrors.compactMap { $0 }.allSatisfy { $0.isFinite })
  }

  @Test(arguments: 0..<6)
  func `units of time, names and threads change nothing but units`(index: Int) throws {
    let (pair, _) = try Processes.events(Processes.pair(), to: 300, seed: 22, index: index)
    let fit = try HawkesEstimator.fit(pair)
    let scaled = try HawkesEstimator.fit(
      try EventTimes(
        labels: pair.labels, start: 70, end: 70 + 7 * 300, times: pair.times.map { 70 + 7 * $0 },
        dimensions: pair.dimensions))
    #expect(abs(scaled.model.kernel.values[0] * 7 / fit.model.kernel.values[0] - 1) < 1e-6)
    #expect(abs(scaled.model.baseline[0] * 7 - fit.model.baseline[0]) < 1e-6)
    #expect(abs(scaled.spectralRadius - fit.spectralRadius) < 1e-6)
    #expect(
      abs(scaled.logLikelihood + Double(pair.count) * log(7) - fit.logLikelihood) < 1e-6)
    let swapped = try HawkesEstimator.fit(
      try EventTimes(
        labels: ["1", "0"], start: 0, end: 300, times: pair.times,
        dimensions: pair.dimensions.map { 1 - $0 }))
    #expect(abs(swapped.model.weights[0][1] - fit.model.weights[1][0]) < 1e-7)
    var options = HawkesOptions()
    options.threads = 3
    let threaded = try HawkesEstimator.fit(pair, options)
    #expect(threaded.model.weights == fit.model.weights)
    #expect(threaded.logLikelihood == fit.logLikelihood)
  }
}
