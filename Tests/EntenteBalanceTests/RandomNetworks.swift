import EntenteBalance
import EntenteNumerics

/// Networks of every awkward kind.
enum RandomNetworks {
  static func names(_ count: Int) -> [String] { (0..<count).map { "a\($0)" } }

  /// Up to `most` actors; weights of 1, small integers or real numbers, by the seed; pairs with both
  /// signs and pairs that cancel now and then.
  static func small(_ seed: UInt64, most: Int) -> SignedNetwork {
    var stream = RandomStream(seed: seed, name: "small network")
    let n = stream.integer(below: most + 1)
    let density = [0.25, 0.5, 0.8, 1][stream.integer(below: 4)]
    let negative = [0.2, 0.5, 0.8][stream.integer(below: 3)]
    let kind = stream.integer(below: 3)
    var arcs: [(from: Int, to: Int, weight: Double)] = []
    for i in 0..<n {
      for j in 0..<n where i < j || (kind == 1 && i != j) {
        guard stream.uniform() < density else { continue }
        let size =
          switch kind {
          case 0: 1.0
          case 1: Double(1 + stream.integer(below: 3))
          default: stream.uniform() + 0.01
          }
        arcs.append((i, j, stream.uniform() < negative ? -size : size))
      }
    }
    return SignedNetwork(names: names(n), arcs: arcs)
  }

  /// Planted blocks, every tie at odds with them with probability `noise`.
  static func planted(
    _ n: Int, blocks: Int, density: Double, noise: Double, seed: UInt64
  ) -> (network: SignedNetwork, labels: [Int]) {
    var stream = RandomStream(seed: seed, name: "planted network")
    let labels = (0..<n).map { $0 % blocks }
    var arcs: [(from: Int, to: Int, weight: Double)] = []
    for i in 0..<n {
      for j in (i + 1)..<max(n, i + 1) where stream.uniform() < density {
        let isFriend = (labels[i] == labels[j]) != (stream.uniform() < noise)
        arcs.append((i, j, isFriend ? 1 : -1))
      }
    }
    return (SignedNetwork(names: names(n), arcs: arcs), labels)
  }
}
