import Foundation

/// The gaps between events, measured in expected events rather than in time.
///
/// Formula: `τ_k = Λ_i(t_k) − Λ_i(t_{k−1})`, `Λ_i(t) = ∫ λ_i`, the window's start taken as an event
/// before the first. Under the true model they are independent and exponential with mean 1, whatever
/// the excitation (Meyer 1971; Ogata 1988).
public struct TimeRescaling: Sendable {
  /// Rescaled gaps of each dimension, in order of time.
  public let gaps: [[Double]]

  /// - Complexity: O(*n* D) per exponential of the kernel.
  public init(_ events: EventTimes, _ model: HawkesModel) throws(ExcitationError) {
    let totals =
      switch model.link {
      case .linear: try Self.linear(events, model)
      case .rectified: Self.rectified(events, model)
      }
    var last = [Double](repeating: 0, count: events.labels.count)
    var gaps = [[Double]](repeating: [], count: events.labels.count)
    for (k, total) in totals.enumerated() {
      let i = events.dimensions[k]
      // Rounding may take a gap of ties below zero.
      gaps[i].append(max(0, total - last[i]))
      last[i] = total
    }
    self.gaps = gaps
  }

  /// `Λ_i(t_k)` of each event's own dimension.
  private static func linear(
    _ events: EventTimes, _ model: HawkesModel
  ) throws(ExcitationError) -> [Double] {
    let stretches = try model.backgroundStretches(from: events.start, to: events.end)
    var passed = [Double](repeating: 0, count: events.labels.count)
    var stretch = 0
    var result = [Double](repeating: 0, count: events.count)
    _ = events.sweep(model.kernel.bases) { k, past in
      let (time, i) = (events.times[k], events.dimensions[k])
      while stretch + 1 < stretches.count, stretches[stretch + 1].start <= time {
        for j in passed.indices {
          passed[j] += stretches[stretch].length * stretches[stretch].factors[j]
        }
        stretch += 1
      }
      let here = stretches[stretch]
      var total = model.baseline[i] * (passed[i] + (time - here.start) * here.factors[i])
      for (weight, column) in zip(model.weights[i], past.totals()) { total += weight * column }
      result[k] = total
    }
    return result
  }

  private static func rectified(_ events: EventTimes, _ model: HawkesModel) -> [Double] {
    let gaps = EventGaps(events, rate: model.kernel.bases[0].rates[0])
    var totals = [Double](repeating: 0, count: events.labels.count)
    var result: [Double] = []
    var gap = -1
    for k in events.times.indices {
      while gap < gaps.gapBefore[k] {
        gap += 1
        for i in totals.indices {
          totals[i] +=
            gaps.positivePart(
              of: gap, background: model.baseline[i], weights: model.weights[i][...])?.integral
            ?? 0
        }
      }
      result.append(totals[events.dimensions[k]])
    }
    return result
  }
}
