import EntenteNumerics
import Foundation

/// Draws items given the points, and what their latent z say of the points.
struct ItemSampler: Sendable {
  let ziggurat = ZigguratNormal()
  private let matrix: VoteMatrix
  private let table: ProbitTable
  /// Lower factor of the random walk of (g₁, g₂) for every item: 11, 21, 22.
  private let walk: [SIMD3<Double>]

  /// Drawn items of a portion, and Σ b z and Σ b² of every cell.
  struct Portion: Sendable {
    var items: [ItemParameters]
    var sums: [SIMD2<Double>]
  }

  init(_ matrix: VoteMatrix, _ fit: IdealPointFit, _ table: ProbitTable) {
    self.matrix = matrix
    self.table = table
    walk = matrix.cell.withUnsafeBufferPointer { cell in
      fit.points.withUnsafeBufferPointer { points in
        table.withTables { table in
          matrix.items.indices.map { v in
            Self.walk(matrix.items[v], fit.items[v], cell, points, table)
          }
        }
      }
    }
  }

  func draw(
    _ range: Range<Int>, _ current: [ItemParameters], _ points: [Double],
    _ stream: inout RandomStream
  ) -> Portion {
    var portion = Portion(
      items: Array(current[range]), sums: Array(repeating: .zero, count: points.count))
    let largest = range.map { matrix.items[$0].count }.max() ?? 0
    var latent = [Double](repeating: 0, count: largest)
    matrix.cell.withUnsafeBufferPointer { cell in
      points.withUnsafeBufferPointer { points in
        latent.withUnsafeMutableBufferPointer { latent in
          portion.sums.withUnsafeMutableBufferPointer { sums in
            table.withTables { table in
              for v in range {
                let item = matrix.items[v]
                var drawn = current[v]
                step(item, &drawn, walk[v], cell, points, table, &stream)
                drawLatent(item, drawn, cell, points, latent, &stream)
                var (product, squares) = (0.0, 1.0)
                for i in 0..<item.count {
                  let theta = points[Int(cell[item.start + i])]
                  product += theta * latent[i]
                  squares += theta * theta
                }
                drawn.b = product / squares + ziggurat.normal(&stream) / squares.squareRoot()
                for i in 0..<item.count {
                  sums[Int(cell[item.start + i])] += SIMD2(drawn.b * latent[i], drawn.b * drawn.b)
                }
                portion.items[v - range.lowerBound] = drawn
              }
            }
          }
        }
      }
    }
    return portion
  }

  /// A Metropolis step of the thresholds.
  private func step(
    _ item: VoteMatrix.Item, _ drawn: inout ItemParameters, _ walk: SIMD3<Double>,
    _ cell: UnsafeBufferPointer<Int32>, _ points: UnsafeBufferPointer<Double>,
    _ table: ProbitTable.Reader, _ stream: inout RandomStream
  ) {
    let first = ziggurat.normal(&stream)
    let second = ziggurat.normal(&stream)
    let chance = stream.uniform()
    var other = drawn
    other.g1 += walk.x * first
    other.g2 = item.hasAbstain ? other.g2 + walk.y * first + walk.z * second : other.g1
    guard !item.hasAbstain || other.g1 < other.g2 else { return }
    var ratio = 0.0
    if !item.hasNo { ratio -= ItemParameters.pull * (other.g2 - drawn.g2) }
    if !item.hasYes { ratio += ItemParameters.pull * (other.g1 - drawn.g1) }
    let (g1, g2, h1, h2) = (drawn.g1, drawn.g2, other.g1, other.g2)
    for i in item.start..<item.abstain {
      let eta = drawn.b * points[Int(cell[i])]
      ratio += table.logarithm(h1 - eta) - table.logarithm(g1 - eta)
    }
    for i in item.no..<item.end {
      let eta = drawn.b * points[Int(cell[i])]
      ratio += table.logarithm(eta - h2) - table.logarithm(eta - g2)
    }
    // The product of several ratios takes one logarithm; it is taken before it can underflow.
    var product = 1.0
    for i in item.abstain..<item.no {
      let eta = drawn.b * points[Int(cell[i])]
      product *= Self.between(h1 - eta, h2 - eta, table) / Self.between(g1 - eta, g2 - eta, table)
      if product < 1e-100 || product > 1e100 {
        ratio += log(max(product, 1e-300))
        product = 1
      }
    }
    ratio += log(max(product, 1e-300))
    if log(chance) < ratio { drawn = other }
  }

  /// Φ(high) − Φ(low), from the side where digits are kept.
  @inline(__always)
  private static func between(
    _ low: Double, _ high: Double, _ table: ProbitTable.Reader
  ) -> Double {
    let flips = low + high > 0
    let (a, b) = flips ? (-high, -low) : (low, high)
    return max(exp(table.logarithm(b)) - exp(table.logarithm(a)), 1e-200)
  }

  private func drawLatent(
    _ item: VoteMatrix.Item, _ drawn: ItemParameters, _ cell: UnsafeBufferPointer<Int32>,
    _ points: UnsafeBufferPointer<Double>, _ latent: UnsafeMutableBufferPointer<Double>,
    _ stream: inout RandomStream
  ) {
    for i in item.start..<item.abstain {
      let eta = drawn.b * points[Int(cell[i])]
      latent[i - item.start] = eta - ziggurat.above(eta - drawn.g1, &stream)
    }
    for i in item.abstain..<item.no {
      let eta = drawn.b * points[Int(cell[i])]
      latent[i - item.start] = eta + ziggurat.between(drawn.g1 - eta, drawn.g2 - eta, &stream)
    }
    for i in item.no..<item.end {
      let eta = drawn.b * points[Int(cell[i])]
      latent[i - item.start] = eta + ziggurat.above(drawn.g2 - eta, &stream)
    }
  }

  /// A walk of about the thresholds' posterior spread given b, by the curvature at the fast fit.
  private static func walk(
    _ item: VoteMatrix.Item, _ at: ItemParameters, _ cell: UnsafeBufferPointer<Int32>,
    _ points: UnsafeBufferPointer<Double>, _ table: ProbitTable.Reader
  ) -> SIMD3<Double> {
    // A floor on the curvature keeps thresholds that no vote bounds from flying off.
    var (k11, k12, k22) = (0.05, 0.0, 0.05)
    for i in item.start..<item.abstain {
      let t = at.g1 - at.b * points[Int(cell[i])]
      let h = table.ratio(t)
      k11 += h * (t + h)
    }
    for i in item.abstain..<item.no {
      let eta = at.b * points[Int(cell[i])]
      let term = AbstainTerm(at.g1 - eta, at.g2 - eta, table)
      k11 += term.k11
      k12 += term.k12
      k22 += term.k22
    }
    for i in item.no..<item.end {
      let t = at.b * points[Int(cell[i])] - at.g2
      let h = table.ratio(t)
      k22 += h * (t + h)
    }
    guard item.hasAbstain else { return SIMD3(2.4 / (k11 + k22).squareRoot(), 0, 0) }
    let determinant = max(k11 * k22 - k12 * k12, 1e-12)
    let (v11, v21, v22) = (k22 / determinant, -k12 / determinant, k11 / determinant)
    let root = v11.squareRoot()
    let below = v21 / root
    return 1.7 * SIMD3(root, below, max(0, v22 - below * below).squareRoot())
  }
}
