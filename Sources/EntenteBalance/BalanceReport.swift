/// What a balance analysis found.
public struct BalanceReport: Hashable, Sendable {
  public let network: SignedNetwork
  public let frustration: FrustrationIndex
  /// In the order asked for.
  public let partitions: [BlockPartition]
  public let triangles: TriangleBalance
  /// Nil above ``SpectralBalance/mostActors`` actors, and without any.
  public let spectrum: SpectralBalance?
  /// Nil where no shuffle was asked for, or there is no tie.
  public let shuffling: SignShuffling?

  public var isolates: Int {
    let tied = Set(network.ties.flatMap { [$0.first, $0.second] })
    return network.names.count - tied.count
  }

  /// Connected components, isolates among them.
  public var components: Int {
    var forest = ParityForest(count: network.names.count)
    return network.ties.reduce(network.names.count) {
      forest.join($1.first, $1.second, apart: false) ? $0 - 1 : $0
    }
  }
}
