import EntenteBalance
import EntenteNumerics
import Foundation
import Testing

@Suite struct `Measures of balance` {
  private func report(_ network: SignedNetwork, shuffles: Int = 0) -> BalanceReport {
    BalanceAnalysis.analyse(network, options: BalanceOptions(shuffles: shuffles))
  }

  @Test func `triangles by hand`() {
    // 0-1-2 all friends; 0-1-3: 3 is the enemy of both; 1-2-3: 3 is the enemy of 1, the friend of 2.
    let network = SignedNetwork(
      names: RandomNetworks.names(4),
      arcs: [(0, 1, 1), (1, 2, 2), (0, 2, 1), (0, 3, -1), (1, 3, -4), (2, 3, 1)])
    let triangles = report(network).triangles
    // 0-2-3 has one negative tie as well.
    #expect(triangles.counts == [1, 2, 1, 0])
    #expect(triangles.share == 0.5)
  }

  @Test(arguments: UInt64(1)...40) func `triangles equal counting all triples`(seed: UInt64) {
    let network = RandomNetworks.small(seed, most: 12)
    let n = network.names.count
    var net = [[Double]](repeating: Array(repeating: 0, count: n), count: n)
    for tie in network.ties {
      net[tie.first][tie.second] = tie.net
      net[tie.second][tie.first] = tie.net
    }
    var counts = [0, 0, 0, 0]
    for i in 0..<n {
      for j in 0..<i {
        for k in 0..<j {
          let three = [net[i][j], net[j][k], net[i][k]]
          if !three.contains(0) { counts[three.count { $0 < 0 }] += 1 }
        }
      }
    }
    #expect(report(network).triangles.counts == counts)
  }

  @Test(arguments: UInt64(1)...20)
  func `a balanced network has walk balance 1 and smallest eigenvalue 0`(seed: UInt64) throws {
    let network = RandomNetworks.planted(20, blocks: 2, density: 0.4, noise: 0, seed: seed).network
    let found = report(network)
    let spectrum = try #require(found.spectrum)
    #expect(abs(spectrum.walkBalance - 1) < 1e-9)
    #expect(try #require(spectrum.smallestLaplacian) < 1e-9)
    #expect(found.frustration.normalised == 1)
  }

  @Test func `a negative triangle by formula`() throws {
    let network = SignedNetwork(
      names: RandomNetworks.names(3), arcs: [(0, 1, -1), (1, 2, -1), (0, 2, -1)])
    let found = report(network)
    let spectrum = try #require(found.spectrum)
    // Eigenvalues −2, 1, 1 against 2, −1, −1; the Laplacian's are 1, 1, 4.
    let expected = (exp(-2.0) + 2 * exp(1.0)) / (exp(2.0) + 2 * exp(-1.0))
    #expect(abs(spectrum.walkBalance - expected) < 1e-12)
    #expect(abs(try #require(spectrum.smallestLaplacian) - 1) < 1e-12)
    #expect(found.frustration.value == 1 && found.partitions[0].optima.atLeast == 3)
    #expect(found.partitions[1].cost == 0 && found.partitions[1].usedBlocks == 3)
  }

  @Test func `large weights give numbers, not overflow`() throws {
    let network = SignedNetwork(
      names: RandomNetworks.names(4),
      arcs: [(0, 1, 9e11), (1, 2, -9e11), (0, 2, 9e11), (2, 3, 1)])
    let spectrum = try #require(report(network).spectrum)
    #expect(spectrum.walkBalance.isFinite && spectrum.walkBalance >= 0)
    #expect(report(network).frustration.value == 9e11)
  }

  @Test func `a planted division stands out against shuffles, and noise does not`() throws {
    let planted = RandomNetworks.planted(30, blocks: 2, density: 0.4, noise: 0.05, seed: 1).network
    let strong = try #require(report(planted, shuffles: 39).shuffling)
    #expect((strong.frustrationAtBounds != nil) == (strong.unproven > 0))
    #expect(try #require((strong.frustrationAtBounds ?? strong.frustration)?.z) > 4)
    for score in [strong.frustration, strong.triangles, strong.walks] {
      #expect(try #require(score?.z) > 4)
      #expect(score?.p == 1.0 / 40)
    }
    #expect(try #require(strong.laplacian?.z) < -4)
    #expect(strong.laplacian?.p == 1.0 / 40)
    // Half of the ties at odds: no division is left.
    let ps = try (1...12).map { seed in
      let noise = RandomNetworks.planted(
        16, blocks: 2, density: 0.4, noise: 0.5, seed: UInt64(seed)
      ).network
      return try #require(report(noise, shuffles: 19).shuffling?.frustration?.p)
    }
    #expect(ps.count { $0 <= 0.1 } <= 5)
    #expect(ps.contains { $0 > 0.3 })
  }

  @Test func `weights all alike leave nothing to shuffle, and that is said`() throws {
    let ring = SignedNetwork(
      names: RandomNetworks.names(5), arcs: (0..<5).map { ($0, ($0 + 1) % 5, -1) })
    let shuffling = try #require(report(ring, shuffles: 9).shuffling)
    #expect(shuffling.frustration?.z == nil && shuffling.frustration?.p == 1)
    #expect(shuffling.triangles == nil)
  }

  @Test func `arcs of both directions are added, signs kept apart`() {
    let network = SignedNetwork(
      names: RandomNetworks.names(2), arcs: [(0, 1, 2), (1, 0, -3), (0, 1, 1)])
    #expect(network.ties.count == 1)
    #expect(network.ties[0].positive == 3 && network.ties[0].negative == 3)
    let found = report(network)
    // The smaller weight is frustrated whatever the partition; here both are the smaller.
    #expect(found.frustration.value == 3 && found.partitions[0].optima.atLeast == 2)
  }
}
