import EntenteBalance

/// A balance report as JSON; docs/balance.md describes it.
struct BalanceJSON: Encodable {
  struct Network: Encodable {
    let file: String
    let directed: Bool
    let actors: Int
    let tiedPairs: Int
    let components: Int
    let isolates: Int
    let positiveWeight: Double
    let negativeWeight: Double
    let notes: [String]
  }

  struct Frustration: Encodable {
    let index: Double
    let lowerBound: Double
    let proven: Bool
    let weight: Double
    let normalised: Double?
  }

  struct Partition: Encodable {
    let atMost: Int?
    let cost: Double
    let lowerBound: Double
    let gap: Double
    let proven: Bool
    let unique: Bool?
    let optima: Int
    let optimaExact: Bool
    let blocksUsed: Int
    let blocks: [Member]
    let frustrated: [Tie]
    let branches: Int
    let inequalities: Int
  }

  struct Member: Encodable {
    let name: String
    /// From 1; null for an actor without ties.
    let block: Int?

    private enum CodingKeys: CodingKey { case name, block }

    func encode(to encoder: any Encoder) throws {
      var container = encoder.container(keyedBy: CodingKeys.self)
      try container.encode(name, forKey: .name)
      try container.encode(block, forKey: .block)
    }
  }

  struct Tie: Encodable {
    let from: String
    let to: String
    let positive: Double
    let negative: Double
  }

  struct Triangles: Encodable {
    let allPositive: Int
    let oneNegative: Int
    let twoNegative: Int
    let threeNegative: Int
    let balanced: Double?
  }

  struct Spectrum: Encodable {
    let walkBalance: Double
    let signedRadius: Double
    let unsignedRadius: Double
    let smallestLaplacianEigenvalue: Double?
    let largestComponent: Int
  }

  struct Null: Encodable {
    let shuffles: Int
    let unproven: Int
    let normalisedFrustration: SignShuffling.Score?
    let normalisedFrustrationAtBounds: SignShuffling.Score?
    let balancedTriangles: SignShuffling.Score?
    let walkBalance: SignShuffling.Score?
    let smallestLaplacianEigenvalue: SignShuffling.Score?
  }

  let schema = "entente-balance/1"
  let network: Network
  let frustration: Frustration
  let partitions: [Partition]
  let triangles: Triangles
  let spectrum: Spectrum?
  let null: Null?

  init(_ report: BalanceReport, file: String, isDirected: Bool, notes: [String]) {
    let signed = report.network
    network = Network(
      file: file, directed: isDirected, actors: signed.names.count, tiedPairs: signed.ties.count,
      components: report.components, isolates: report.isolates,
      positiveWeight: signed.positiveWeight, negativeWeight: signed.negativeWeight, notes: notes)
    frustration = Frustration(
      index: report.frustration.value, lowerBound: report.frustration.lowerBound,
      proven: report.frustration.isProven, weight: report.frustration.weight,
      normalised: report.frustration.normalised)
    partitions = report.partitions.map { partition in
      Partition(
        atMost: partition.blocks, cost: partition.cost, lowerBound: partition.lowerBound,
        gap: partition.gap, proven: partition.isProven, unique: partition.isUnique,
        optima: partition.optima.atLeast, optimaExact: partition.optima.isExact,
        blocksUsed: partition.usedBlocks,
        blocks: zip(signed.names, partition.labels).map { name, label in
          Member(name: name, block: label.map { $0 + 1 })
        },
        frustrated: partition.frustrated.map { i in
          let tie = signed.ties[i]
          return Tie(
            from: signed.names[tie.first], to: signed.names[tie.second], positive: tie.positive,
            negative: tie.negative)
        },
        branches: partition.branches, inequalities: partition.covers)
    }
    let counts = report.triangles.counts
    triangles = Triangles(
      allPositive: counts[0], oneNegative: counts[1], twoNegative: counts[2],
      threeNegative: counts[3], balanced: report.triangles.share)
    spectrum = report.spectrum.map {
      Spectrum(
        walkBalance: $0.walkBalance, signedRadius: $0.signedRadius,
        unsignedRadius: $0.unsignedRadius, smallestLaplacianEigenvalue: $0.smallestLaplacian,
        largestComponent: $0.componentSize)
    }
    null = report.shuffling.map {
      Null(
        shuffles: $0.shuffles, unproven: $0.unproven, normalisedFrustration: $0.frustration,
        normalisedFrustrationAtBounds: $0.frustrationAtBounds,
        balancedTriangles: $0.triangles, walkBalance: $0.walks,
        smallestLaplacianEigenvalue: $0.laplacian)
    }
  }
}
