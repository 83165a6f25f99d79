import EntenteNumerics
import Foundation

/// Balance read off eigenvalues.
///
/// `A` holds net weights, `|A|` their sizes, `D` the sums of sizes by actor.
public struct SpectralBalance: Hashable, Codable, Sendable {
  /// Walk balance, 1 for a balanced network.
  ///
  /// Formula: `K = Σ exp(λ(A)) / Σ exp(λ(|A|))`: closed walks of every length, balanced less unbalanced
  /// over all, a walk of length l weighted 1/l! (Estrada & Benzi 2014, *Physical Review E* 90, 042802).
  /// With weights far from 1 the largest eigenvalue alone decides it.
  public let walkBalance: Double
  /// Largest eigenvalue of `A`.
  public let signedRadius: Double
  /// Largest eigenvalue of `|A|`.
  public let unsignedRadius: Double
  /// Smallest eigenvalue of `D − A`, 0 if and only if the component is balanced.
  ///
  /// On the largest component, the first of equally large ones; nil without a tie (Kunegis et al. 2010,
  /// *SIAM Conference on Data Mining*, 559–570).
  public let smallestLaplacian: Double?
  /// Actors in that component.
  public let componentSize: Int

  /// Above this the matrices are not solved.
  public static let mostActors = 1500

  /// Nil above ``mostActors``, for no actors, and where the eigenvalues cannot be found.
  ///
  /// - Complexity: O(actors³).
  init?(_ network: SignedNetwork) {
    let n = network.names.count
    guard n > 0, n <= Self.mostActors else { return nil }
    var signed = [Double](repeating: 0, count: n * n)
    var unsigned = signed
    for tie in network.ties {
      for slot in [tie.first * n + tie.second, tie.second * n + tie.first] {
        signed[slot] = tie.net
        unsigned[slot] = abs(tie.net)
      }
    }
    guard let first = LinearAlgebra.eigenvalues(symmetric: signed, size: n),
      let second = LinearAlgebra.eigenvalues(symmetric: unsigned, size: n),
      let radius = first.last, let unsignedRadius = second.last
    else { return nil }
    walkBalance = exp(Self.logSumOfExponentials(first) - Self.logSumOfExponentials(second))
    signedRadius = radius
    self.unsignedRadius = unsignedRadius
    let members = Self.largestComponent(network)
    componentSize = members.count
    guard members.count > 1 else {
      smallestLaplacian = nil
      return
    }
    let m = members.count
    var laplacian = [Double](repeating: 0, count: m * m)
    for (i, a) in members.enumerated() {
      for (j, b) in members.enumerated() where i != j {
        laplacian[i * m + j] = -signed[a * n + b]
        laplacian[i * m + i] += unsigned[a * n + b]
      }
    }
    guard let values = LinearAlgebra.eigenvalues(symmetric: laplacian, size: m),
      let smallest = values.first
    else { return nil }
    // Never negative; what is left of 0 is rounding.
    smallestLaplacian = smallest > 1e-12 * (values.last ?? 0) ? smallest : 0
  }

  private static func logSumOfExponentials(_ values: [Double]) -> Double {
    let top = values.last ?? 0
    return top + log(values.reduce(0) { $0 + exp($1 - top) })
  }

  private static func largestComponent(_ network: SignedNetwork) -> [Int] {
    var forest = ParityForest(count: network.names.count)
    for tie in network.ties where tie.net != 0 { forest.join(tie.first, tie.second, apart: false) }
    var members: [Int: [Int]] = [:]
    for node in network.names.indices { members[forest.find(node).root, default: []].append(node) }
    return members.values.max { ($0.count, -$0[0]) < ($1.count, -$1[0]) } ?? []
  }
}
