import EntenteNumerics

/// For each event, who probably triggered it: the background or one of the events before it.
///
/// Formula: `P(k from l) = A_ij g(t_k − t_l)/λ_i(t_k)`, `P(background) = μ_i(t_k)/λ_i(t_k)` (Zhuang,
/// Ogata & Vere-Jones 2002). Given the model these are exact probabilities: a Hawkes process is a
/// family tree whose parents were lost. Where events may also hold back, the process is the
/// one with positive weights, thinned without regard to parents, so that the probabilities are those
/// of the positive weights alone.
///
/// They say which earlier event of the record made this one likelier, within the model; a common
/// cause outside the record looks like a trigger.
public struct TriggerAttribution: Sendable {
  public struct Parent: Hashable, Sendable {
    /// Index of the earlier event.
    public let event: Int
    public let probability: Double
  }

  public struct Row: Hashable, Sendable {
    public let background: Double
    /// The likeliest earlier events, likeliest first.
    public let parents: [Parent]
    /// Probability of all earlier events that are not listed.
    public let others: Double
    /// Intensity of the event's dimension just before it.
    public let intensity: Double
  }

  /// One row for each event.
  public let rows: [Row]
  /// Expected number of events of each receiver that each source triggered: rows receive.
  public let triggered: [[Double]]
  /// Expected number of events of each dimension that nothing on record triggered.
  public let spontaneous: [Double]

  /// - Parameter listed: how many earlier events to name for each event.
  /// - Throws: what `Covariates` throws.
  /// - Complexity: O(*n* D) and, for each event, as many earlier events as hold all but a millionth
  ///   of its probability, 100,000 at most.
  public init(
    _ events: EventTimes, _ model: HawkesModel, listed: Int = 5, threads: Int = 1
  ) throws(ExcitationError) {
    let stretches = try model.backgroundStretches(from: events.start, to: events.end)
    let bases = model.kernel.bases
    let sources = events.labels.count
    let weights = model.weights.map { $0.map { max(0, $0) } }
    // What each source adds to the intensity at each event, exactly.
    var shares = [Double](repeating: 0, count: events.count * sources)
    var backgrounds = [Double](repeating: 0, count: events.count)
    var intensities = backgrounds
    var raisedLevels = backgrounds
    var stretch = 0
    var row = [Double](repeating: 0, count: sources * bases.count)
    _ = events.sweep(bases) { k, past in
      let (time, i) = (events.times[k], events.dimensions[k])
      while stretch + 1 < stretches.count, stretches[stretch + 1].start <= time { stretch += 1 }
      backgrounds[k] = model.baseline[i] * stretches[stretch].factors[i]
      row.withUnsafeMutableBufferPointer { past.features(into: $0, from: 0) }
      var held = 0.0
      for j in 0..<sources {
        for b in 0..<bases.count {
          let column = j * bases.count + b
          shares[k * sources + j] += weights[i][column] * row[column]
          held += (model.weights[i][column] - weights[i][column]) * row[column]
        }
      }
      let raised = shares[(k * sources)..<((k + 1) * sources)].reduce(backgrounds[k], +)
      intensities[k] = max(0, raised + held)
      raisedLevels[k] = raised
      // An event that the model gives no intensity at all came from nothing on record.
      let total = raised > 0 ? raised : 1
      for j in 0..<sources { shares[k * sources + j] /= total }
      backgrounds[k] = raised > 0 ? backgrounds[k] / total : 1
    }
    var triggered = [[Double]](
      repeating: [Double](repeating: 0, count: sources), count: sources)
    var spontaneous = [Double](repeating: 0, count: sources)
    for k in events.times.indices {
      let i = events.dimensions[k]
      spontaneous[i] += backgrounds[k]
      for j in 0..<sources { triggered[i][j] += shares[k * sources + j] }
    }
    self.triggered = triggered
    self.spontaneous = spontaneous
    let (exact, all, levels, sums) = (backgrounds, shares, intensities, raisedLevels)
    rows = Parallel.map(events.count, threads: threads) { k in
      let from = k * sources
      let excited = all[from..<(from + sources)].reduce(0, +)
      let parents = Self.parents(
        of: k, events, bases, weights[events.dimensions[k]], level: sums[k], excited: excited,
        listed: listed)
      return Row(
        background: exact[k], parents: parents,
        others: max(0, excited - parents.reduce(0) { $0 + $1.probability }),
        intensity: levels[k])
    }
  }

  /// The likeliest earlier events of one event.
  private static func parents(
    of k: Int, _ events: EventTimes, _ bases: [KernelBasis], _ weights: [Double], level: Double,
    excited: Double, listed: Int
  ) -> [Parent] {
    guard excited > 0, level > 0, listed > 0 else { return [] }
    var best: [Parent] = []
    var mass = 0.0
    var l = k - 1
    while l >= 0, mass < excited * (1 - 1e-6), k - l <= 100_000 {
      let gap = events.times[k] - events.times[l]
      if gap > 0 {
        var density = 0.0
        for (b, basis) in bases.enumerated() {
          let weight = weights[events.dimensions[l] * bases.count + b]
          if weight > 0 { density += weight * basis.density(gap) }
        }
        let probability = density / level
        mass += probability
        if probability > 0, best.count < listed || probability > best[best.count - 1].probability {
          let place = best.firstIndex { $0.probability < probability } ?? best.count
          best.insert(Parent(event: l, probability: probability), at: place)
          if best.count > listed { best.removeLast() }
        }
      }
      l -= 1
    }
    return best
  }
}
