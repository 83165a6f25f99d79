import Foundation

/// A slow and a fast effect, each pair of dimensions with its own share of either.
///
/// Formula: `A_ij g_ij(u) = A_ij1 β₁ exp(−β₁ u) + A_ij2 β₂ exp(−β₂ u)`; the decays are common, the
/// weights free.
public struct SumKernel: ExcitationKernel {
  public static let name = "sum"
  public static let formula = "A_ij g(u) = Σ_b A_ijb β_b exp(−β_b u)"
  public static let reference = "Ozaki 1979; Bacry et al. 2018"
  public static let parameters = ["slow decay", "fast decay"]
  public let values: [Double]

  public init(_ values: [Double]) throws(ExcitationError) {
    try Self.check(values)
    guard values[0] != values[1] else {
      throw ExcitationError(
        .badOption, "kernel sum: expected two different decays, found \(values[0]) twice")
    }
    self.values = values
  }

  public var bases: [KernelBasis] { values.map { KernelBasis(weights: [1], rates: [$0]) } }

  public static func starts(gap: Double, window: Double) -> [[Double]] {
    let rates = ladder(gap: gap, window: window, steps: 6)
    return rates.indices.flatMap { slow in
      rates.indices.filter { $0 > slow }.map { [rates[slow], rates[$0]] }
    }
  }
}
