/// Structural balance of a signed network: the exact frustration index, the best partitions into
/// blocks, and measures of balance.
public enum BalanceAnalysis {
  /// Everything about a network.
  ///
  /// Edge cases: an empty network, one actor and a network without ties have index 0, and measures
  /// that are shares are nil.
  public static func analyse(
    _ network: SignedNetwork, options: BalanceOptions = BalanceOptions()
  ) -> BalanceReport {
    let solver = NetworkSolver(network)
    let two = solver.partition(blocks: 2, options: options)
    // More blocks never cost more: each answer is where the next begins.
    let order = options.blocks.enumerated().sorted {
      ($0.element ?? Int.max, $0.offset) < ($1.element ?? Int.max, $1.offset)
    }
    var found = [BlockPartition?](repeating: nil, count: order.count)
    var last: BlockPartition?
    for (position, blocks) in order {
      let next: BlockPartition
      if blocks == 2 {
        next = two
      } else {
        let start = (blocks ?? 3) > 2 ? last ?? two : nil
        next = solver.partition(
          blocks: blocks, start: start?.labels.map { Int32($0 ?? 0) }, options: options)
      }
      found[position] = next
      last = next
    }
    let all = found.compactMap { $0 }
    // What holds for more blocks holds for fewer.
    func raised(_ partition: BlockPartition) -> BlockPartition {
      let bounds = (all + [two]).filter { ($0.blocks ?? Int.max) >= partition.blocks ?? Int.max }
      return partition.raising(to: bounds.map(\.lowerBound).max() ?? 0)
    }
    let frustration = FrustrationIndex(raised(two), of: network)
    let triangles = TriangleBalance(network)
    let spectrum = SpectralBalance(network)
    return BalanceReport(
      network: network, frustration: frustration, partitions: all.map(raised),
      triangles: triangles, spectrum: spectrum,
      shuffling: SignShuffling(
        network, frustration: frustration, triangles: triangles, spectrum: spectrum,
        options: options))
  }

  /// The best partition into at most `blocks` blocks, or into any number.
  public static func partition(
    _ network: SignedNetwork, blocks: Int?, options: BalanceOptions = BalanceOptions()
  ) -> BlockPartition {
    precondition(blocks.map { $0 > 0 } ?? true, "a partition has at least one block")
    return NetworkSolver(network).partition(
      blocks: blocks, options: options)
  }
}
