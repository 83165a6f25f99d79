import EntenteExcitation
import EntenteNumerics
import Foundation
import Testing

/// Laws that hold for every kernel of the catalog.
struct KernelTests {
  static let shapes: [(String, [Double])] = [
    ("exponential", [0.3]), ("exponential", [40]), ("sum", [0.1, 5]), ("power", [0.3, 2]),
    ("power", [1.5, 0.1]), ("power", [6, 3]),
  ]

  private func kernel(_ name: String, _ values: [Double]) throws -> any ExcitationKernel {
    let type = try #require(ExcitationKernelCatalog.all.first { $0.name == name })
    return try type.init(values)
  }

  @Test func `every kernel has its shape tested`() {
    #expect(Set(ExcitationKernelCatalog.all.map { $0.name }) == Set(Self.shapes.map(\.0)))
  }

  @Test(arguments: shapes)
  func `the distribution is the integral of the density and ends at 1`(
    name: String, values: [Double]
  ) throws {
    for basis in try kernel(name, values).bases {
      #expect(abs(basis.weights.reduce(0, +) - 1) < 1e-12)
      #expect(basis.distribution(0) == 0)
      var previous = Double.infinity
      for exponent in -3...3 {
        let u = pow(10.0, Double(exponent)) / (basis.rates.max() ?? 1)
        #expect(basis.density(u) <= previous)
        previous = basis.density(u)
        let h = 1e-4 * u
        let slope = (basis.distribution(u + h) - basis.distribution(u - h)) / (2 * h)
        #expect(abs(slope - basis.density(u)) < 1e-5 * basis.density(u) + 1e-12)
      }
      #expect(abs(basis.distribution(1e9 / (basis.rates.min() ?? 1)) - 1) < 1e-12)
    }
  }

  @Test(arguments: [0.1, 0.3, 0.7, 1, 1.9, 4, 10], [0.01, 1, 300])
  func `the mixture of the power kernel is the power law`(exponent: Double, scale: Double) throws {
    let basis = try PowerKernel([exponent, scale]).bases[0]
    for step in -20...30 {
      let u = scale * pow(10, Double(step) / 5)
      #expect(abs(basis.distribution(u) - (1 - pow(1 + u / scale, -exponent))) < 5e-6)
      let density = exponent / scale * pow(1 + u / scale, -1 - exponent)
      if u < 100 * scale { #expect(abs(basis.density(u) - density) < 1e-5 * density) }
    }
  }

  @Test(arguments: shapes)
  func `delays follow the distribution`(name: String, values: [Double]) throws {
    var stream = RandomStream(seed: 6, name: name, index: Int(10 * values[0]))
    for basis in try kernel(name, values).bases {
      let uniform = (0..<4000).map { _ in basis.distribution(basis.delay(&stream)) }
      let test = try #require(
        KolmogorovSmirnov(exponential: uniform.map { -log1p(-min($0, 1 - 1e-16)) }))
      #expect(test.pValue > 1e-4)
    }
  }

  @Test func `values outside their range are told`() {
    for (name, values) in [
      ("exponential", [0.0]), ("exponential", [1, 2]), ("exponential", [.infinity]),
      ("sum", [1.0, 1.0]), ("sum", [1.0]), ("power", [0.01, 1]), ("power", [1.0, -1]),
    ] {
      #expect(throws: ExcitationError.self, "\(name) \(values)") { try kernel(name, values) }
    }
  }
}
