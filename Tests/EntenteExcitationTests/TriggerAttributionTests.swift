import EntenteExcitation
import EntenteNumerics
import Foundation
import Testing

struct TriggerAttributionTests {
  @Test(arguments: 0..<3)
  func `probabilities agree with the definition and sum to 1`(kernel: Int) throws {
    let (type, values) = LikelihoodTests.kernels[kernel]
    let (events, _) = try Processes.events(Processes.pair(), to: 200, seed: 17, index: kernel)
    let fit = try HawkesEstimator.fit(events, Processes.options(type, values))
    let found = try TriggerAttribution(events, fit.model, listed: 1000)
    let bases = fit.model.kernel.bases
    for (k, row) in found.rows.enumerated() {
      let i = events.dimensions[k]
      let level = Processes.drive(fit.model, events, i, at: events.times[k])
      #expect(abs(row.intensity - level) < 1e-9 * level)
      #expect(abs(row.background - fit.model.baseline[i] / level) < 1e-9)
      let listed = row.parents.reduce(0) { $0 + $1.probability }
      #expect(abs(row.background + listed + row.others - 1) < 1e-9)
      for parent in row.parents {
        let l = parent.event
        var share = 0.0
        for (b, basis) in bases.enumerated() {
          share +=
            fit.model.weights[i][events.dimensions[l] * bases.count + b]
            * basis.density(events.times[k] - events.times[l])
        }
        #expect(abs(parent.probability - share / level) < 1e-9)
      }
      #expect(
        zip(row.parents, row.parents.dropFirst()).allSatisfy { $0.probability >= $1.probability })
    }
    let total = found.triggered.flatMap { $0 }.reduce(0, +) + found.spontaneous.reduce(0, +)
    #expect(abs(total - Double(events.count)) < 1e-6)
  }

  @Test func `probabilities are met by the true parents`() throws {
    // Ten bins of probability over named parents and backgrounds of many fitted processes.
    var sums = [Double](repeating: 0, count: 10)
    var hits = sums
    var counts = sums
    for index in 0..<12 {
      let (events, drawn) = try Processes.events(Processes.pair(), to: 1500, seed: 18, index: index)
      let fit = try HawkesEstimator.fit(events, Processes.options())
      let found = try TriggerAttribution(events, fit.model, listed: 10)
      for (k, row) in found.rows.enumerated() {
        var answers = row.parents.map { ($0.probability, drawn.parents[k] == $0.event) }
        answers.append((row.background, drawn.parents[k] == nil))
        for (p, isTrue) in answers {
          let bin = min(9, Int(p * 10))
          sums[bin] += p
          counts[bin] += 1
          if isTrue { hits[bin] += 1 }
        }
      }
    }
    let all = counts.reduce(0, +)
    var error = 0.0
    for bin in 0..<10 where counts[bin] > 0 {
      error += abs(sums[bin] - hits[bin]) / all
      if counts[bin] > 300 {
        #expect(abs(sums[bin] - hits[bin]) / counts[bin] < 0.06, "bin \(bin)")
      }
    }
    #expect(error < 0.01)
  }

  @Test func `names no more than asked, and threads change nothing`() throws {
    let (events, _) = try Processes.events(Processes.pair(), to: 400, seed: 19)
    let model = try Processes.pair()
    let one = try TriggerAttribution(events, model, listed: 2)
    #expect(one.rows.allSatisfy { $0.parents.count <= 2 })
    #expect(try TriggerAttribution(events, model, listed: 2, threads: 3).rows == one.rows)
  }

  @Test func `restraint takes no share`() throws {
    let model = try Processes.model([0.6, 0.5], [[0.3, -0.6], [0.4, 0.0]], link: .rectified)
    let (events, _) = try Processes.events(model, to: 300, seed: 20)
    let found = try TriggerAttribution(events, model, listed: 50)
    for (k, row) in found.rows.enumerated() where events.dimensions[k] == 0 {
      #expect(row.parents.allSatisfy { events.dimensions[$0.event] == 0 })
      #expect(row.background >= 0 && row.background <= 1)
    }
    #expect(found.triggered[0][1] == 0)
  }
}
