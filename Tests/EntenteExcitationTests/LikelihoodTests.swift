import EntenteExcitation
import EntenteNumerics
import Foundation
import Testing

/// The estimates maximise a likelihood that was written down a second time, without recursions.
struct LikelihoodTests {
  static let kernels: [(any ExcitationKernel.Type, [Double])] = [
    (ExponentialKernel.self, [1.3]), (SumKernel.self, [0.4, 3]), (PowerKernel.self, [1.2, 0.8]),
  ]

  /// The model with one free number changed: a background, or a weight.
  private func moved(_ model: HawkesModel, _ i: Int, _ column: Int, by step: Double) throws
    -> HawkesModel
  {
    var (baseline, weights) = (model.baseline, model.weights)
    if column == 0 { baseline[i] += step } else { weights[i][column - 1] += step }
    return try HawkesModel(
      labels: model.labels, kernel: model.kernel, link: model.link, baseline: baseline,
      weights: weights)
  }

  @Test(arguments: 0..<3, 0..<4)
  func `log-likelihood and slopes agree with the definition`(kernel: Int, index: Int) throws {
    let (type, values) = Self.kernels[kernel]
    let (events, _) = try Processes.events(Processes.pair(), to: 300, seed: 1, index: index)
    let fit = try HawkesEstimator.fit(events, Processes.options(type, values))
    let direct = Processes.logLikelihood(fit.model, events)
    #expect(abs(fit.logLikelihood - direct) < 1e-8 * abs(direct))
    #expect(fit.slopePerEvent < 1e-9)
    for i in 0..<2 {
      for column in 0...fit.model.weights[i].count {
        let value = column == 0 ? fit.model.baseline[i] : fit.model.weights[i][column - 1]
        let h = 1e-4
        if value == 0 {
          // At the bound the likelihood falls inward.
          let inward = try Processes.logLikelihood(moved(fit.model, i, column, by: h), events)
          #expect(inward < direct + 1e-9)
        } else if value > 2 * h {
          let above = try Processes.logLikelihood(moved(fit.model, i, column, by: h), events)
          let below = try Processes.logLikelihood(moved(fit.model, i, column, by: -h), events)
          #expect(abs(above - below) / (2 * h) < 1e-4 * Double(events.count))
          #expect(above < direct && below < direct)
        }
      }
    }
  }

  @Test(arguments: 0..<3)
  func `the kernel's estimate is the best of its neighbours`(kernel: Int) throws {
    let (events, _) = try Processes.events(Processes.pair(), to: 600, seed: 2, index: kernel)
    let type = Self.kernels[kernel].0
    let fit = try HawkesEstimator.fit(events, Processes.options(type))
    for p in fit.model.kernel.values.indices {
      for factor in [0.98, 1.02] {
        var values = fit.model.kernel.values
        values[p] *= factor
        guard let other = try? HawkesEstimator.fit(events, Processes.options(type, values)) else {
          continue
        }
        // A parameter at the end of its range may have better values outside.
        let isAtEdge = fit.notes.contains { $0.contains("end of its range") }
        #expect(isAtEdge || other.logLikelihood < fit.logLikelihood + 1e-9)
      }
    }
  }

  @Test(arguments: 0..<6)
  func `under inhibition the exact integral agrees with Simpson's rule`(index: Int) throws {
    let truth = try Processes.model([0.6, 0.5], [[0.2, -0.8], [0.4, -0.3]], link: .rectified)
    let (events, _) = try Processes.events(truth, to: 60, seed: 3, index: index)
    let fit = try HawkesEstimator.fit(
      events, Processes.options(ExponentialKernel.self, [1], link: .rectified))
    let direct = Processes.logLikelihood(fit.model, events)
    #expect(abs(fit.logLikelihood - direct) < 2e-4 * abs(direct))
    #expect(fit.hasConverged && fit.slopePerEvent < 1e-9)
    #expect(fit.model.weights[0][1] < 0)
    // No random neighbour does better: the problem is concave.
    var stream = RandomStream(seed: 3, name: "neighbours", index: index)
    for _ in 0..<15 {
      let other = try HawkesModel(
        labels: truth.labels, kernel: fit.model.kernel, link: .rectified,
        baseline: fit.model.baseline.map { max(0, $0 + 0.05 * stream.normal()) },
        weights: fit.model.weights.map { $0.map { $0 + 0.1 * stream.normal() } })
      #expect(Processes.logLikelihood(other, events) < direct + 2e-4 * abs(direct))
    }
  }

  @Test(arguments: 0..<5)
  func `inhibition changes nothing where there is none`(index: Int) throws {
    let strong = try Processes.model([0.3, 0.3], [[0.4, 0.3], [0.3, 0.4]])
    let (events, _) = try Processes.events(strong, to: 800, seed: 4, index: index)
    let plain = try HawkesEstimator.fit(events, Processes.options(ExponentialKernel.self, [1]))
    let free = try HawkesEstimator.fit(
      events, Processes.options(ExponentialKernel.self, [1], link: .rectified))
    #expect(plain.model.weights.allSatisfy { $0.allSatisfy { $0 > 0 } })
    #expect(abs(plain.logLikelihood - free.logLikelihood) < 1e-8)
    for i in 0..<2 {
      #expect(abs(plain.model.baseline[i] - free.model.baseline[i]) < 1e-7)
      for j in 0..<2 {
        #expect(abs(plain.model.weights[i][j] - free.model.weights[i][j]) < 1e-7)
      }
    }
  }

  @Test(arguments: 0..<6)
  func `a background that follows a covariate is found`(index: Int) throws {
    let steps = (0..<40).map { Double($0) * 50 }
    let covariates = try Covariates(
      names: ["level"], times: steps, values: steps.indices.map { [$0 % 2 == 0 ? 0 : 2] })
    // The covariate's deviation is 1, so γ per deviation is γ per unit.
    let truth = try HawkesModel(
      labels: ["a"], kernel: try ExponentialKernel([1]), baseline: [0.3], weights: [[0.4]],
      effects: [[0.7]], covariates: covariates)
    let (events, _) = try Processes.events(truth, to: 2000, seed: 5, index: index)
    var options = Processes.options(ExponentialKernel.self, [1])
    let without = try HawkesEstimator.fit(events, options)
    options.covariates = covariates
    let fit = try HawkesEstimator.fit(events, options)
    let error = try #require(fit.effectErrors[0][0])
    #expect(abs(fit.model.effects[0][0] - 0.7) < 4 * error)
    #expect(error < 0.15)
    #expect(fit.logLikelihood > without.logLikelihood + 10)
    #expect(fit.slopePerEvent < 1e-9)
    #expect(without.model.weights[0][0] > fit.model.weights[0][0])
  }
}
