import Foundation

/// What the past adds to the intensities, carried forward from event to event.
///
/// State: `S_cj(t) = Σ exp(−r_c (t − t_l))` over the events l of source j strictly before t, for
/// every exponential c of the kernel. A step costs one exponential for each rate and one product for
/// each rate and source, however long the past is.
struct PastSweep {
  let sources: Int
  let bases: Int
  private let rates: [Double]
  private let weights: [Double]
  private let basisOf: [Int]
  /// Component-major: `sums[c * sources + j]`.
  private(set) var sums: [Double]
  private(set) var counts: [Double]
  private(set) var now: Double

  init(sources: Int, bases: [KernelBasis], start: Double) {
    self.sources = sources
    self.bases = bases.count
    rates = bases.flatMap(\.rates)
    weights = bases.flatMap(\.weights)
    basisOf = bases.enumerated().flatMap { index, basis in basis.rates.map { _ in index } }
    sums = [Double](repeating: 0, count: rates.count * sources)
    counts = [Double](repeating: 0, count: sources)
    now = start
  }

  /// Columns of features: source-major, a basis within its source.
  var width: Int { sources * bases }

  mutating func advance(to time: Double) {
    let gap = time - now
    guard gap > 0 else { return }
    now = time
    let sources = sources
    sums.withUnsafeMutableBufferPointer { sums in
      for c in rates.indices {
        let kept = exp(-rates[c] * gap)
        let from = c * sources
        for j in 0..<sources { sums[from + j] *= kept }
      }
    }
  }

  /// An event of a source at the present time; it counts from the next time on.
  mutating func add(_ source: Int) {
    counts[source] += 1
    for c in rates.indices { sums[c * sources + source] += 1 }
  }

  /// `Σ_l g_b(t − t_l)` for every column, written from `offset` on.
  func features(into row: UnsafeMutableBufferPointer<Double>, from offset: Int) {
    for column in 0..<width { row[offset + column] = 0 }
    sums.withUnsafeBufferPointer { sums in
      for c in rates.indices {
        let scale = weights[c] * rates[c]
        for j in 0..<sources {
          row[offset + j * bases + basisOf[c]] += scale * sums[c * sources + j]
        }
      }
    }
  }

  /// Integrals of all columns from the start to the present time.
  func totals() -> [Double] {
    var totals = [Double](repeating: 0, count: width)
    for c in rates.indices {
      for j in 0..<sources {
        totals[j * bases + basisOf[c]] += weights[c] * (counts[j] - sums[c * sources + j])
      }
    }
    return totals
  }
}

extension EventTimes {
  /// Visits every event with the past before it; events at one time see the same past.
  func sweep(_ bases: [KernelBasis], _ visit: (Int, PastSweep) -> Void) -> PastSweep {
    var past = PastSweep(sources: labels.count, bases: bases, start: start)
    var k = 0
    while k < count {
      past.advance(to: times[k])
      var next = k
      while next < count, times[next] == times[k] {
        visit(next, past)
        next += 1
      }
      for event in k..<next { past.add(dimensions[event]) }
      k = next
    }
    past.advance(to: end)
    return past
  }
}

/// The columns that make the intensities at the events linear in the weights.
struct ExcitationFeatures: Sendable {
  /// Sources × bases.
  let width: Int
  /// For each receiver one row of `width` for each of its events.
  let rows: [[Double]]
  /// Integral of each column over the window.
  let totals: [Double]

  /// - Complexity: O(*n* × sources × exponentials of the kernel), memory *n* × `width`.
  init(_ events: EventTimes, bases: [KernelBasis]) {
    let width = events.labels.count * bases.count
    let counts = events.counts
    var offsets = [0]
    for count in counts { offsets.append((offsets.last ?? 0) + count * width) }
    var position = offsets
    var past: PastSweep?
    let all = [Double](unsafeUninitializedCapacity: events.count * width) { buffer, used in
      buffer.initialize(repeating: 0)
      used = events.count * width
      past = events.sweep(bases) { k, past in
        let receiver = events.dimensions[k]
        past.features(into: buffer, from: position[receiver])
        position[receiver] += width
      }
    }
    self.width = width
    rows = counts.indices.map { Array(all[offsets[$0]..<offsets[$0 + 1]]) }
    totals = past?.totals() ?? []
  }
}
