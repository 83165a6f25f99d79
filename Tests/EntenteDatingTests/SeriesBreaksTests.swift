import EntenteDating
import EntenteNumerics
import Foundation
import Testing

struct SeriesBreaksTests {
  /// A step at `at` in noise that every cost can see: a level of counts that trebles.
  private func series(_ index: Int, count: Int = 200, at: Int = 80, step: Double = 8) -> [Double] {
    var stream = RandomStream(seed: 21, name: "series", index: index)
    return (0..<count).map { Double(stream.poisson(mean: 4 + ($0 >= at ? step : 0))) }
  }

  private func options(_ cost: String, _ price: SeriesOptions.Price) -> SeriesOptions {
    var options = SeriesOptions()
    options.cost = cost
    options.price = price
    options.draws = 199
    return options
  }

  @Test(arguments: CostTests.names)
  func `a large step is found and dated at every price`(cost: String) throws {
    for index in 0..<3 {
      let values = series(index)
      let automatic = try SeriesBreaks.find(
        in: values, options: options(cost, .automatic), seed: 1)
      // The 5% are of no break at all: a second one may come by chance.
      let found = try #require(
        automatic.breaks.min { abs($0.index - 80) < abs($1.index - 80) })
      #expect(automatic.breaks.count <= 3, "\(cost) \(index)")
      #expect(abs(found.index - 80) <= 3)
      #expect(found.direction == .up && found.size > 3)
      #expect(found.interval?.contains(found.index) == true)
      #expect(automatic.pValue ?? 1 <= 0.02)
      #expect(found.pValue ?? 1 <= 0.02)
      let fixed = try SeriesBreaks.find(in: values, options: options(cost, .breaks(1)), seed: 1)
      #expect(abs((fixed.breaks.first?.index ?? 0) - 80) <= 3)
      #expect(fixed.penalty == nil && fixed.objective == fixed.segmentCost)
      let priced = try SeriesBreaks.find(
        in: values, options: options(cost, .penalty(automatic.penalty ?? 0)), seed: 1)
      #expect(priced.objective <= automatic.objective + 1e-9 * abs(automatic.objective))
    }
  }

  @Test(arguments: CostTests.names)
  func `noise alone is seldom given a break`(cost: String) {
    let found = Parallel.map(60, threads: 2) { index -> Bool in
      let values = series(index, count: 96, step: 0)
      return (try? SeriesBreaks.find(in: values, options: options(cost, .automatic), seed: 2))
        .map { !$0.breaks.isEmpty } ?? true
    }
    // At a true rate of 5%, more than 9 of 60 come up once in a thousand runs.
    #expect(Proportion(found).successes <= 9, "\(cost)")
  }

  @Test func `a change of spread is seen by the cost that looks for it`() throws {
    var stream = RandomStream(seed: 22, name: "spread")
    let values = (0..<240).map { ($0 < 120 ? 1 : 5) * stream.normal() }
    let found = try SeriesBreaks.find(
      in: values, options: options("mean-variance", .automatic), seed: 1)
    let first = try #require(found.breaks.first)
    #expect(abs(first.index - 120) <= 4)
    #expect(first.spreadAfter > 3 * first.spreadBefore)
  }

  @Test func `the automatic mean cost is the dating of the brief`() throws {
    let values = series(5, count: 240, at: 100)
    let found = try SeriesBreaks.find(in: values, seed: 3)
    let analysis = try DatingAnalysis.analyse(values, seed: 3, name: "series")
    #expect(found.breaks.map(\.index) == analysis.edges.map(\.index))
    #expect(found.breaks.map(\.interval) == analysis.edges.map(\.interval))
    #expect(found.pValue == analysis.pValue)
  }

  @Test func `intervals cover the planted date under every cost`() {
    for cost in CostTests.names {
      let covered = Parallel.map(60, threads: 2) { index -> Bool? in
        let values = series(index, count: 160, at: 70, step: 2.5)
        guard
          let found = try? SeriesBreaks.find(
            in: values, options: options(cost, .breaks(1)), seed: 4)
        else { return false }
        return found.breaks.first?.interval?.contains(70)
      }
      // 90% are claimed; below 46 of 60 comes up about once in a thousand runs.
      #expect(Proportion(covered.map { $0 ?? false }).successes >= 46, "\(cost)")
    }
  }

  @Test func `what cannot be cut says why`() {
    let values = series(0)
    var broken = values
    broken[3] = .infinity
    let cases: [([Double], SeriesOptions, DatingError.Code)] = [
      ([], options("mean", .automatic), .tooShort),
      (Array(values.prefix(31)), options("rank", .automatic), .tooShort),
      ([Double](repeating: 2, count: 80), options("robust", .automatic), .constant),
      (broken, options("mean", .penalty(1)), .notFinite),
      (values.map { $0 - 0.5 }, options("count", .penalty(1)), .badValue),
      (values, options("median", .automatic), .badOption),
      (values, options("mean", .penalty(-1)), .badOption),
      (Array(values.prefix(5)), options("mean", .breaks(5)), .tooShort),
      ((0..<2001).map { Double($0 % 7) }, options("rank", .automatic), .tooLong),
      ((0..<60_001).map { Double($0 % 7) }, options("mean", .breaks(1)), .tooLong),
    ]
    for (values, options, code) in cases {
      #expect {
        try SeriesBreaks.find(in: values, options: options, seed: 1)
      } throws: { ($0 as? DatingError)?.code == code }
    }
  }

  @Test func `a constant or tiny series has a defined answer at a given price`() throws {
    for values in [[4.0], [4, 4], [Double](repeating: 4, count: 50)] {
      for cost in CostTests.names {
        let found = try SeriesBreaks.find(in: values, options: options(cost, .penalty(1)), seed: 1)
        #expect(found.breaks.isEmpty && found.objective.isFinite, "\(cost)")
      }
    }
    let step = try SeriesBreaks.find(
      in: [0, 0, 0, 5, 5, 5], options: options("mean", .penalty(1)), seed: 1)
    #expect(step.breaks.map(\.index) == [3])
    #expect(step.objective == 1)
  }
}

struct OnlineDetectorTests {
  private func noise(_ count: Int, _ index: Int) -> [Double] {
    var stream = RandomStream(seed: 31, name: "online", index: index)
    return (0..<count).map { _ in stream.normal() }
  }

  @Test func `a step is alarmed soon and dated near its start`() {
    let met = Parallel.map(40, threads: 2) { index -> Bool in
      let sign = index.isMultiple(of: 2) ? 1.0 : -1.0
      let values = noise(180, index).enumerated().map { $1 + ($0 >= 120 ? sign * 3 : 0) }
      let found = try? OnlineDetector(values, draws: 199, seed: 1)
      guard let alarm = found?.alarms.first(where: { $0.index >= 120 }) else { return false }
      return alarm.index <= 132 && abs(alarm.onset - 120) <= 4
        && alarm.direction == (sign > 0 ? .up : .down)
    }
    // Where a false alarm came just before, the step falls into the training that follows it.
    #expect(Proportion(met).successes >= 28)
  }

  @Test func `no alarm depends on what comes later`() throws {
    let values = noise(260, 3).enumerated().map { $1 + ($0 >= 150 ? 2.5 : 0) }
    let whole = try OnlineDetector(values, draws: 199, seed: 1)
    #expect(!whole.alarms.isEmpty)
    for end in [160, 200, 230] {
      let part = try OnlineDetector(Array(values.prefix(end)), draws: 199, seed: 1)
      #expect(part.alarms == whole.alarms.filter { $0.index < end })
    }
  }

  @Test func `false alarms stay near the stated rate`() {
    let runs = Parallel.map(100, threads: 2) { index in
      try? OnlineDetector(noise(156, 100 + index), draws: 199, seed: UInt64(index))
    }.compactMap { $0 }
    let alarms = runs.reduce(0) { $0 + $1.alarms.count }
    // 200 years at 5%: 10 expected; more than 21 come up once in a thousand runs.
    #expect(runs.count == 100 && alarms <= 21, "\(alarms)")
  }

  @Test func `what cannot be monitored says why`() {
    for (values, code) in [
      (noise(103, 0), DatingError.Code.tooShort), (noise(110, 0) + [.nan], .notFinite),
    ] {
      #expect {
        try OnlineDetector(values, seed: 1)
      } throws: { ($0 as? DatingError)?.code == code }
    }
    #expect(throws: Never.self) {
      let still = try OnlineDetector([Double](repeating: 1, count: 200), draws: 99, seed: 1)
      #expect(still.alarms.isEmpty && still.monitored == 0)
    }
  }
}
