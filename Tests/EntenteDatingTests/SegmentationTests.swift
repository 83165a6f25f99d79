import EntenteDating
import EntenteNumerics
import Foundation
import Testing

struct SegmentationTests {
  private func noise(_ count: Int, _ index: Int) -> [Double] {
    var stream = RandomStream(seed: 4, name: "segmentation", index: index)
    return (0..<count).map { _ in stream.normal() }
  }

  /// Residual sum of squares about the means of the segments, term by term.
  private func cost(_ values: [Double], _ breaks: [Int]) -> Double {
    zip([0] + breaks, breaks + [values.count]).reduce(0) { total, bounds in
      let segment = values[bounds.0..<bounds.1]
      let mean = Moments.mean(segment)
      return total + segment.reduce(0) { $0 + ($1 - mean) * ($1 - mean) }
    }
  }

  /// Every set of `count` breaks with segments of at least `least`.
  private func placements(_ n: Int, _ least: Int, _ count: Int, from: Int = 0) -> [[Int]] {
    guard count > 0 else { return n - from >= least ? [[]] : [] }
    return stride(from: from + least, through: n - least, by: 1).flatMap { first in
      placements(n, least, count - 1, from: first).map { [first] + $0 }
    }
  }

  @Test(arguments: 0..<12)
  func `the programme finds what trying every placement finds`(index: Int) {
    let n = 13 + index
    let values = noise(n, index)
    let found = Segmentation(of: values, minimumSegment: 3, maximumBreaks: 3)
    #expect(found.costs.count == 4)
    for m in found.costs.indices {
      let all = placements(n, 3, m)
      let best = all.map { cost(values, $0) }.min() ?? .nan
      #expect(abs(found.costs[m] - best) < 1e-9, "n \(n), m \(m)")
      #expect(all.contains(found.breaks[m]))
      #expect(abs(cost(values, found.breaks[m]) - best) < 1e-9, "n \(n), m \(m)")
    }
  }

  @Test(arguments: 0..<20)
  func `more breaks never cost more where segments may be one week`(index: Int) {
    let costs = Segmentation(of: noise(60, index), minimumSegment: 1, maximumBreaks: 8).costs
    #expect(costs.count == 9)
    #expect(zip(costs, costs.dropFirst()).allSatisfy { $0 >= $1 - 1e-12 })
  }

  @Test(arguments: 0..<10)
  func `shift, scale and reversal carry over`(index: Int) {
    let values = noise(120, index)
    let plain = Segmentation(of: values, minimumSegment: 8, maximumBreaks: 4)
    let moved = Segmentation(
      of: values.map { -4 * $0 + 1000 }, minimumSegment: 8, maximumBreaks: 4)
    let reversed = Segmentation(of: values.reversed(), minimumSegment: 8, maximumBreaks: 4)
    #expect(moved.breaks == plain.breaks)
    #expect(reversed.breaks.map { $0.map { 120 - $0 }.sorted() } == plain.breaks)
    for m in plain.costs.indices {
      #expect(abs(moved.costs[m] - 16 * plain.costs[m]) < 1e-7 * moved.costs[m])
    }
  }

  @Test(arguments: ["synthetic_mean", "gdelt_weekly_CHN_PRK", "gdelt_weekly_ISR_PSE"])
  func `costs are those of published programmes`(series: String) throws {
    let folder = URL(fileURLWithPath: #filePath).deletingLastPathComponent()
      .appending(path: "../../../shared/reference/change-points").standardizedFileURL
    let table = folder.appending(path: "\(series).csv")
    guard FileManager.default.fileExists(atPath: table.path) else {
      print("skipped: no reference segmentations at \(folder.path)")
      return
    }
    let values = try String(contentsOf: table, encoding: .utf8).split(whereSeparator: \.isNewline)
      .dropFirst()
      .compactMap { $0.split(separator: ",").last.flatMap { Double($0) } }
    let reference = try JSONDecoder().decode(
      ReferenceSegmentationTests.Reference.self,
      from: Data(contentsOf: folder.appending(path: "\(series).json")))
    let found = Segmentation(of: values, minimumSegment: 2, maximumBreaks: 24)
    try #require(reference.l2_dynp.count == 7 && found.costs.count == 25)
    for exact in reference.l2_dynp {
      #expect(abs(found.costs[exact.n_breaks] - exact.cost) < 1e-9 * exact.cost)
      #expect(found.breaks[exact.n_breaks] + [values.count] == exact.breaks)
    }
    // The largest penalties; the smallest want more breaks than are asked for here.
    for penalised in reference.l2_pelt where penalised.own_exact_breaks.count < 24 {
      let m = found.count(penalty: penalised.penalty)
      let objective = found.costs[m] + penalised.penalty * Double(m)
      // Their objective charges a penalty for each change.
      #expect(abs(objective - penalised.own_exact_objective) < 1e-9 * objective)
      #expect(found.breaks[m] + [values.count] == penalised.own_exact_breaks)
    }
  }
}
