import EntenteDating
import EntenteNumerics
import EntenteTesting
import Foundation
import Testing

struct DatingAnalysisTests {
  private func series(_ world: DatingWorld, _ index: Int) -> [Double] {
    Taming.signedRoot(world.series(seed: 8, name: "test", index: index))
  }

  private var planted: DatingWorld { DatingWorld().with([.init(140, 4)]) }

  @Test(arguments: 0..<10)
  func `a large planted break is found, dated and signed`(index: Int) throws {
    for sign in [1.0, -1] {
      let values = series(DatingWorld().with([.init(140, sign * 5)]), index)
      let analysis = try DatingAnalysis.analyse(values, seed: 1, name: "planted")
      let found = try #require(analysis.breaks.min { abs($0.index - 140) < abs($1.index - 140) })
      #expect(abs(found.index - 140) <= 5)
      #expect(found.direction == (sign > 0 ? .up : .down))
      #expect(found.interval.contains(found.index))
      #expect(found.sizeInterval.contains(found.size))
      #expect(abs(Moments.sum(found.mass) - 1) < 0.05)
      #expect(analysis.pValue <= 0.01)
    }
  }

  @Test(arguments: 0..<6)
  func `a change of scale or origin changes nothing but the units`(index: Int) throws {
    let values = series(planted, index)
    let plain = try DatingAnalysis.analyse(values, seed: 2, name: "law")
    let scaled = try DatingAnalysis.analyse(values.map { 8 * $0 }, seed: 2, name: "law")
    let shifted = try DatingAnalysis.analyse(values.map { $0 + 16 }, seed: 2, name: "law")
    #expect(!plain.edges.isEmpty)
    for other in [scaled, shifted] {
      #expect(other.edges.map(\.index) == plain.edges.map(\.index))
      #expect(other.edges.map(\.interval) == plain.edges.map(\.interval))
      #expect(other.pValue == plain.pValue)
    }
    #expect(abs(scaled.penalty - 64 * plain.penalty) < 1e-9 * scaled.penalty)
    #expect(abs(shifted.penalty - plain.penalty) < 1e-9 * plain.penalty)
  }

  @Test(arguments: 0..<6)
  func `a series read backwards has its break turned round`(index: Int) throws {
    let values = series(DatingWorld().with([.init(140, 6)]), index)
    let plain = try DatingAnalysis.analyse(values, seed: 3, name: "law")
    let turned = try DatingAnalysis.analyse(values.reversed(), seed: 3, name: "law")
    let first = try #require(plain.edges.max { abs($0.size) < abs($1.size) })
    let other = try #require(turned.edges.max { abs($0.size) < abs($1.size) })
    #expect(other.index == values.count - first.index)
    #expect(other.direction != first.direction)
  }

  @Test func `the same key gives the same bytes on any number of threads`() throws {
    let world = planted
    let encode = { @Sendable (index: Int) -> Data? in
      let values = Taming.signedRoot(world.series(seed: 8, name: "test", index: index))
      let analysis = try? DatingAnalysis.analyse(values, seed: 5, name: "dyad \(index)")
      let encoder = JSONEncoder()
      encoder.outputFormatting = .sortedKeys
      return analysis.flatMap { try? encoder.encode($0) }
    }
    let one = Parallel.map(12, threads: 1, encode)
    let four = Parallel.map(12, threads: 4, encode)
    #expect(one.allSatisfy { $0 != nil })
    #expect(one == four)
    let backwards = (0..<12).reversed().map(encode)
    #expect(Array(backwards.reversed()) == one)
    let data = try #require(one[0])
    let decoded = try JSONDecoder().decode(DatingAnalysis.self, from: data)
    #expect(decoded.weeks == 321)
  }

  @Test func `stopping early decides as all draws do`() throws {
    var full = DatingOptions()
    full.stopsEarly = false
    var same = 0
    var drawn = 0
    let sizes = [0, 0.5, 0.8, 1, 1.5, 2]
    let count = 120
    for index in 0..<count {
      let world = DatingWorld().with([.init(160, sizes[index % sizes.count])])
      let values = series(world, index)
      let name = "early \(index)"
      let early = try DatingAnalysis.analyse(values, seed: 6, name: name)
      let late = try DatingAnalysis.analyse(values, options: full, seed: 6, name: name)
      #expect(late.drawsUsed == full.draws)
      if early.edges.map(\.index) == late.edges.map(\.index),
        early.breaks.map(\.index) == late.breaks.map(\.index)
      {
        same += 1
      }
      drawn += early.drawsUsed
    }
    #expect(Double(same) >= 0.98 * Double(count), "\(same) of \(count)")
    #expect(drawn < count * full.draws)
  }

  @Test func `noise alone is seldom given a break`() {
    let found = Parallel.map(100, threads: 2) { index -> Bool in
      let values = Taming.signedRoot(
        DatingWorld().series(seed: 8, name: "null", index: index))
      return (try? DatingAnalysis.analyse(values, seed: 7, name: "null \(index)"))
        .map { !$0.edges.isEmpty } ?? true
    }
    // At a true rate of 5% more than 12 of 100 come up once in 700 runs.
    #expect(Proportion(found).successes <= 12)
  }

  @Test func `what cannot be dated says why`() {
    let noise = series(DatingWorld(), 0)
    var broken = noise
    broken[7] = .nan
    var options = DatingOptions()
    options.coverage = 1
    let cases: [([Double], DatingOptions, DatingError.Code)] = [
      ([], DatingOptions(), .tooShort), (Array(noise.prefix(31)), DatingOptions(), .tooShort),
      ([Double](repeating: 3, count: 321), DatingOptions(), .constant),
      (broken, DatingOptions(), .notFinite), (noise, options, .badOption),
    ]
    for (values, options, code) in cases {
      #expect {
        try DatingAnalysis.analyse(values, options: options, seed: 1, name: "bad")
      } throws: { ($0 as? DatingError)?.code == code }
    }
    #expect(throws: Never.self) {
      try DatingAnalysis.analyse(Array(noise.prefix(32)), seed: 1, name: "short")
    }
  }

  @Test func `a step without noise is one sure break`() throws {
    let values = (0..<100).map { $0 < 40 ? 0.0 : 1 }
    let analysis = try DatingAnalysis.analyse(values, seed: 1, name: "step")
    #expect(analysis.breaks.map(\.index) == [40])
    #expect(analysis.breaks.first?.interval == 40...40)
    #expect(analysis.breaks.first?.size == 1)
    #expect(analysis.breaks.first?.sizeInSD == nil)
  }

  @Test func `an episode is told from a lasting change`() throws {
    var stream = RandomStream(seed: 9, name: "levels")
    func level(_ t: Int, _ after: Double) -> Double {
      (t < 150 ? 0 : t < 168 ? 4 : after) + stream.normal()
    }
    let passing = try DatingAnalysis.analyse(
      (0..<321).map { level($0, 0) }, seed: 1, name: "episode")
    let lasting = try DatingAnalysis.analyse(
      (0..<321).map { level($0, 3) }, seed: 1, name: "lasting")
    #expect(passing.breaks.isEmpty)
    #expect(passing.episodes.map(\.weeks) == [150..<168])
    #expect(lasting.episodes.isEmpty)
    #expect(lasting.breaks.map(\.index) == [150])
    #expect(lasting.breaks.first?.transition == 150..<168)
  }

  @Test func `power grows with size and names the smallest shift it can find`() throws {
    let values = series(DatingWorld(), 3)
    let analysis = try DatingAnalysis.analyse(values, seed: 1, name: "power")
    let power = try DetectionPower.simulate(values, analysis: analysis, seed: 1, name: "power")
    let rates = power.entries.map(\.found.rate)
    #expect(rates.first ?? 1 < rates.last ?? 0)
    #expect(rates.last ?? 0 > 0.9)
    #expect(power.entries.allSatisfy { $0.dated.successes <= $0.found.successes })
    let smallest = try #require(power.smallestDetectableShift())
    #expect(smallest > 0 && smallest <= 3)
    #expect(throws: DatingError.self) {
      try DetectionPower.simulate(values, analysis: analysis, at: 3, seed: 1, name: "power")
    }
  }

  @Test func `the pulse is the week farthest from the median`() {
    var values = [Double](repeating: 0, count: 20) + [1, -1, 2, -2]
    #expect(Pulse(of: values)?.z == nil)
    values = [1, 2, 3, 4, -50]
    #expect(Pulse(of: values)?.index == 4)
    #expect(abs((Pulse(of: values)?.z ?? 0) + 52 / 1.4826) < 1e-9)
    #expect(Pulse(of: []) == nil)
  }
}
