import Foundation

/// A receiver that others may hold back: the intensity is the positive part of a sum of any sign.
///
/// Formula: `λ(t) = max(0, η(t))`, `η(t) = μ + Σ_j A_j R_j(t)`, μ ≥ 0, A of any sign, one exponential
/// kernel of rate β. Between two events η runs from η₀ to μ monotonically, so that it crosses zero at
/// most once, at a time known in closed form, and the integral of λ is exact. The log-likelihood is
/// concave: log η is, and the integral of max(0, η) is convex in parameters that η is linear in. With
/// no weight below 0 it equals `LinearReceiver`'s.
///
/// - SeeAlso: Bonnet, Martinez Herrera & Sangnier (2021), *Statistics & Probability Letters* 179,
///   109214.
struct RectifiedReceiver: ReceiverLikelihood {
  let plain: LinearReceiver
  let gaps: EventGaps

  private var width: Int { plain.totals.count }

  var count: Int { plain.count }
  var lowerBounds: [Double] { [0] + [Double](repeating: -.infinity, count: width) }

  /// A source that no event of the receiver follows could hold it back without limit.
  var unidentified: [Bool] {
    var isSeen = [Bool](repeating: false, count: width)
    for k in 0..<count {
      for j in 0..<width where plain.rows[k * width + j] > 0 { isSeen[j] = true }
    }
    return [false] + isSeen.map { !$0 }
  }

  var start: [Double] { zip(plain.start, unidentified).map { $1 ? 0 : $0 } }

  func value(at point: [Double]) -> Double { evaluate(point, order: 0).value }

  func slopes(at point: [Double]) -> Slopes {
    var slopes = evaluate(point, order: 2)
    slopes.mirror()
    return slopes
  }

  private func evaluate(_ point: [Double], order: Int) -> Slopes {
    let (width, size) = (width, width + 1)
    var slopes = Slopes(size: size)
    var row = [Double](repeating: 1, count: size)
    for k in 0..<count {
      var intensity = point[0]
      for j in 0..<width {
        row[j + 1] = plain.rows[k * width + j]
        intensity += point[j + 1] * row[j + 1]
      }
      guard slopes.addEvent(intensity, row, order: order) else { return slopes }
    }
    for gap in gaps.lengths.indices { add(gap, point, order, to: &slopes) }
    return slopes
  }

  /// The integral of the positive part over one gap, and its derivatives.
  private func add(_ gap: Int, _ point: [Double], _ order: Int, to slopes: inout Slopes) {
    let rate = gaps.rate
    guard let stretch = gaps.positivePart(of: gap, background: point[0], weights: point.dropFirst())
    else { return }
    slopes.value += stretch.integral
    guard order > 0 else { return }
    slopes.gradient[0] += gaps.lengths[gap] - stretch.from
    let from = gap * width
    for j in 0..<width { slopes.gradient[j + 1] += gaps.sums[from + j] * stretch.decayed }
    // Where η starts below zero, moving a parameter moves the crossing, at which η' = β μ.
    guard stretch.from > 0, point[0] > 0 else { return }
    let kept = rate * exp(-rate * stretch.from)
    let row = [1] + (0..<width).map { kept * gaps.sums[from + $0] }
    row.withUnsafeBufferPointer { row in
      slopes.hessian.withUnsafeMutableBufferPointer {
        Slopes.addOuter(row, 1 / (rate * point[0]), to: $0)
      }
    }
  }
}

/// The stretches between events, and what the past adds at the beginning of each.
struct EventGaps: Sendable {
  let rate: Double
  let lengths: [Double]
  /// `Σ_l exp(−β (τ − t_l))` just after the beginning τ of each gap, sources within it.
  let sums: [Double]
  /// The gap that ends at each event; events at one time end the same one.
  let gapBefore: [Int]

  init(_ events: EventTimes, rate: Double) {
    self.rate = rate
    var lengths: [Double] = []
    var sums: [Double] = []
    var gapBefore: [Int] = []
    var past = PastSweep(
      sources: events.labels.count, bases: [KernelBasis(weights: [1], rates: [rate])],
      start: events.start)
    var k = 0
    // An event at the very start has no gap before it; an empty one keeps the count simple.
    while k <= events.count {
      let time = k < events.count ? events.times[k] : events.end
      sums += past.sums
      lengths.append(time - past.now)
      past.advance(to: time)
      guard k < events.count else { break }
      var next = k
      while next < events.count, events.times[next] == time {
        gapBefore.append(lengths.count - 1)
        next += 1
      }
      for event in k..<next { past.add(events.dimensions[event]) }
      k = next
    }
    self.lengths = lengths
    self.sums = sums
    self.gapBefore = gapBefore
  }

  /// Where the intensity is above zero within a gap.
  struct PositivePart {
    /// From when after the beginning of the gap.
    let from: Double
    let integral: Double
    /// `exp(−β from) − exp(−β length)`.
    let decayed: Double
  }

  /// Nil where the intensity is zero all along.
  func positivePart(
    of gap: Int, background: Double, weights: ArraySlice<Double>
  ) -> PositivePart? {
    let width = weights.count
    let length = lengths[gap]
    var total = 0.0
    for j in 0..<width { total += weights[weights.startIndex + j] * sums[gap * width + j] }
    var from = 0.0
    // η₀ = μ + β total.
    if background + rate * total < 0 {
      guard background > 0 else { return nil }
      from = log(-rate * total / background) / rate
      guard from < length else { return nil }
    }
    let decayed = exp(-rate * from) - exp(-rate * length)
    return PositivePart(
      from: from, integral: background * (length - from) + total * decayed, decayed: decayed)
  }
}
