import EntenteNumerics

/// The observed information of a fit, inverted: blocks of the receivers, bordered by the kernel.
///
/// Only free parameters count: those at their bound and those without data are left out. The blocks
/// are independent of each other given the kernel, so a border of one row for each parameter of the
/// kernel makes the whole inverse.
struct HawkesInformation {
  /// Inverse information of each receiver, with zeros for parameters that are not free; nil where it
  /// is singular.
  let blocks: [[Double]?]
  /// `H_i⁻¹ ∂²(−ℓ)/∂θ_i ∂log p` for each parameter of the kernel and each receiver.
  private let borders: [[[Double]]]
  /// Inverse of the kernel's information after the receivers' is taken out.
  ///
  /// Nil where that is not positive definite; empty for a kernel that was given.
  let kernelCovariance: [Double]?
  /// The second derivatives of the profile log-likelihood in log p, negated.
  let profileInformation: [Double]

  init(_ optima: [BoundedNewton.Optimum], kernel: KernelSlopes?) {
    let blocks = optima.map { Self.inverse($0) }
    self.blocks = blocks
    guard let kernel else {
      (borders, kernelCovariance, profileInformation) = ([], [], [])
      return
    }
    let q = kernel.gradient.count
    let borders = (0..<q).map { p in
      optima.indices.map { i -> [Double] in
        let size = optima[i].point.count
        guard let block = blocks[i] else { return [Double](repeating: 0, count: size) }
        return LinearAlgebra.multiply(block, rows: size, columns: size, kernel.mixed[p][i])
      }
    }
    var profile = kernel.hessian.map { -$0 }
    for p in 0..<q {
      for r in 0..<q {
        for i in optima.indices {
          profile[p * q + r] -= zip(kernel.mixed[p][i], borders[r][i]).reduce(0) {
            $0 + $1.0 * $1.1
          }
        }
      }
    }
    for p in 0..<q {
      for r in 0..<p {
        let mean = 0.5 * (profile[p * q + r] + profile[r * q + p])
        profile[p * q + r] = mean
        profile[r * q + p] = mean
      }
    }
    self.borders = borders
    profileInformation = profile
    kernelCovariance = LinearAlgebra.inverse(positiveDefinite: profile, size: q)?.inverse
  }

  /// Variance of a sum of parameters: `weights` of receiver i's parameters, for some receivers.
  ///
  /// Nil where a block that it needs is singular or the kernel's information is not positive
  /// definite.
  func variance(_ weights: [(receiver: Int, weights: [Double])]) -> Double? {
    guard let kernelCovariance else { return nil }
    var variance = 0.0
    var onKernel = [Double](repeating: 0, count: borders.count)
    for (i, weights) in weights {
      guard let block = blocks[i] else { return nil }
      let size = weights.count
      let product = LinearAlgebra.multiply(block, rows: size, columns: size, weights)
      variance += zip(weights, product).reduce(0) { $0 + $1.0 * $1.1 }
      for p in borders.indices {
        onKernel[p] += zip(weights, borders[p][i]).reduce(0) { $0 + $1.0 * $1.1 }
      }
    }
    for p in borders.indices {
      for r in borders.indices {
        variance += onKernel[p] * kernelCovariance[p * borders.count + r] * onKernel[r]
      }
    }
    return variance > 0 && variance.isFinite ? variance : nil
  }

  /// Standard error of one parameter.
  func error(receiver i: Int, parameter a: Int, size: Int) -> Double? {
    var weights = [Double](repeating: 0, count: size)
    weights[a] = 1
    return variance([(i, weights)])?.squareRoot()
  }

  private static func inverse(_ optimum: BoundedNewton.Optimum) -> [Double]? {
    let size = optimum.point.count
    let free = optimum.isFree.indices.filter { optimum.isFree[$0] }
    let m = free.count
    var scaled = [Double](repeating: 0, count: m * m)
    let scales = free.map { optimum.slopes.hessian[$0 * size + $0].squareRoot() }
    guard scales.allSatisfy({ $0 > 0 && $0.isFinite }) else { return nil }
    for a in 0..<m {
      for b in 0..<m {
        scaled[a * m + b] =
          optimum.slopes.hessian[free[a] * size + free[b]] / (scales[a] * scales[b])
      }
    }
    var full = [Double](repeating: 0, count: size * size)
    guard m > 0 else { return full }
    guard let (inverse, _) = LinearAlgebra.inverse(positiveDefinite: scaled, size: m),
      // Beyond this the matrix is singular but for rounding.
      (0..<m).allSatisfy({ inverse[$0 * m + $0] < 1e12 })
    else { return nil }
    for a in 0..<m {
      for b in 0..<m {
        full[free[a] * size + free[b]] = inverse[a * m + b] / (scales[a] * scales[b])
      }
    }
    return full
  }
}
