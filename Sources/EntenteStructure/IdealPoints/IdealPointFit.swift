import EntenteNumerics

/// The fast estimate: variational EM for a dynamic ordinal probit model in one dimension.
///
/// Two halves of a round: a Newton step for every item given the points, and an EM step for every
/// point given the items and the state's point of the session before,
/// `θ_it ~ N(θ_i,before, 1/w)`, `w = 2(n_t + n_before)/n_t`. Then the points are standardised, which is
/// part of the estimator: it acts as a ridge on states beyond everybody else.
///
/// - SeeAlso: Bailey, Strezhnev & Voeten (2017), *Journal of Conflict Resolution* 61, 430-456.
struct IdealPointFit: Sendable {
  static let tolerance = 1e-4
  static let mostRounds = 300
  private static let firstRounds = 3
  private static let stepsInFirstRounds = 8
  private static let accelerationFrom = 9
  private static let clip = 5.0
  private static let priorWithoutLink = 1.0

  var points: [Double]
  /// Variance of every point given the items.
  var variances: [Double]
  var items: [ItemParameters]
  let rounds: Int
  /// Root mean square change of the points in the last round.
  let change: Double

  var isConverged: Bool { change < Self.tolerance }

  /// - Parameter start: a point for every cell to start from; its signs fix the direction.
  /// - Complexity: O(votes × rounds).
  init(_ matrix: VoteMatrix, start: [Double], table: ProbitTable) {
    let links = Links(matrix)
    var points = Self.standardised(start, variance: 0)
    var variances = [Double](repeating: 0, count: points.count)
    var items = matrix.items.map(ItemParameters.init)
    var acceleration = AndersonAcceleration(depth: 8)
    var round = 0
    var change = Double.infinity
    while round < Self.mostRounds, change >= Self.tolerance {
      round += 1
      let steps = round <= Self.firstRounds ? Self.stepsInFirstRounds : 1
      var sums = [SIMD4<Double>](repeating: .zero, count: points.count)
      Self.pass(matrix, points, variances, steps, table, &items, &sums)
      var image = points
      for c in points.indices {
        let weight = links.weight[c]
        let before = links.neighbour[c].map { points[$0] } ?? 0
        // sums: score, Σb², Σκv_b, Σb²κ.
        let score = sums[c][0] - points[c] * sums[c][2]
        image[c] += (score + weight * (before - points[c])) / (sums[c][1] + sums[c][2] + weight)
        image[c] = min(Self.clip, max(-Self.clip, image[c]))
        variances[c] = 1 / (weight + sums[c][3])
      }
      image = Self.standardised(image, variance: Moments.mean(variances))
      var squares = 0.0
      for c in points.indices { squares += (image[c] - points[c]) * (image[c] - points[c]) }
      change = (squares / Double(points.count)).squareRoot()
      if round >= Self.accelerationFrom, change >= Self.tolerance {
        points = acceleration.next(after: points, image: image)
      } else {
        points = image
      }
    }
    self.points = points
    self.variances = variances
    self.items = items
    self.rounds = round
    self.change = change
  }

  /// Centred over all cells and scaled so that the variance of points and their errors is 1.
  static func standardised(_ points: [Double], variance: Double) -> [Double] {
    let mean = Moments.mean(points)
    var squares = 0.0
    for point in points { squares += (point - mean) * (point - mean) }
    let scale = (squares / Double(points.count) + variance).squareRoot()
    guard scale > 0 else { return points.map { _ in 0 } }
    return points.map { ($0 - mean) / scale }
  }

  /// Steps every item and adds up what its votes say of every cell.
  private static func pass(
    _ matrix: VoteMatrix, _ points: [Double], _ variances: [Double], _ steps: Int,
    _ table: ProbitTable, _ items: inout [ItemParameters], _ sums: inout [SIMD4<Double>]
  ) {
    matrix.cell.withUnsafeBufferPointer { cell in
      points.withUnsafeBufferPointer { points in
        variances.withUnsafeBufferPointer { variances in
          sums.withUnsafeMutableBufferPointer { sums in
            table.withTables { table in
              for v in matrix.items.indices {
                var parameters = items[v]
                for _ in 0..<steps {
                  parameters.step(matrix.items[v], cell, points, variances, table)
                }
                items[v] = parameters
                parameters.addUp(matrix.items[v], cell, points, table, to: sums)
              }
            }
          }
        }
      }
    }
  }

  /// How every point leans on its state's neighbouring session.
  struct Links: Sendable {
    let neighbour: [Int?]
    let weight: [Double]

    init(_ matrix: VoteMatrix) {
      let neighbour = matrix.cells.indices.map { matrix.neighbour(of: $0) }
      weight = matrix.cells.indices.map { c in
        guard let other = neighbour[c] else { return IdealPointFit.priorWithoutLink }
        let (n, m) = (Double(matrix.cells[c].votes), Double(matrix.cells[other].votes))
        return 2 * (n + m) / n
      }
      self.neighbour = neighbour
    }
  }
}

extension ItemParameters {
  /// Adds score, `b²`, `κ v_b` and `b² κ` of every vote to its cell.
  func addUp(
    _ item: VoteMatrix.Item, _ cell: UnsafeBufferPointer<Int32>,
    _ points: UnsafeBufferPointer<Double>, _ table: ProbitTable.Reader,
    to sums: UnsafeMutableBufferPointer<SIMD4<Double>>
  ) {
    let square = b * b
    for i in item.start..<item.abstain {
      let c = Int(cell[i])
      let t = g1 - b * points[c]
      let h = table.ratio(t)
      let k = h * (t + h)
      sums[c] += SIMD4(-b * h, square, varianceOfB * k, square * k)
    }
    for i in item.abstain..<item.no {
      let c = Int(cell[i])
      let eta = b * points[c]
      let term = AbstainTerm(g1 - eta, g2 - eta, table)
      let k = term.information
      sums[c] += SIMD4(-b * (term.first + term.second), square, varianceOfB * k, square * k)
    }
    for i in item.no..<item.end {
      let c = Int(cell[i])
      let t = b * points[c] - g2
      let h = table.ratio(t)
      let k = h * (t + h)
      sums[c] += SIMD4(b * h, square, varianceOfB * k, square * k)
    }
  }
}
