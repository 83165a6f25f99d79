import Foundation

/// An effect that fades at one rate.
///
/// Formula: `g(u) = β exp(−β u)`; half of the triggered events come within `ln 2 / β`.
public struct ExponentialKernel: ExcitationKernel {
  public static let name = "exponential"
  public static let formula = "g(u) = β exp(−β u)"
  public static let reference = "Hawkes 1971"
  public static let parameters = ["decay"]
  public let values: [Double]

  public init(_ values: [Double]) throws(ExcitationError) {
    try Self.check(values)
    self.values = values
  }

  public var bases: [KernelBasis] { [KernelBasis(weights: [1], rates: values)] }

  public static func starts(gap: Double, window: Double) -> [[Double]] {
    ladder(gap: gap, window: window, steps: 11).map { [$0] }
  }
}
