import EntenteAttribution
import EntenteNumerics
import EntenteTesting
import Foundation
import Testing

struct CounterfactualTests {
  private static let plan = AttributionPlan(odds: [0, 0, 1, 0, 0])

  private static func response(_ index: Int) -> AttributionInput.Response {
    let world = Questions.world(plan, index)
    return AttributionInput.Response(
      id: "r", values: world.responses[0], controls: world.controls)
  }

  private static func effects(
    _ response: AttributionInput.Response, at week: Int
  ) throws -> EventEffects {
    try #require(
      try Attribution.effects(
        of: [.init(id: "c", week: week)], on: response, cache: Questions.cache
      ).first)
  }

  /// A published example: the data and the result are in the fixture's README.
  @Test func `California after Proposition 99 is as published`() throws {
    let file = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
      .appending(path: "Fixtures/counterfactuals/california-prop99.csv")
    let lines = try String(contentsOf: file, encoding: .utf8).split(separator: "\n")
    let names = lines[0].split(separator: ",").dropFirst()
    let rows = lines.dropFirst().map { line in
      line.split(separator: ",").dropFirst().compactMap { Double($0) }
    }
    let series = names.indices.map { name in rows.map { $0[name - names.startIndex] } }
    let place = try #require(names.firstIndex(of: "California")) - names.startIndex
    var donors = series
    donors.remove(at: place)
    let fit = try #require(SyntheticControlFit(series[place], donors: donors, before: 19))
    let effect = Moments.mean(fit.gaps[19...])
    // Published -19.6, with weights short of the optimum. Non-negative least squares of another
    // library, the sum of one as a heavy row, gives -19.51363 and a pre-error of 1.65640.
    #expect(abs(effect + 19.6) < 0.15)
    #expect(abs(effect + 19.51363) < 0.0001 && abs(fit.preError - 1.6564) < 0.0001)
  }

  @Test(arguments: 0..<6)
  func `a shift of the window moves the gaps by as much and nothing else`(index: Int) throws {
    let response = Self.response(index)
    let scaled = try #require(ScaledResponse(response))
    let week = 60 + 30 * index
    func gaps(_ shift: Double) -> EffectEstimator.Gaps {
      var values = scaled.values
      for t in week..<(week + EffectWindow.weeks) { values[t] += shift }
      let moved = ScaledResponse(values: values, scale: 1, sign: 1, isDirected: false)
      return EffectEstimator(
        WhitenedResponse(moved, grid: Questions.grid), grid: Questions.grid
      ).gaps(from: week)
    }
    let (plain, shifted) = (gaps(0), gaps(3))
    for (a, b) in zip(plain.values, shifted.values) { #expect(abs(b - a - 3) < 1e-8) }
    for (a, b) in zip(plain.deviations, shifted.deviations) { #expect(abs(a - b) < 1e-8) }
    #expect(abs(shifted.mean - plain.mean - 3) < 1e-8)
    // The mean gap is the mean of the gaps, and surer than a single week.
    #expect(abs(Moments.mean(plain.values) - plain.mean) < 1e-9)
    #expect(plain.deviations.allSatisfy { $0 > plain.deviation })
  }

  @Test func `the path does not depend on the claimed direction`() throws {
    var response = Self.response(3)
    let plain = try Self.effects(response, at: 120)
    response.direction = .down
    let turned = try Self.effects(response, at: 120)
    for (a, b) in zip(plain.path.expected, turned.path.expected) { #expect(abs(a - b) < 1e-9) }
    #expect(abs(plain.path.meanGap.value - turned.path.meanGap.value) < 1e-9)
    #expect(plain.synthetic == turned.synthetic)
  }

  @Test func `a twin among the controls explains the series away`() throws {
    var response = Self.response(5)
    // The series itself, moved and stretched: levels and units are taken out.
    response.controls.append(response.values.map { 3 * $0 + 1 })
    let found = try #require(try Self.effects(response, at: 150).synthetic)
    #expect(found.donors.first?.control == response.controls.count - 1)
    #expect((found.donors.first?.weight ?? 0) > 0.999 && found.preError < 0.01)
    #expect(abs(found.meanGap.value) < 0.01)
  }

  @Test func `where a method cannot speak it is silent`() throws {
    var response = Self.response(7)
    #expect(try Self.effects(response, at: 30).synthetic == nil)
    response.controls = Array(response.controls.prefix(4))
    #expect(try Self.effects(response, at: 150).synthetic == nil)
    let outside = try Attribution.effects(
      of: [.init(id: "early", week: 5), .init(id: "late", week: 400)], on: response,
      cache: Questions.cache)
    #expect(outside.isEmpty)
    response.values = response.values.map { _ in 1 }
    #expect(
      try Attribution.effects(
        of: [.init(id: "c", week: 150)], on: response, cache: Questions.cache
      ).isEmpty)
  }

  /// Binomial bounds so wide that only a broken interval leaves them: 60 worlds, true coverage .9.
  @Test func `intervals hold what was planted`() throws {
    let plan = AttributionPlan(odds: [1, 0, 0, 0, 0], shape: .step, sizes: 1.5...1.5)
    var covered = [0, 0]
    for index in 0..<60 {
      let world = Questions.world(plan, index, seed: 31)
      guard case .candidate(let place) = world.truth else { continue }
      let week = world.candidates[place]
      let response = AttributionInput.Response(
        id: "r", values: world.responses[0], controls: world.controls)
      let found = try Self.effects(response, at: week)
      let unit = try #require(Attribution.unit(of: response, cache: Questions.cache))
      let truth = Moments.mean(world.effects[0][week..<(week + 13)]) / unit
      for (method, estimate) in [found.path.meanGap, found.synthetic?.meanGap].enumerated() {
        guard let low = estimate?.low, let high = estimate?.high else { continue }
        if low <= truth, truth <= high { covered[method] += 1 }
      }
    }
    #expect(covered[0] >= 46 && covered[1] >= 42, "\(covered) of 60")
  }
}
