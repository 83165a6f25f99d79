import EntenteNumerics
import Foundation

/// Sampling sweeps that start from the fast fit: the posterior mean of the same model.
///
/// The fast fit assumes that points and items vary apart; the draws do not, which mends some of the
/// drift of whole sessions, which votes hardly identify.
///
/// A sweep draws for every item its thresholds (a random-walk step with the latent z integrated out;
/// Cowles 1996), the latent z of its votes, and b; then every point given z and the state's point of
/// the session before; then standardises the points. Items are drawn in fixed portions, each from a
/// stream of its own, so the answer does not depend on the number of threads.
///
/// - SeeAlso: Albert & Chib (1993), *Journal of the American Statistical Association* 88, 669-679.
struct IdealPointPolish: Sendable {
  /// Means of the draws in the second half of the sweeps.
  let points: [Double]
  /// Variances of the draws less their session's mean.
  let variances: [Double]

  private static let portions = 16

  init(
    _ matrix: VoteMatrix, from fit: IdealPointFit, sweeps: Int, seed: UInt64, threads: Int,
    table: ProbitTable
  ) {
    let links = IdealPointFit.Links(matrix)
    let sampler = ItemSampler(matrix, fit, table)
    let sessions = SessionMeans(matrix)
    let bounds = Self.portions(of: matrix)
    var points = fit.points
    var items = fit.items
    var sum = [Double](repeating: 0, count: points.count)
    var relative = sum
    var squares = sum
    let first = sweeps / 2
    for sweep in 0..<sweeps {
      let (now, current) = (points, items)
      let drawn = Parallel.map(bounds.count - 1, threads: threads) { portion in
        var stream = RandomStream(
          seed: seed, name: "ideal-points.items", index: sweep * Self.portions + portion)
        return sampler.draw(bounds[portion]..<bounds[portion + 1], current, now, &stream)
      }
      items = drawn.flatMap(\.items)
      var stream = RandomStream(seed: seed, name: "ideal-points.states", index: sweep)
      for c in points.indices {
        var total = SIMD2(0.0, 0.0)
        for portion in drawn { total += portion.sums[c] }
        let weight = links.weight[c]
        let before = links.neighbour[c].map { points[$0] } ?? 0
        let precision = total.y + weight
        points[c] =
          (total.x + weight * before) / precision
          + sampler.ziggurat.normal(&stream) / precision.squareRoot()
      }
      points = IdealPointFit.standardised(points, variance: 0)
      guard sweep >= first else { continue }
      let levels = sessions.means(points)
      for c in points.indices {
        let centred = points[c] - levels[sessions.of[c]]
        sum[c] += points[c]
        relative[c] += centred
        squares[c] += centred * centred
      }
    }
    let kept = Double(sweeps - first)
    self.points = sum.map { $0 / kept }
    variances = squares.indices.map { c in
      max(0, squares[c] / kept - (relative[c] / kept) * (relative[c] / kept)) * kept
        / max(1, kept - 1)
    }
  }

  /// Bounds of portions of items with about as many votes each.
  private static func portions(of matrix: VoteMatrix) -> [Int] {
    var bounds = [0]
    for portion in 1..<portions {
      let votes = matrix.votes * portion / portions
      var next = bounds[bounds.count - 1]
      while next < matrix.items.count, matrix.items[next].start < votes { next += 1 }
      bounds.append(next)
    }
    return bounds + [matrix.items.count]
  }
}

/// Means over the states of every session.
struct SessionMeans: Sendable {
  /// The rank of every cell's session.
  let of: [Int]
  private let counts: [Double]

  init(_ matrix: VoteMatrix) {
    let sessions = Set(matrix.cells.map(\.session)).sorted()
    let rank = Dictionary(uniqueKeysWithValues: sessions.enumerated().map { ($1, $0) })
    of = matrix.cells.map { rank[$0.session] ?? 0 }
    var counts = [Double](repeating: 0, count: sessions.count)
    for session in of { counts[session] += 1 }
    self.counts = counts
  }

  func means(_ points: [Double]) -> [Double] {
    var sums = [Double](repeating: 0, count: counts.count)
    for c in points.indices { sums[of[c]] += points[c] }
    return zip(sums, counts).map { $0 / $1 }
  }
}
