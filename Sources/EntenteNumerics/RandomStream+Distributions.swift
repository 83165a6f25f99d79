import Foundation

extension RandomStream {
  /// Standard normal (Marsaglia's polar method; the second deviate is not kept, so that the stream's
  /// state stays four words).
  public mutating func normal() -> Double {
    while true {
      let u = 2 * uniform() - 1
      let v = 2 * uniform() - 1
      let s = u * u + v * v
      if s > 0, s < 1 { return u * (-2 * log(s) / s).squareRoot() }
    }
  }

  public mutating func exponential() -> Double { -log(1 - uniform()) }

  /// Gamma with the given shape and scale (Marsaglia & Tsang 2000).
  public mutating func gamma(shape: Double, scale: Double = 1) -> Double {
    precondition(shape > 0 && scale > 0, "gamma needs a positive shape and scale")
    if shape < 1 {
      return gamma(shape: shape + 1, scale: scale) * pow(1 - uniform(), 1 / shape)
    }
    let d = shape - 1.0 / 3
    let c = 1 / (9 * d).squareRoot()
    while true {
      let x = normal()
      let root = 1 + c * x
      if root <= 0 { continue }
      let v = root * root * root
      let u = 1 - uniform()
      if log(u) < 0.5 * x * x + d - d * v + d * log(v) { return d * v * scale }
    }
  }

  /// Student's t with `degrees` degrees of freedom.
  public mutating func studentT(degrees: Double) -> Double {
    normal() / (gamma(shape: degrees / 2, scale: 2) / degrees).squareRoot()
  }

  /// Poisson by counting exponential gaps; for means up to a few hundred.
  public mutating func poisson(mean: Double) -> Int {
    var total = exponential()
    var count = 0
    while total < mean {
      count += 1
      total += exponential()
    }
    return count
  }
}
