import EntenteAttribution
import EntenteNumerics
import EntenteTesting
import Testing

/// The noise grid against its definition, and what rests on it.
@Suite struct NoiseTests {
  @Test func `whitening by the grid equals a dense Cholesky factor`() throws {
    let n = 60
    let days = (0..<n).map { $0 % 11 == 3 ? 4 : 7 }
    let grid = NoiseGrid(days: days)
    #expect(grid.points.count == 16)
    var stream = RandomStream(seed: 2, name: "dense")
    let y = (0..<n).map { _ in stream.normal() }
    for point in grid.points {
      let covariance = NoisePoint.covariance(days: days, fast: point.fast, slow: point.slow)
      let factor = try #require(LinearAlgebra.cholesky(covariance, size: n))
      let constant = LinearAlgebra.solveLower(
        factor, size: n, [Double](repeating: 1, count: n), columns: 1)
      func white(_ x: [Double]) -> [Double] {
        let w = LinearAlgebra.solveLower(factor, size: n, x, columns: 1)
        let share = dot(w, constant) / dot(constant, constant)
        return zip(w, constant).map { $0 - share * $1 }
      }
      let vector = LinearAlgebra.multiply(point.projector, rows: n, columns: n, y)
      #expect(abs(dot(y, vector) - dot(white(y), white(y))) < 1e-9)
      for (s, shape) in ResponseShape.allCases.enumerated() {
        let products = shape.products(with: vector)
        for onset in [0, 17, 41, 58] {
          let x = (0..<n).map { $0 < onset ? 0 : shape.value(after: $0 - onset) }
          #expect(abs(products[onset] - dot(white(x), white(y))) < 1e-9)
          #expect(abs(point.squares[s][onset] - dot(white(x), white(x))) < 1e-9)
        }
      }
    }
  }

  @Test func `the effect equals generalised least squares written out`() throws {
    let n = 60
    let days = [Int](repeating: 7, count: n)
    let grid = NoiseGrid(days: days)
    let point = grid.points[5]
    let week = 22
    let box = (0..<n).map { (week..<(week + 13)).contains($0) ? 1.0 : 0 }
    let after = (0..<n).map { $0 >= week + 13 ? 1.0 : 0 }
    func quadratic(_ a: [Double], _ b: [Double]) -> Double {
      dot(a, LinearAlgebra.multiply(point.projector, rows: n, columns: n, b))
    }
    let square =
      point.stepSquares[week] - 2 * point.stepProducts[week] + point.stepSquares[week + 13]
    #expect(abs(square - quadratic(box, box)) < 1e-9)
    #expect(abs(point.stepSquares[week + 13] - quadratic(after, after)) < 1e-9)
    let cross = point.stepProducts[week] - point.stepSquares[week + 13]
    #expect(abs(cross - quadratic(box, after)) < 1e-9)
  }

  @Test func `nine in ten intervals hold the true mean effect`() throws {
    let plan = AttributionPlan(odds: [1, 0, 0, 0, 0], sizes: 0.5...2)
    var covered = 0
    let worlds = 200
    for index in 0..<worlds {
      let world = Questions.world(plan, index)
      guard case .candidate(let place) = world.truth,
        let scaled = ScaledResponse(Questions.input(world).responses[0])
      else { continue }
      let week = world.candidates[place]
      let truth =
        world.direction * Moments.mean(world.effects[0][week..<(week + EffectWindow.weeks)])
      let effect = EffectEstimator(
        WhitenedResponse(scaled, grid: Questions.grid), grid: Questions.grid
      ).effect(from: week)
      let half = EffectEstimator.quantile90 * effect.deviation * scaled.scale
      if abs(effect.mean * scaled.scale - truth) <= half { covered += 1 }
    }
    // 87% less two standard errors of a proportion of 200.
    #expect(Double(covered) / Double(worlds) > 0.82)
  }

  @Test(arguments: [1, 5, 13, 53])
  func `a running median equals the median of each window`(width: Int) {
    var stream = RandomStream(seed: 4, name: "median")
    let values = (0..<90).map { _ in Double(stream.integer(below: 12)) }
    let expected = values.indices.map { i in
      Moments.median(values[max(0, i - width / 2)...min(values.count - 1, i + width / 2)])
    }
    #expect(RunningMedian.of(values, width: width) == expected)
  }

  @Test func `the minimizer finds the bottom of a curved valley`() {
    let result = Minimizer.minimize(from: [-1.2, 1]) { p in
      100 * (p[1] - p[0] * p[0]) * (p[1] - p[0] * p[0]) + (1 - p[0]) * (1 - p[0])
    }
    #expect(result.hasConverged)
    #expect(abs(result.point[0] - 1) < 1e-3 && abs(result.point[1] - 1) < 2e-3)
  }

  private func dot(_ a: [Double], _ b: [Double]) -> Double {
    zip(a, b).reduce(0) { $0 + $1.0 * $1.1 }
  }
}
