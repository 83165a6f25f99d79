/// Distances of pairs of states, in bins.
public struct DistanceBins: Sendable {
  /// Upper edges in km; a last bin lies beyond, and one more holds pairs of unknown distance.
  public static let edges: [Double] = [150, 500, 1_000, 2_000, 4_000, 8_000]

  private static var count: Int { edges.count + 2 }

  private let distance: @Sendable (String, String) -> Double?

  /// - Parameter distance: km between two states, nil where unknown; symmetric.
  public init(_ distance: @escaping @Sendable (String, String) -> Double?) {
    self.distance = distance
  }

  static func bin(_ distance: Double?) -> Int {
    guard let distance else { return count - 1 }
    return edges.firstIndex { distance <= $0 } ?? edges.count
  }

  struct Fit: Sendable {
    let x: [Double]
    let factors: [Double]
    let bins: [Int]
  }

  /// Expected volumes given totals of states and of bins.
  func expected(_ window: VolumeWindow) -> Fit {
    let n = window.count
    var bins = [Int](repeating: 0, count: n * n)
    for i in 0..<n {
      for j in 0..<i {
        let bin = Self.bin(distance(window.states[i], window.states[j]))
        bins[i * n + j] = bin
        bins[j * n + i] = bin
      }
    }
    let fit = ExpectedVolume.factors(
      of: window.matrix, bins: bins, count: Self.count, volumes: window.volumes)
    return Fit(x: fit.x, factors: fit.bins, bins: bins)
  }

  /// Volume inside over what is expected.
  func lift(of set: [Int], inside: Double, _ fit: Fit) -> Double {
    let n = fit.x.count
    var expected = 0.0
    for i in set {
      for j in set where j != i {
        expected += fit.x[i] * fit.x[j] * fit.factors[fit.bins[i * n + j]]
      }
    }
    return expected > 0 ? inside / expected : 0
  }
}
