import EntenteDating
import Foundation
import Testing

/// Objectives of exact programmes written by others for the same series.
struct ReferenceSegmentationTests {
  struct Reference: Decodable {
    struct Exact: Decodable {
      let n_breaks: Int
      let breaks: [Int]
      let cost: Double
    }
    struct Penalised: Decodable {
      let penalty: Double
      let own_exact_breaks: [Int]
      let own_exact_objective: Double
      let min_size1_exact_breaks: [Int]
      let min_size1_exact_objective: Double
    }
    struct Kernel: Decodable {
      let penalty: Double
      let breaks: [Int]
      let objective: Double
    }
    struct MeanVariance: Decodable {
      let penalty: Double
      let min_size: Int
      let breaks: [Int]
      let objective: Double
    }
    let l2_dynp: [Exact]
    let rbf_dynp: [Exact]
    let l2_pelt: [Penalised]
    let rbf_pelt: [Kernel]
    let meanvar_op: [MeanVariance]
    let rbf_gamma: Double
  }

  private func near(_ a: Double, _ b: Double) -> Bool { abs(a - b) <= 1e-9 * abs(b) }

  @Test(arguments: ["synthetic_mean", "gdelt_weekly_CHN_PRK", "gdelt_weekly_ISR_PSE"])
  func `objectives and breaks are those of exact programmes`(series: String) throws {
    let folder = URL(fileURLWithPath: #filePath).deletingLastPathComponent()
      .appending(path: "../../../shared/reference/change-points").standardizedFileURL
    let table = folder.appending(path: "\(series).csv")
    guard FileManager.default.fileExists(atPath: table.path) else {
      print("skipped: no reference segmentations at \(folder.path)")
      return
    }
    let values = try String(contentsOf: table, encoding: .utf8).split(whereSeparator: \.isNewline)
      .dropFirst().compactMap { $0.split(separator: ",").last.flatMap { Double($0) } }
    let reference = try JSONDecoder().decode(
      Reference.self, from: Data(contentsOf: folder.appending(path: "\(series).json")))
    let n = values.count
    let mean = MeanCost(values)
    for exact in reference.l2_pelt {
      let two = OptimalPartition(mean, penalty: exact.penalty, minimumSegment: 2)
      #expect(near(two.objective, exact.own_exact_objective))
      #expect(two.breaks + [n] == exact.own_exact_breaks)
      let one = OptimalPartition(mean, penalty: exact.penalty, minimumSegment: 1)
      #expect(near(one.objective, exact.min_size1_exact_objective))
      #expect(one.breaks + [n] == exact.min_size1_exact_breaks)
    }
    let fixed = SegmentNeighbourhood(mean, minimumSegment: 2, maximumBreaks: 7)
    for exact in reference.l2_dynp {
      #expect(near(fixed.costs[exact.n_breaks], exact.cost))
      #expect(fixed.breaks[exact.n_breaks] + [n] == exact.breaks)
    }
    let kernel = KernelCost(values, gamma: reference.rbf_gamma)
    let parts = SegmentNeighbourhood(kernel, minimumSegment: 2, maximumBreaks: 5)
    for exact in reference.rbf_dynp {
      #expect(near(parts.costs[exact.n_breaks], exact.cost))
      #expect(parts.breaks[exact.n_breaks] + [n] == exact.breaks)
    }
    for exact in reference.rbf_pelt {
      // Their pruning is not exact with a minimum length: never better, sometimes worse.
      let found = OptimalPartition(kernel, penalty: exact.penalty, minimumSegment: 2)
      #expect(found.objective <= exact.objective * (1 + 1e-9))
    }
    let both = MeanVarianceCost(values)
    for exact in reference.meanvar_op {
      let found = OptimalPartition(
        both, penalty: exact.penalty, minimumSegment: exact.min_size)
      #expect(near(found.objective, exact.objective))
      #expect(found.breaks + [n] == exact.breaks)
    }
  }
}
