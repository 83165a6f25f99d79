/// The best partition into at most so many blocks, and how sure it is.
///
/// Cost: `Σ positive weight between blocks + Σ |negative weight| inside them`. With two blocks it is
/// the frustration index, or line index of balance (Harary 1959; Abelson & Rosenberg 1958); with more
/// it is generalised balance (Davis 1967; Doreian & Mrvar 1996, *Social Networks* 18, 149–168).
public struct BlockPartition: Hashable, Sendable {
  /// Most blocks allowed; nil where any number is.
  public let blocks: Int?
  /// Cost of the partition: an upper bound, and where proven the optimum.
  public let cost: Double
  /// No partition costs less.
  public private(set) var lowerBound: Double
  /// Whether the cost is the optimum: exactly for integer weights, else to 1e-9 of the total weight.
  public private(set) var isProven: Bool
  /// Block of every actor from 0, nil for one without ties.
  ///
  /// In a component the blocks are numbered in order of their first actor; blocks of different
  /// components are comparable only where any number of blocks is allowed, as different ones.
  public let labels: [Int?]
  /// Positions of the ties at odds with the partition, pairs whose weights cancel left out.
  public let frustrated: [Int]
  /// Different optimal sets of frustrated ties.
  ///
  /// With two blocks these are the different partitions, up to swapping the blocks of a component.
  public let optima: OptimaCount
  /// Whether no other partition is as good, up to renaming the blocks of each component; nil where
  /// that is not known.
  ///
  /// Where any number of blocks is allowed, blocks that no positive tie holds together count apart.
  public let isUnique: Bool?
  /// Nodes of the search tree, over all parts.
  public let branches: Int
  /// Inequalities in the linear programs at the end, over all parts.
  public let covers: Int

  public var gap: Double { cost - lowerBound }

  /// Blocks that have an actor.
  public var usedBlocks: Int { Set(labels.compactMap { $0 }).count }

  /// With a better bound from elsewhere.
  func raising(to bound: Double) -> BlockPartition {
    guard !isProven, bound > lowerBound else { return self }
    var raised = self
    raised.lowerBound = min(cost, bound)
    raised.isProven = bound >= cost
    return raised
  }
}
