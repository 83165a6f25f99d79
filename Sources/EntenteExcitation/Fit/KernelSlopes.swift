import EntenteNumerics
import Foundation

/// How the log-likelihood answers to the logarithms of the kernel's parameters, the receivers'
/// parameters held.
///
/// Central differences with error O(h⁴), h = 10⁻³ in the logarithm: exact to about 10⁻¹² an event in
/// the slope, since the likelihood is analytic in the kernel's parameters.
struct KernelSlopes {
  /// `∂ℓ/∂log p`.
  let gradient: [Double]
  /// `∂²ℓ/∂log p ∂log p'`, row-major.
  let hessian: [Double]
  /// `∂²(−ℓ)/∂θ ∂log p`, for each parameter of the kernel and each receiver.
  let mixed: [[[Double]]]

  private static let h = 1e-3

  /// - Complexity: about 4 + 4(*q* − 1)/2 evaluations of value and slopes for each of *q* parameters.
  init?(_ problem: HawkesProblem, _ solution: HawkesProblem.Solution) {
    let values = solution.kernel.values
    let q = values.count
    func kernel(_ moves: [(Int, Double)]) -> (any ExcitationKernel)? {
      var moved = values
      for (index, steps) in moves { moved[index] *= exp(steps * Self.h) }
      return try? type(of: solution.kernel).init(moved)
    }
    let points = solution.points
    let centre = solution.logLikelihood
    var gradient = [Double](repeating: 0, count: q)
    var hessian = [Double](repeating: 0, count: q * q)
    var mixed: [[[Double]]] = []
    for p in 0..<q {
      var likelihoods: [Double] = []
      var slopes: [[[Double]]] = []
      for steps in [-2.0, -1, 1, 2] {
        guard let moved = kernel([(p, steps)]) else { return nil }
        let found = problem.slopes(moved, at: points)
        likelihoods.append(-found.reduce(0) { $0 + $1.value })
        slopes.append(found.map(\.gradient))
      }
      guard likelihoods.allSatisfy(\.isFinite) else { return nil }
      gradient[p] =
        (8 * (likelihoods[2] - likelihoods[1]) - (likelihoods[3] - likelihoods[0]))
        / (12 * Self.h)
      hessian[p * q + p] =
        (16 * (likelihoods[1] + likelihoods[2]) - likelihoods[0] - likelihoods[3] - 30 * centre)
        / (12 * Self.h * Self.h)
      mixed.append(
        points.indices.map { i in
          points[i].indices.map { a in
            (8 * (slopes[2][i][a] - slopes[1][i][a]) - (slopes[3][i][a] - slopes[0][i][a]))
              / (12 * Self.h)
          }
        })
      for other in 0..<p {
        var total = 0.0
        for (a, b) in [(1.0, 1.0), (1, -1), (-1, 1), (-1, -1)] {
          guard let moved = kernel([(p, a), (other, b)]) else { return nil }
          total += a * b * problem.logLikelihood(moved, at: points)
        }
        hessian[p * q + other] = total / (4 * Self.h * Self.h)
        hessian[other * q + p] = hessian[p * q + other]
      }
    }
    self.gradient = gradient
    self.hessian = hessian
    self.mixed = mixed
  }
}
