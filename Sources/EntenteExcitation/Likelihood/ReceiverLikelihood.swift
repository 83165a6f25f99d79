import Foundation

/// The part of the likelihood that belongs to one receiving dimension.
///
/// Given the kernel, the log-likelihood of a Hawkes process is a sum over receivers, each with
/// parameters of its own: its background first, the weights of what excites it last.
protocol ReceiverLikelihood: Sendable {
  /// Events of the receiver.
  var count: Int { get }
  /// Least value of each parameter; −∞ where there is none.
  var lowerBounds: [Double] { get }
  /// Parameters that the events say nothing about; they stay where they are.
  var unidentified: [Bool] { get }
  var start: [Double] { get }
  /// Minus the log-likelihood; +∞ where an event would have no intensity.
  func value(at point: [Double]) -> Double
  func slopes(at point: [Double]) -> Slopes
}

/// A function's value, gradient and matrix of second derivatives (row-major).
struct Slopes: Sendable {
  var value: Double
  var gradient: [Double]
  var hessian: [Double]

  init(size: Int) {
    value = 0
    gradient = [Double](repeating: 0, count: size)
    hessian = [Double](repeating: 0, count: size * size)
  }

  /// Adds `weight × row rowᵀ` to the upper triangle of the second derivatives.
  @inline(__always)
  static func addOuter(
    _ row: UnsafeBufferPointer<Double>, _ weight: Double,
    to hessian: UnsafeMutableBufferPointer<Double>
  ) {
    let size = row.count
    for a in 0..<size {
      let scaled = weight * row[a]
      if scaled == 0 { continue }
      let from = a * size
      for b in a..<size { hessian[from + b] += scaled * row[b] }
    }
  }

  /// Adds an event's −log λ with the derivatives that are asked for; `row` is ∂λ.
  ///
  /// False, with an infinite value, where the intensity is not above 0.
  @inline(__always)
  mutating func addEvent(_ intensity: Double, _ row: [Double], order: Int) -> Bool {
    guard intensity > 0 else {
      value = .infinity
      return false
    }
    value -= log(intensity)
    guard order > 0 else { return true }
    for a in row.indices { gradient[a] -= row[a] / intensity }
    row.withUnsafeBufferPointer { row in
      hessian.withUnsafeMutableBufferPointer {
        Slopes.addOuter(row, 1 / (intensity * intensity), to: $0)
      }
    }
    return true
  }

  /// Copies the upper triangle below the diagonal.
  mutating func mirror() {
    let size = gradient.count
    for a in 0..<size { for b in 0..<a { hessian[a * size + b] = hessian[b * size + a] } }
  }
}
