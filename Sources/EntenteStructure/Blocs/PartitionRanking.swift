import EntenteNumerics
import EntenteRecord

/// The best division of a span, and how often each division is best when weeks are resampled.
public struct PartitionRanking: Hashable, Codable, Sendable {
  public struct Support: Hashable, Codable, Sendable {
    public let partition: Partition
    /// Share of draws in which it is best; divisions that tie in a draw share it.
    public let share: Double
    /// 90% interval of the simulation (Wilson); nothing about the weeks is left out of `share`.
    public let low: Double
    public let high: Double
  }

  public let ways: PartitionSearch.Ways
  public let best: Partition
  /// Others that are exactly as good.
  public let ties: [Partition]
  /// Sum of |affinity| over frustrated pairs of the best division.
  public let cost: Double
  /// The cost as a share of all |affinity|: 0 for perfect blocs.
  public let frustration: Double
  /// Every division that is best in some draw, most often first; shares sum to 1.
  public let supports: [Support]
  public let draws: Int
  public let weeks: Int

  /// Share of draws in which a division is best.
  public func support(of partition: Partition) -> Double {
    supports.first { $0.partition == partition }?.share ?? 0
  }
}

extension BlocSample {
  /// The exact best divisions of these states and their support.
  ///
  /// - Throws: `StructureError` with `.tooLarge` above 20 states (two ways) or 12 (any).
  public func ranking(_ ways: PartitionSearch.Ways) throws(StructureError) -> PartitionRanking {
    let search = try PartitionSearch(count: actors.count, ways: ways)
    let best = search.best(means)
    let bests = best.labels.map { Partition(labels: $0, actors: actors) }
    let winners = Parallel.map(options.draws, threads: options.threads) { index in
      search.best(draw(index)).labels
    }
    var tally: [[Int]: Double] = [:]
    for labels in winners {
      for one in labels { tally[one, default: 0] += 1 / Double(labels.count) }
    }
    let z = Moments.normalQuantile(0.95)
    let supports = tally.sorted { ($1.value, $0.key.description) < ($0.value, $1.key.description) }
      .map { labels, hits in
        let range = Proportion(Int(hits.rounded()), of: options.draws).interval(z: z)
        return PartitionRanking.Support(
          partition: Partition(labels: labels, actors: actors),
          share: hits / Double(options.draws), low: range.lowerBound, high: range.upperBound)
      }
    return PartitionRanking(
      ways: ways, best: bests[0], ties: Array(bests.dropFirst()), cost: best.cost,
      frustration: best.weight > 0 ? best.cost / best.weight : 0, supports: supports,
      draws: options.draws, weeks: weeks)
  }
}
