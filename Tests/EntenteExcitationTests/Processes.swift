import EntenteExcitation
import EntenteNumerics
import Foundation

/// Processes to test with, and a likelihood that shares no code with the library's.
enum Processes {
  static func model(
    _ baseline: [Double], _ weights: [[Double]], decay: Double = 1,
    link: HawkesOptions.Link = .linear
  ) throws -> HawkesModel {
    try HawkesModel(
      labels: baseline.indices.map { "\($0)" }, kernel: try ExponentialKernel([decay]), link: link,
      baseline: baseline, weights: weights)
  }

  static func pair() throws -> HawkesModel {
    try model([0.2, 0.1], [[0.3, 0.2], [0.4, 0.1]])
  }

  static func events(
    _ model: HawkesModel, to end: Double, seed: UInt64, index: Int = 0
  ) throws -> (EventTimes, HawkesSimulation) {
    var stream = RandomStream(seed: seed, name: "processes", index: index)
    let drawn = try HawkesSimulation(model, start: 0, end: end, stream: &stream)
    return (
      try EventTimes(
        labels: model.labels, start: 0, end: end, times: drawn.times, dimensions: drawn.dimensions),
      drawn
    )
  }

  static func options(
    _ kernel: any ExcitationKernel.Type = ExponentialKernel.self, _ values: [Double]? = nil,
    link: HawkesOptions.Link = .linear
  ) -> HawkesOptions {
    var options = HawkesOptions()
    options.kernel = kernel
    options.kernelValues = values
    options.link = link
    return options
  }

  /// The sum of background and past just before a time, every pair of events visited.
  static func drive(_ model: HawkesModel, _ events: EventTimes, _ i: Int, at time: Double) -> Double
  {
    let bases = model.kernel.bases
    var total = model.baseline[i]
    for l in events.times.indices where events.times[l] < time {
      for (b, basis) in bases.enumerated() {
        total +=
          model.weights[i][events.dimensions[l] * bases.count + b]
          * basis.density(time - events.times[l])
      }
    }
    return total
  }

  /// The log-likelihood by its definition; the integral of the positive part by Simpson's rule.
  static func logLikelihood(_ model: HawkesModel, _ events: EventTimes) -> Double {
    var total = 0.0
    for k in events.times.indices {
      total += log(max(0, drive(model, events, events.dimensions[k], at: events.times[k])))
    }
    let bases = model.kernel.bases
    if model.link == .linear {
      for i in model.labels.indices {
        total -= model.baseline[i] * events.duration
        for l in events.times.indices {
          for (b, basis) in bases.enumerated() {
            total -=
              model.weights[i][events.dimensions[l] * bases.count + b]
              * basis.distribution(events.end - events.times[l])
          }
        }
      }
      return total
    }
    let edges = [events.start] + events.times + [events.end]
    for (from, to) in zip(edges, edges.dropFirst()) where to > from {
      for i in model.labels.indices { total -= simpson(model, events, i, from, to) }
    }
    return total
  }

  private static func simpson(
    _ model: HawkesModel, _ events: EventTimes, _ i: Int, _ from: Double, _ to: Double
  ) -> Double {
    let steps = 100
    let h = (to - from) / Double(steps)
    var sum = 0.0
    for s in 0...steps {
      // Just after the beginning, where the event there already counts.
      let time = s == 0 ? from + 1e-12 * (1 + from) : from + Double(s) * h
      let weight = s == 0 || s == steps ? 1.0 : s % 2 == 1 ? 4 : 2
      sum += weight * max(0, drive(model, events, i, at: time))
    }
    return sum * h / 3
  }
}
