/// The statistic `T` of a series, fast: one search serves every draw of a bootstrap.
///
/// The largest gain of one, two or three breaks, each divided by their number, from one sweep over
/// the pairs (start, end) of segments. It holds its own buffers, so a draw allocates nothing.
/// It agrees with ``Segmentation/largestGain(upTo:)`` up to rounding.
final class GainSearch {
  private typealias Lanes = SIMD4<Double>

  let count: Int
  private let minimumSegment: Int
  /// The series to be searched; fill it, then call ``largestGain()``.
  let values: UnsafeMutablePointer<Double>
  private let sums: UnsafeMutablePointer<Double>
  /// `inverse[count − length] = 1/length`: reversed, so that it is read forward along starts.
  private let inverse: UnsafeMutablePointer<Double>
  private let zero: UnsafeMutablePointer<Double>
  private let one: UnsafeMutablePointer<Double>
  private let two: UnsafeMutablePointer<Double>

  init(count: Int, minimumSegment: Int) {
    precondition(count > 0 && minimumSegment > 0)
    self.count = count
    self.minimumSegment = minimumSegment
    // Four spare places, because a sweep reads whole lanes.
    func buffer() -> UnsafeMutablePointer<Double> {
      let pointer = UnsafeMutablePointer<Double>.allocate(capacity: count + 8)
      pointer.initialize(repeating: 0, count: count + 8)
      return pointer
    }
    values = buffer()
    sums = buffer()
    inverse = buffer()
    zero = buffer()
    one = buffer()
    two = buffer()
    for length in 1...count { inverse[count - length] = 1 / Double(length) }
  }

  deinit {
    for pointer in [values, sums, inverse, zero, one, two] {
      pointer.deinitialize(count: count + 8)
      pointer.deallocate()
    }
  }

  /// `T` of the series now in `values`, with up to three breaks; 0 if no break fits.
  func largestGain() -> Double {
    let n = count
    let least = minimumSegment
    guard n >= 2 * least else { return 0 }
    var total = 0.0
    for t in 0..<n { total += values[t] }
    let mean = total / Double(n)
    sums[0] = 0
    for t in 0..<n { sums[t + 1] = sums[t] + (values[t] - mean) }
    for t in 0...(n + 7) {
      one[t] = -.infinity
      two[t] = -.infinity
      zero[t] = -.infinity
    }
    for t in least...n { zero[t] = sums[t] * sums[t] * inverse[n - t] }
    var end = 2 * least
    while end <= n - least {
      sweep(end)
      end += 1
    }
    return finish()
  }

  /// Best gains of one and of two breaks over the first `end` weeks.
  @inline(__always)
  private func sweep(_ end: Int) {
    let last = end - minimumSegment
    let top = Lanes(repeating: sums[end])
    let scale = inverse + (count - end)
    var first = Lanes(repeating: -.infinity)
    var second = first
    var start = minimumSegment
    while start + 3 <= last {
      let difference = top - load(sums, start)
      let gain = difference * difference * load(scale, start)
      first = larger(first, load(zero, start) + gain)
      second = larger(second, load(one, start) + gain)
      start += 4
    }
    var bestFirst = first.max()
    var bestSecond = second.max()
    while start <= last {
      let difference = sums[end] - sums[start]
      let gain = difference * difference * scale[start]
      bestFirst = max(bestFirst, zero[start] + gain)
      bestSecond = max(bestSecond, one[start] + gain)
      start += 1
    }
    one[end] = bestFirst
    two[end] = bestSecond
  }

  /// The gains of the whole series.
  private func finish() -> Double {
    let n = count
    var best = (-Double.infinity, -Double.infinity, -Double.infinity)
    for start in minimumSegment...(n - minimumSegment) {
      let difference = sums[n] - sums[start]
      let gain = difference * difference * inverse[start]
      best.0 = max(best.0, zero[start] + gain)
      best.1 = max(best.1, one[start] + gain)
      best.2 = max(best.2, two[start] + gain)
    }
    let none = sums[n] * sums[n] / Double(n)
    return max(0, best.0 - none, (best.1 - none) / 2, (best.2 - none) / 3)
  }

  @inline(__always)
  private func load(_ pointer: UnsafeMutablePointer<Double>, _ offset: Int) -> Lanes {
    UnsafeRawPointer(pointer + offset).loadUnaligned(as: Lanes.self)
  }

  @inline(__always)
  private func larger(_ left: Lanes, _ right: Lanes) -> Lanes {
    left.replacing(with: right, where: right .> left)
  }
}
