import EntenteAttribution
import EntenteNumerics
import EntenteTesting
import Foundation
import Testing

@Suite struct AttributionTests {
  @Test(arguments: 0..<12)
  func `weights and the parts of none sum to one`(index: Int) throws {
    let plan = AttributionPlan(candidates: 1 + index % 8, dyads: 1 + index % 3)
    let result = try Questions.weigh(Questions.input(Questions.world(plan, index)))
    #expect(abs(result.probabilities.reduce(0, +) - 1) < 1e-9)
    let parts = result.noneParts.near + result.noneParts.far + result.noneParts.nothing
    #expect(abs(parts - result.noneListed.probability) < 1e-9)
    #expect(result.probabilities.allSatisfy { (0...1).contains($0) })
  }

  @Test(arguments: 0..<6)
  func `the order of candidates and of controls does not matter`(index: Int) throws {
    var input = Questions.input(Questions.world(AttributionPlan(), index))
    let one = try Questions.weigh(input)
    input.candidates.reverse()
    #expect(try Questions.weigh(input) == one)
    input.responses[0].controls.reverse()
    #expect(try Questions.weigh(input).distance(from: one) < 1e-6)
  }

  @Test(arguments: 0..<6)
  func `units and levels do not matter`(index: Int) throws {
    var input = Questions.input(Questions.world(AttributionPlan(dyads: 2), index))
    let one = try Questions.weigh(input)
    for i in input.responses.indices {
      input.responses[i].values = input.responses[i].values.map { 700 * $0 + 12 }
    }
    #expect(try Questions.weigh(input).distance(from: one) < 1e-6)
  }

  @Test(arguments: 0..<6)
  func `turning the series and the claim's direction changes no weight`(index: Int) throws {
    var input = Questions.input(Questions.world(AttributionPlan(), index))
    let options = AttributionOptions(draws: 0)
    let one = try Questions.weigh(input, options)
    input.responses[0].values = input.responses[0].values.map { -$0 }
    input.responses[0].direction = input.responses[0].direction == .up ? .down : .up
    let other = try Questions.weigh(input, options)
    #expect(other.distance(from: one) < 1e-9)
    #expect(abs(one.effects[0].effect.value + other.effects[0].effect.value) < 1e-9)
  }

  @Test(arguments: 1...4)
  func `a great step is named, and not in the other direction`(dyads: Int) throws {
    let plan = AttributionPlan(
      odds: [1, 0, 0, 0, 0], dyads: dyads, pattern: .regular(gap: 40), shape: .step,
      sizes: 5...5, lags: 0...0, hasBackground: false)
    for index in 0..<5 {
      let world = Questions.world(plan, index)
      guard case .candidate(let place) = world.truth else { continue }
      var input = Questions.input(world, hasShock: false)
      let result = try Questions.weigh(input)
      #expect(result.candidates[place].weight.probability > 0.7, "world \(index)")
      for i in input.responses.indices {
        input.responses[i].direction = world.direction > 0 ? .down : .up
      }
      let turned = try Questions.weigh(input)
      #expect(turned.candidates[place].weight.probability < 0.3, "world \(index)")
    }
  }

  @Test func `with nothing planted a candidate is rarely named`() throws {
    var named = 0
    for index in 0..<80 {
      let world = Questions.world(AttributionPlan(odds: [0, 0, 1, 0, 0]), index)
      if case .named(.candidates, _) = try Questions.weigh(Questions.input(world)).decision {
        named += 1
      }
    }
    #expect(named <= 5)
  }

  @Test func `one seed gives the same bytes on one thread and on two`() throws {
    let input = Questions.input(Questions.world(AttributionPlan(dyads: 2), 3))
    let encoder = JSONEncoder()
    encoder.outputFormatting = .sortedKeys
    let bytes = try [1, 2].map { threads in
      let options = AttributionOptions(draws: 20, seed: 5, threads: threads)
      return try encoder.encode(Attribution.attribute(input, options: options))
    }
    #expect(bytes[0] == bytes[1])
    let decoded = try JSONDecoder().decode(AttributionResult.self, from: bytes[0])
    #expect(decoded.candidates.allSatisfy { $0.weight.interval != nil })
  }

  @Test func `priors multiply the odds`() throws {
    let input = Questions.input(Questions.world(AttributionPlan(), 2))
    let one = try Questions.weigh(input)
    var options = Questions.plain
    options.priors.accumulation *= 3
    let other = try Questions.weigh(input, options)
    func odds(_ result: AttributionResult) -> Double {
      result.accumulation.probability / result.candidates[0].weight.probability
    }
    #expect(abs(odds(other) / odds(one) - 3) < 1e-6)
  }
}
