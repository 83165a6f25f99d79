import EntenteNumerics
import EntenteStructure
import Foundation
import Testing

/// Values of Signorino & Ritter (1999), of the authors' program, and of the R package fpsim, as the
/// method note gives them.
@Suite struct PortfolioReference {
  /// Germany and Russia in 1914, with ties to GMY RUS UKG FRN AUH ITA BEL SPN TUR NTH SWD RUM POR SWZ
  /// and six others; table 6.
  static let germany: [Double] = [3, 0, 0, 0, 3, 3, 0, 0, 0, 0, 0, 3] + zeros(8)
  static let russia: [Double] = [0, 3, 1, 3, 0, 1] + zeros(14)
  static let weights: [Double] =
    [0.25, 0.21, 0.20, 0.08, 0.08, 0.05, 0.03, 0.03, 0.02, 0.01, 0.01, 0.01, 0.01, 0.01] + zeros(6)

  static func zeros(_ count: Int) -> [Double] { [Double](repeating: 0, count: count) }

  @Test func `Germany and Russia in 1914`() throws {
    let plain = try #require(PortfolioComparison(Self.germany, Self.russia, scale: 0...3))
    #expect(plain.n == 20)
    #expect(abs(plain.s - 0.40) < 1e-12)
    // 2/√(64 · 68) = .03031695..., printed without rounding.
    #expect(abs((plain.tauB ?? 9) - 2 / 4352.0.squareRoot()) < 1e-15)
    #expect(((plain.tauB ?? 9) * 1e7).rounded(.down) == 303_169)
    #expect(abs((plain.kappa ?? 9) - -0.07758621) < 5e-9)
    #expect(abs((plain.nominalPi ?? 9) - -0.04477612) < 5e-9)
    #expect(abs(plain.sAboveChance - -0.04) < 1e-12)
    #expect(abs(plain.squaredS - 0.444444) < 5e-7)
    #expect(abs((plain.pi ?? 9) - -0.08695652) < 5e-9)
    #expect(abs(plain.binaryS - 0.40) < 1e-12)
    #expect(abs((plain.binaryKappa ?? 9) - 0.0625) < 1e-12)
    #expect(abs((plain.binaryPi ?? 9) - 0.0625) < 1e-12)
    let weighted = try #require(
      PortfolioComparison(Self.germany, Self.russia, scale: 0...3, weights: Self.weights))
    #expect(abs(weighted.s - -0.46) < 0.005)
  }

  @Test func `the same without ties to oneself`() throws {
    var (germany, russia) = (Self.germany, Self.russia)
    germany[0] = 0
    russia[1] = 0
    let plain = try #require(PortfolioComparison(germany, russia, scale: 0...3))
    #expect(abs(plain.s - 0.60) < 1e-12)
    #expect(abs((plain.kappa ?? 9) - 0.04477612) < 5e-9)
  }

  @Test func `the United States and Mexico, 38 roll calls of 1946`() throws {
    var (x, y): ([Double], [Double]) = ([], [])
    for (i, row) in [[17, 2, 5], [0, 0, 2], [9, 1, 2]].enumerated() {
      for (j, count) in row.enumerated() {
        x += [Double](repeating: Double(i), count: count)
        y += [Double](repeating: Double(j), count: count)
      }
    }
    let votes = try #require(PortfolioComparison(x, y, scale: 0...2))
    #expect(votes.n == 38)
    #expect(abs((votes.kappa ?? 9) - -0.01222707) < 5e-9)
    #expect(abs((votes.nominalPi ?? 9) - -0.02775801) < 5e-9)
    #expect(abs((votes.tauB ?? 9) - 0.01431261) < 5e-9)
    #expect(abs((votes.pi ?? 9) - -0.01778266) < 5e-9)
    #expect(abs(votes.s - 0.13157895) < 5e-9)
  }

  @Test func `the example of the authors' program`() throws {
    let four = try #require(
      PortfolioComparison(
        [3, 3, 2, 2], [2, 2, 3, 3], scale: 0...3, weights: [0.5, 0.3, 0.1, 0.1]))
    #expect(abs(four.s - 1.0 / 3) < 1e-12)
  }
}

@Suite struct PortfolioLaws {
  static func random(_ n: Int, _ stream: inout RandomStream) -> [Double?] {
    (0..<n).map { _ in
      stream.uniform() < 0.1 ? nil : Double(stream.integer(below: 4))
    }
  }

  @Test(arguments: 1...40)
  func `measures are symmetric, bounded and the same in any order`(seed: Int) throws {
    var stream = RandomStream(seed: UInt64(seed), name: "portfolio")
    let n = 3 + stream.integer(below: 30)
    let (x, y) = (Self.random(n, &stream), Self.random(n, &stream))
    let weights = (0..<n).map { _ in stream.uniform() }
    guard let here = PortfolioComparison(x, y, scale: 0...3, weights: weights) else { return }
    let back = try #require(PortfolioComparison(y, x, scale: 0...3, weights: weights))
    let turned = try #require(
      PortfolioComparison(
        x.reversed(), y.reversed(), scale: 0...3, weights: weights.reversed().map { $0 * 7 }))
    func values(_ c: PortfolioComparison) -> [Double?] {
      [
        c.s, c.squaredS, c.kappa, c.pi, c.nominalKappa, c.nominalPi, c.binaryS, c.binaryKappa,
        c.binaryPi, c.tauB,
      ]
    }
    for (a, (b, c)) in zip(values(here), zip(values(back), values(turned))) {
      #expect((a == nil) == (b == nil) && (a == nil) == (c == nil))
      guard let a, let b, let c else { continue }
      #expect(abs(a - b) < 1e-12 && abs(a - c) < 1e-12)
      #expect(a >= -1 - 1e-12 && a <= 1 + 1e-12)
    }
  }

  @Test func `equal portfolios are alike, and what is 0/0 is undefined`() throws {
    let same = try #require(PortfolioComparison([0, 1, 3], [0, 1, 3], scale: 0...3))
    #expect(same.s == 1 && same.kappa == 1 && same.pi == 1 && same.tauB == 1)
    let constant = try #require(PortfolioComparison([2, 2, 2], [2, 2, 2], scale: 0...3))
    #expect(constant.s == 1)
    #expect(constant.kappa == nil && constant.pi == nil && constant.tauB == nil)
    #expect(constant.nominalKappa == nil && constant.nominalPi == nil)
    let one = try #require(PortfolioComparison([2, 2, 2], [0, 1, 3], scale: 0...3))
    #expect(abs(one.kappa ?? 9) < 1e-12 && one.tauB == nil)
    let two = try #require(PortfolioComparison([0, 0], [3, 3], scale: 0...3))
    #expect(two.s == -1 && abs(two.kappa ?? 9) < 1e-12 && two.pi == -1)
    #expect(PortfolioComparison([nil, 1], [1, nil], scale: 0...3) == nil)
    #expect(PortfolioComparison([1, 2], [1, 3], scale: 0...3, weights: [0, 0]) == nil)
  }

  @Test(arguments: 1...20)
  func `tau-b is the count of concordant pairs`(seed: Int) {
    var stream = RandomStream(seed: UInt64(seed), name: "kendall")
    let n = 2 + stream.integer(below: 25)
    let x = (0..<n).map { _ in Double(stream.integer(below: 5)) }
    let y = (0..<n).map { _ in Double(stream.integer(below: 4)) }
    var (sum, dx, dy) = (0.0, 0.0, 0.0)
    for i in 0..<n {
      for j in 0..<i {
        let a: Double = x[i] == x[j] ? 0 : x[i] > x[j] ? 1 : -1
        let b: Double = y[i] == y[j] ? 0 : y[i] > y[j] ? 1 : -1
        sum += a * b
        dx += a * a
        dy += b * b
      }
    }
    let expected = dx > 0 && dy > 0 ? sum / (dx * dy).squareRoot() : nil
    let found = KendallTau.b(x, y)
    #expect((found == nil) == (expected == nil))
    if let found, let expected { #expect(abs(found - expected) < 1e-12) }
  }

  @Test func `ties become portfolios, and an isolate is one more alter`() throws {
    let ties = [
      PortfolioTable.Tie(from: "A", to: "B", value: 3),
      PortfolioTable.Tie(from: "A", to: "C", value: 1),
      PortfolioTable.Tie(from: "B", to: "C", value: 1),
      PortfolioTable.Tie(from: "A", to: "B", value: 2),
      PortfolioTable.Tie(from: "A", to: "elsewhere", value: 3),
    ]
    func table(_ states: [String], isDirected: Bool = false, self own: Bool = true)
      -> PortfolioTable
    {
      PortfolioTable(
        of: ties, among: states, scale: 0...3, isDirected: isDirected, hasSelfTies: own)
    }
    #expect(table(["A", "B", "C"]).values == [[3, 3, 1], [3, 3, 1], [1, 1, 3]])
    #expect(
      table(["A", "B", "C"], isDirected: true, self: false).values
        == [[0, 3, 1], [0, 0, 1], [0, 0, 0]])
    let four = table(["A", "B", "C", "D"])
    #expect(four.comparison(of: "A", and: "D")?.comparison?.n == 4)
    #expect(four.comparison(of: "A", and: "nobody") == nil)
    #expect(four.pairs(threads: 3) == four.pairs() && four.pairs().count == 6)
  }
}
