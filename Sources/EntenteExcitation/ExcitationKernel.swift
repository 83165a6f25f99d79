public import EntenteNumerics
import Foundation

/// How the effect of an event fades: the density of the delay between an event and one it triggers.
///
/// Every kernel is written as one or more `KernelBasis`, each a mixture of exponentials: by
/// Bernstein's theorem these are the densities that fall monotonically with all their derivatives
/// alternating in sign, and they are what a recursion can carry from event to event in constant
/// time. Each basis gets weights of its own in the fit; a kernel whose shape is fixed has one.
///
/// A new kernel is one new file in `ExcitationKernels/`, named for its type; the catalog is written
/// at build time and the law tests run over it.
public protocol ExcitationKernel: Sendable {
  /// As typed after `--kernel`.
  static var name: String { get }
  static var formula: String { get }
  static var reference: String { get }
  /// Names of the parameters of the shape, in the order in which they are given.
  static var parameters: [String] { get }
  /// Shapes to start the estimation from, for events that are `gap` apart on average within a window
  /// of `window`; all values positive.
  static func starts(gap: Double, window: Double) -> [[Double]]
  /// The range of each parameter that the estimation keeps to, from its starts; the default goes a
  /// decade and a half beyond them.
  static func limits(_ starts: [[Double]]) -> [ClosedRange<Double>]

  /// The kernel with these parameters.
  ///
  /// - Throws: `ExcitationError` with `.badOption` for a wrong number of values or values outside
  ///   their range.
  init(_ values: [Double]) throws(ExcitationError)
  var values: [Double] { get }
  var bases: [KernelBasis] { get }
}

extension ExcitationKernel {
  /// Throws unless there are as many values as parameters, all of them positive and finite.
  static func check(_ values: [Double]) throws(ExcitationError) {
    guard values.count == parameters.count, values.allSatisfy({ $0.isFinite && $0 > 0 }) else {
      throw ExcitationError(
        .badOption,
        "kernel \(name): expected \(parameters.joined(separator: ", ")) as positive numbers, found "
          + values.map { "\($0)" }.joined(separator: ", "))
    }
  }

  public static func limits(_ starts: [[Double]]) -> [ClosedRange<Double>] {
    parameters.indices.map { p in
      let values = starts.map { $0[p] }
      return ((values.min() ?? 1) / 30)...((values.max() ?? 1) * 30)
    }
  }

  /// Rates on a geometric ladder, from one fifth of the window down to one fiftieth of a gap.
  static func ladder(gap: Double, window: Double, steps: Int) -> [Double] {
    let (slow, fast) = (5 / window, max(50 / gap, 50 / window))
    return (0..<steps).map { slow * pow(fast / slow, Double($0) / Double(steps - 1)) }
  }
}

/// A density of delays, `g(u) = Σ_c w_c r_c exp(−r_c u)`, with weights that sum to 1.
public struct KernelBasis: Hashable, Sendable {
  public let weights: [Double]
  public let rates: [Double]

  public init(weights: [Double], rates: [Double]) {
    precondition(weights.count == rates.count && !rates.isEmpty, "one weight for each rate")
    precondition(rates.allSatisfy { $0 > 0 } && weights.allSatisfy { $0 >= 0 })
    self.weights = weights
    self.rates = rates
  }

  /// Density at a delay `u ≥ 0`.
  public func density(_ u: Double) -> Double {
    zip(weights, rates).reduce(0) { $0 + $1.0 * $1.1 * exp(-$1.1 * u) }
  }

  /// Probability of a delay of at most `u`.
  public func distribution(_ u: Double) -> Double {
    zip(weights, rates).reduce(0) { $0 - $1.0 * expm1(-$1.1 * u) }
  }

  /// A delay drawn from the density.
  public func delay(_ stream: inout RandomStream) -> Double {
    var left = stream.uniform()
    for (weight, rate) in zip(weights, rates) {
      left -= weight
      if left < 0 { return stream.exponential() / rate }
    }
    return stream.exponential() / rates[rates.count - 1]
  }
}
