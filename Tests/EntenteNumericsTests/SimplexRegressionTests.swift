import EntenteNumerics
import Testing

struct SimplexRegressionTests {
  private static func problem(
    _ seed: Int, columns: Int, rows: Int
  ) -> (gram: [Double], products: [Double], planted: [Double]) {
    var stream = RandomStream(seed: 11, name: "simplex", index: seed)
    let x = (0..<columns).map { _ in (0..<rows).map { _ in stream.normal() } }
    var planted = (0..<columns).map { _ in stream.uniform() < 0.5 ? 0 : stream.uniform() }
    planted[seed % columns] += 0.1
    let total = planted.reduce(0, +)
    planted = planted.map { $0 / total }
    let y = (0..<rows).map { t in
      (0..<columns).reduce(0.3 * stream.normal()) { $0 + planted[$1] * x[$1][t] }
    }
    func dot(_ a: [Double], _ b: [Double]) -> Double {
      zip(a, b).reduce(0) { $0 + $1.0 * $1.1 }
    }
    return (
      (0..<columns).flatMap { i in (0..<columns).map { dot(x[i], x[$0]) } }, x.map { dot($0, y) },
      planted
    )
  }

  /// Karush, Kuhn and Tucker.
  ///
  /// The slope is the same at every positive weight and not smaller at any weight of zero: of a convex
  /// problem that is the optimum, whoever found it.
  @Test(arguments: 0..<300)
  func `weights meet the optimality conditions`(seed: Int) throws {
    let columns = 1 + seed % 30
    // More columns than rows as well: the matrix is then singular.
    let (gram, products, _) = Self.problem(seed, columns: columns, rows: 5 + seed % 40)
    let weights = try #require(SimplexRegression.weights(gram: gram, products: products))
    #expect(weights.allSatisfy { $0 >= 0 } && abs(weights.reduce(0, +) - 1) < 1e-12)
    let slope = (0..<columns).map { i in
      (0..<columns).reduce(-products[i]) { $0 + gram[i * columns + $1] * weights[$1] }
    }
    let level = zip(weights, slope).reduce(0) { $0 + $1.0 * $1.1 }
    let scale = products.reduce(1) { max($0, abs($1)) }
    for (weight, value) in zip(weights, slope) {
      #expect(value >= level - 1e-7 * scale, "seed \(seed)")
      if weight > 1e-9 { #expect(abs(value - level) < 1e-7 * scale, "seed \(seed)") }
    }
  }

  @Test func `planted weights come back from many rows`() throws {
    let (gram, products, planted) = Self.problem(3, columns: 6, rows: 20_000)
    let weights = try #require(SimplexRegression.weights(gram: gram, products: products))
    for (found, truth) in zip(weights, planted) { #expect(abs(found - truth) < 0.02) }
  }

  @Test func `what cannot be weighed is refused`() {
    #expect(SimplexRegression.weights(gram: [], products: []) == nil)
    #expect(SimplexRegression.weights(gram: [.nan], products: [1]) == nil)
    #expect(SimplexRegression.weights(gram: [0, 0, 0, 0], products: [0, 0]) == [0.5, 0.5])
  }
}
