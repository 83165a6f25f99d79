public import EntenteNumerics
import Foundation

/// Event times drawn from a Hawkes process, with the truth about what triggered what.
public struct HawkesSimulation: Sendable {
  public let times: [Double]
  public let dimensions: [Int]
  /// Index of the event that triggered each event; nil for the background, and everywhere under
  /// inhibition, where thinning makes no parents.
  public let parents: [Int?]

  /// Draws a realisation on a window that begins with an empty past.
  ///
  /// Without inhibition exactly and event by event: immigrants of the background, then the children
  /// of each event, Poisson in number, with delays of the kernel (Hawkes & Oakes 1974). With
  /// inhibition by thinning (Ogata 1981) under the bound that the positive weights alone give.
  ///
  /// - Throws: `ExcitationError` with `.badWindow` for an empty window, `.explosive` if more than
  ///   `limit` events come, and what `Covariates` throws.
  /// - Complexity: O(*n* log *n* + *n* D) for n events.
  public init(
    _ model: HawkesModel, start: Double, end: Double, stream: inout RandomStream,
    limit: Int = 5_000_000
  ) throws(ExcitationError) {
    guard start.isFinite, end.isFinite, start < end else {
      throw ExcitationError(
        .badWindow, "expected a window that ends after it starts, found \(start) to \(end)")
    }
    switch model.link {
    case .linear:
      self = try Self.clusters(model, start, end, &stream, limit)
    case .rectified:
      self = try Self.thinned(model, start, end, &stream, limit)
    }
  }

  private init(times: [Double], dimensions: [Int], parents: [Int?]) {
    self.times = times
    self.dimensions = dimensions
    self.parents = parents
  }

  private static func explosion(_ limit: Int, _ model: HawkesModel) -> ExcitationError {
    ExcitationError(
      .explosive,
      "expected at most \(limit) events, found more: spectral radius "
        + "\(model.spectralRadius.value); simulate a shorter window or a process below 1")
  }

  // MARK: - Clusters

  private static func clusters(
    _ model: HawkesModel, _ start: Double, _ end: Double, _ stream: inout RandomStream,
    _ limit: Int
  ) throws(ExcitationError) -> HawkesSimulation {
    var times: [Double] = []
    var dimensions: [Int] = []
    var parents: [Int?] = []
    let stretches = try model.backgroundStretches(from: start, to: end)
    for i in model.labels.indices {
      for stretch in stretches {
        let rate = model.baseline[i] * stretch.factors[i]
        guard rate > 0 else { continue }
        var time = stretch.start + stream.exponential() / rate
        while time < stretch.start + stretch.length {
          times.append(time)
          dimensions.append(i)
          parents.append(nil)
          guard times.count <= limit else { throw explosion(limit, model) }
          time += stream.exponential() / rate
        }
      }
    }
    let bases = model.kernel.bases
    var next = 0
    while next < times.count {
      let (time, source) = (times[next], dimensions[next])
      for i in model.labels.indices {
        for (b, basis) in bases.enumerated() {
          let mean = model.weights[i][source * bases.count + b]
          guard mean > 0 else { continue }
          for _ in 0..<stream.poisson(mean: mean) {
            let child = time + basis.delay(&stream)
            guard child < end else { continue }
            times.append(child)
            dimensions.append(i)
            parents.append(next)
            guard times.count <= limit else { throw explosion(limit, model) }
          }
        }
      }
      next += 1
    }
    let order = times.indices.sorted { (times[$0], $0) < (times[$1], $1) }
    var rank = [Int](repeating: 0, count: times.count)
    for (position, event) in order.enumerated() { rank[event] = position }
    return HawkesSimulation(
      times: order.map { times[$0] }, dimensions: order.map { dimensions[$0] },
      parents: order.map { parents[$0].map { rank[$0] } })
  }

  // MARK: - Thinning

  private static func thinned(
    _ model: HawkesModel, _ start: Double, _ end: Double, _ stream: inout RandomStream,
    _ limit: Int
  ) throws(ExcitationError) -> HawkesSimulation {
    let rate = model.kernel.bases[0].rates[0]
    let dimensions = model.labels.indices
    // Excitation and restraint apart: the first alone bounds the intensity until the next event.
    var raising = [Double](repeating: 0, count: dimensions.count)
    var holding = raising
    var times: [Double] = []
    var marks: [Int] = []
    var time = start
    while true {
      let bound = dimensions.reduce(0) { $0 + model.baseline[$1] + raising[$1] }
      guard bound > 0 else { break }
      let gap = stream.exponential() / bound
      time += gap
      guard time < end else { break }
      let kept = exp(-rate * gap)
      for i in dimensions {
        raising[i] *= kept
        holding[i] *= kept
      }
      var left = stream.uniform() * bound
      for i in dimensions {
        left -= max(0, model.baseline[i] + raising[i] - holding[i])
        guard left < 0 else { continue }
        times.append(time)
        marks.append(i)
        for receiver in dimensions {
          let weight = model.weights[receiver][i]
          if weight > 0 { raising[receiver] += rate * weight }
          if weight < 0 { holding[receiver] -= rate * weight }
        }
        break
      }
      guard times.count <= limit else { throw explosion(limit, model) }
    }
    return HawkesSimulation(
      times: times, dimensions: marks, parents: times.map { _ in nil })
  }
}

extension HawkesModel {
  /// A stretch of time with the factor of each receiver's background.
  struct BackgroundStretch {
    let start: Double
    let length: Double
    let factors: [Double]
  }

  /// The stretches of a window; one with factors of 1 where there are no covariates.
  ///
  /// - Throws: what `Covariates` throws.
  func backgroundStretches(
    from start: Double, to end: Double
  ) throws(ExcitationError) -> [BackgroundStretch] {
    guard let segments = try covariates?.segments(from: start, to: end) else {
      return [
        BackgroundStretch(start: start, length: end - start, factors: labels.map { _ in 1 })
      ]
    }
    return segments.starts.indices.map { s in
      BackgroundStretch(
        start: segments.starts[s], length: segments.lengths[s],
        factors: labels.indices.map { i in
          exp(zip(effects[i], segments.scaled[s]).reduce(0) { $0 + $1.0 * $1.1 })
        })
    }
  }
}
