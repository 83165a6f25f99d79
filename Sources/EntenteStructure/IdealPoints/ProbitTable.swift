import Foundation

/// The ratio φ(t)/Φ(t) and log Φ(t), tabulated: a probit model asks for them a hundred million times.
///
/// Cubic Hermite interpolation between points 1/64 apart on [−12, 12]: absolute error below 1e-9
/// (a test compares with `erfc`). Beyond, the asymptotic series on the left and zero on the right.
package struct ProbitTable: Sendable {
  private static let low = -12.0
  private static let high = 12.0
  private static let perUnit = 64.0

  /// Value and slope, scaled to the step, at every point.
  private let ratio: [SIMD2<Double>]
  private let logarithm: [SIMD2<Double>]

  package init() {
    let count = Int((Self.high - Self.low) * Self.perUnit) + 1
    let points = (0..<count).map { Self.low + Double($0) / Self.perUnit }
    ratio = points.map { t in
      let h = Self.exactRatio(t)
      return SIMD2(h, -h * (t + h) / Self.perUnit)
    }
    logarithm = points.map { t in
      SIMD2(Self.exactLogarithm(t), Self.exactRatio(t) / Self.perUnit)
    }
  }

  /// Calls `body` with the tables in place, without a check of bounds at every look-up.
  package func withTables<R>(_ body: (Reader) -> R) -> R {
    ratio.withUnsafeBufferPointer { ratio in
      logarithm.withUnsafeBufferPointer { body(Reader(ratio: ratio, logarithm: $0)) }
    }
  }

  /// The tables while they stay in place.
  package struct Reader {
    fileprivate let ratio: UnsafeBufferPointer<SIMD2<Double>>
    fileprivate let logarithm: UnsafeBufferPointer<SIMD2<Double>>

    /// φ(t)/Φ(t).
    @inline(__always)
    package func ratio(_ t: Double) -> Double {
      if t > ProbitTable.low, t < ProbitTable.high { return interpolate(ratio, t) }
      return t >= ProbitTable.high ? 0 : ProbitTable.exactRatio(t)
    }

    /// log Φ(t).
    @inline(__always)
    package func logarithm(_ t: Double) -> Double {
      if t > ProbitTable.low, t < ProbitTable.high { return interpolate(logarithm, t) }
      return t >= ProbitTable.high ? 0 : ProbitTable.exactLogarithm(t)
    }

    @inline(__always)
    private func interpolate(_ table: UnsafeBufferPointer<SIMD2<Double>>, _ t: Double) -> Double {
      let x = (t - ProbitTable.low) * ProbitTable.perUnit
      let i = Int(x)
      let u = x - Double(i)
      let (a, b) = (table[i], table[i + 1])
      let rise = b.x - a.x
      let (left, right) = (a.y - rise, rise - b.y)
      return a.x + u * (rise + (1 - u) * (left * (1 - u) + right * u))
    }
  }

  package static func exactRatio(_ t: Double) -> Double {
    if t < -12 {
      // Continued fraction of Mills' ratio.
      let x = -t
      return x + 1 / (x + 2 / (x + 3 / (x + 4 / (x + 5 / x))))
    }
    return exp(-0.5 * t * t) * 0.3989422804014327 / (0.5 * erfc(-t * 0.7071067811865476))
  }

  package static func exactLogarithm(_ t: Double) -> Double {
    if t < -12 { return -0.5 * t * t - 0.9189385332046727 - log(exactRatio(t)) }
    if t > 5 { return log1p(-0.5 * erfc(t * 0.7071067811865476)) }
    return log(0.5 * erfc(-t * 0.7071067811865476))
  }
}
