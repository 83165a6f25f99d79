import EntenteBalance
import Foundation
import Testing

/// `shared/reference/signed-balance`: costs proven by an independent 0/1 programme in CP-SAT, balance
/// measures from dense eigenvalues.
@Suite(
  .enabled(
    if: SharedNetworks.folder != nil,
    "needs shared/reference/signed-balance: set ENTENTE_SHARED_REFERENCE"))
struct `Reference networks` {
  @Test func `every cost is the reference's, and proven`() throws {
    let rows = try SharedNetworks.rows("results.csv")
    #expect(rows.count == 41)
    for row in rows {
      let name = try #require(row["network"])
      let network = try SharedNetworks.network(name)
      for k in 2...5 {
        let found = BalanceAnalysis.partition(
          network, blocks: k, options: BalanceOptions(optimaLimit: 0))
        #expect(found.isProven, "\(name), k = \(k)")
        #expect(found.cost == row["k\(k)_cost"].flatMap { Double($0) }, "\(name), k = \(k)")
        #expect(found.lowerBound == found.cost, "\(name), k = \(k)")
      }
      // In these networks five blocks are as good as any number.
      let any = BalanceAnalysis.partition(
        network, blocks: nil, options: BalanceOptions(optimaLimit: 0))
      #expect(any.isProven && any.cost == row["k5_cost"].flatMap { Double($0) }, "\(name)")
    }
  }

  @Test func `optima are counted as the reference counts them`() throws {
    let partitions = try SharedNetworks.rows("optimal_partitions.csv")
    for row in try SharedNetworks.rows("results.csv") {
      let name = try #require(row["network"])
      let network = try SharedNetworks.network(name)
      let found = BalanceAnalysis.partition(network, blocks: 2)
      let count = try #require(row["two_block_optima_count"].flatMap { Int($0) })
      #expect(found.optima.isExact, "\(name)")
      if row["two_block_optima_count_is"] == "exact" {
        #expect(found.optima.atLeast == count, "\(name)")
      } else {
        #expect(found.optima.atLeast >= count, "\(name)")
      }
      #expect(found.isUnique == (row["two_block_optimum_unique"] == "True"), "\(name)")
      guard found.isUnique == true else { continue }
      // Where there is one optimum, the same pairs must be at odds with it.
      let sides = Dictionary(
        uniqueKeysWithValues: partitions.filter { $0["network"] == name }.compactMap { row in
          row["node"].map { ($0, row["block_k2"]) }
        })
      let reference = network.ties.indices.filter { i in
        let tie = network.ties[i]
        let together = sides[network.names[tie.first]] == sides[network.names[tie.second]]
        return tie.net != 0 && together != (tie.net > 0)
      }
      #expect(found.frustrated == reference, "\(name)")
    }
  }

  @Test func `measures of balance agree to eight digits`() throws {
    var compared = 0
    for row in try SharedNetworks.rows("results.csv") {
      guard let name = row["network"], row["tri_ppp"]?.isEmpty == false else { continue }
      let network = try SharedNetworks.network(name)
      let report = BalanceAnalysis.analyse(
        network, options: BalanceOptions(blocks: [], optimaLimit: 0))
      let spectrum = try #require(report.spectrum)
      for (column, value) in [
        ("tri_ppp", Double(report.triangles.counts[0])),
        ("tri_ppn", Double(report.triangles.counts[1])),
        ("tri_pnn", Double(report.triangles.counts[2])),
        ("tri_nnn", Double(report.triangles.counts[3])),
        ("triangle_balance", report.triangles.share ?? .nan),
        ("walk_balance", spectrum.walkBalance),
        ("signed_spectral_radius", spectrum.signedRadius),
        ("unsigned_spectral_radius", spectrum.unsignedRadius),
        ("signed_laplacian_min_eig_giant", spectrum.smallestLaplacian ?? .nan),
        ("giant_size", Double(spectrum.componentSize)),
        ("components", Double(report.components)),
        ("frustration_index_L", report.frustration.value),
        ("normalised_F_1_minus_2L_over_m", report.frustration.normalised ?? .nan),
      ] {
        let expected = try #require(row[column].flatMap { Double($0) }, "\(name), \(column)")
        #expect(abs(value - expected) <= 1e-8 * max(1, abs(expected)), "\(name), \(column)")
        compared += 1
      }
    }
    #expect(compared == 35 * 13)
  }

  @Test func `two blocks of all windows take less than a second of one core`() throws {
    let networks = try SharedNetworks.rows("results.csv").compactMap { row in
      try row["network"].flatMap { $0.hasPrefix("cow") ? try SharedNetworks.network($0) : nil }
    }
    #expect(networks.count == 34)
    for blocks in [2, 3, nil] as [Int?] {
      let start = Self.threadSeconds()
      for network in networks {
        let found = BalanceAnalysis.partition(
          network, blocks: blocks, options: BalanceOptions(optimaLimit: 0))
        #expect(found.isProven)
      }
      #expect(Self.threadSeconds() - start < 1, "\(blocks ?? 0) blocks")
    }
  }

  /// CPU time of this thread alone: other tests run beside it.
  private static func threadSeconds() -> Double {
    var time = timespec()
    clock_gettime(CLOCK_THREAD_CPUTIME_ID, &time)
    return Double(time.tv_sec) + Double(time.tv_nsec) * 1e-9
  }
}
