import EntenteExcitation
import Foundation
import Testing

/// Maximum likelihood estimates made by other code (numpy; checked against tick) on the same events.
@Suite struct `Hawkes reference values` {
  private struct Reference: Decodable {
    struct Fixed: Decodable {
      let baseline: [Double]
      let adjacency: [[Double]]
      let se_baseline: [Double?]
      let se_adjacency: [[Double?]]
      let loglik: Double
    }
    struct Estimated: Decodable {
      let decay: Double
      let baseline: [Double]
      let adjacency: [[Double]]
      let loglik: Double
    }
    struct Truth: Decodable { let decay: Double }
    let D: Int
    let T: Double
    let `true`: Truth
    let own_mle_fixed_decay: Fixed
    let own_mle_common_decay_estimated: Estimated
  }

  private static let folder: URL? = {
    let source = URL(fileURLWithPath: #filePath)
    let beside = source.deletingLastPathComponent().deletingLastPathComponent()
      .deletingLastPathComponent().deletingLastPathComponent()
      .appending(path: "shared/reference/hawkes")
    return FileManager.default.fileExists(atPath: beside.path) ? beside : nil
  }()

  private static func load(_ name: String) throws -> (Reference, EventTimes) {
    let folder = try #require(folder)
    let reference = try JSONDecoder().decode(
      Reference.self, from: Data(contentsOf: folder.appending(path: "\(name).json")))
    let text = try String(contentsOf: folder.appending(path: "\(name)_events.csv"), encoding: .utf8)
    let rows = text.split(whereSeparator: \.isNewline).dropFirst().map { $0.split(separator: ",") }
    let events = try EventTimes(
      labels: (0..<reference.D).map { "\($0)" }, start: 0, end: reference.T,
      times: rows.compactMap { Double($0[0]) }, dimensions: rows.compactMap { Int($0[1]) })
    return (reference, events)
  }

  /// Six digits, and as many decimals where a weight is at its bound.
  private func agrees(_ value: Double, _ reference: Double) -> Bool {
    abs(value - reference) <= 5e-7 * max(1, abs(reference)) && abs(value - reference) < 5e-7
      || abs(value - reference) <= 5e-7 * abs(reference)
  }

  private static let isHere = folder != nil
  private static let why: Comment = "needs ../shared/reference/hawkes beside the checkout"

  @Test(.enabled(if: isHere, why), arguments: ["hawkes3", "hawkes10"])
  func `a given decay: estimates, errors and log-likelihood to six digits`(name: String) throws {
    let (reference, events) = try Self.load(name)
    let fit = try HawkesEstimator.fit(
      events, Processes.options(ExponentialKernel.self, [reference.true.decay]))
    let known = reference.own_mle_fixed_decay
    #expect(agrees(fit.logLikelihood, known.loglik))
    for i in 0..<reference.D {
      #expect(agrees(fit.model.baseline[i], known.baseline[i]))
      for (value, expected) in [(fit.baselineErrors[i], known.se_baseline[i])]
        + zip(fit.branchingErrors[i], known.se_adjacency[i])
      {
        #expect((value == nil) == (expected == nil))
        if let value, let expected { #expect(agrees(value, expected)) }
      }
      for j in 0..<reference.D {
        #expect(agrees(fit.model.branching[i][j], known.adjacency[i][j]))
      }
    }
    #expect(fit.hasConverged)
    #expect(fit.slopePerEvent < 1e-9)
  }

  @Test(.enabled(if: isHere, why), arguments: ["hawkes3", "hawkes10"])
  func `a common decay estimated: estimates and log-likelihood to six digits`(name: String) throws {
    let (reference, events) = try Self.load(name)
    let fit = try HawkesEstimator.fit(events, Processes.options())
    let known = reference.own_mle_common_decay_estimated
    #expect(agrees(fit.logLikelihood, known.loglik))
    #expect(agrees(fit.model.kernel.values[0], known.decay))
    #expect((fit.kernelErrors[0] ?? 0) > 0)
    for i in 0..<reference.D {
      #expect(agrees(fit.model.baseline[i], known.baseline[i]))
      for j in 0..<reference.D {
        #expect(agrees(fit.model.branching[i][j], known.adjacency[i][j]))
      }
    }
    #expect(fit.hasConverged)
    #expect(fit.slopePerEvent < 1e-9)
  }
}
