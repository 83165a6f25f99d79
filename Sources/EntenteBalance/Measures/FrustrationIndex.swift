/// The frustration index `L`: the least weight of ties that are at odds with a partition into two
/// blocks, also called the line index of balance.
public struct FrustrationIndex: Hashable, Codable, Sendable {
  /// What the best partition found costs; the index where proven.
  public let value: Double
  public let lowerBound: Double
  public let isProven: Bool
  /// Sum of all weights, `m` where every tie weighs 1.
  public let weight: Double

  /// The index against all weight: 1 for a balanced network, nil without a tie.
  ///
  /// Formula: `F = 1 − 2 L / m` (Aref & Wilson 2018, *Journal of Complex Networks* 6, 163–189).
  public var normalised: Double? { weight > 0 ? 1 - 2 * value / weight : nil }

  /// `F` if the index were as low as its bound.
  public var normalisedAtBound: Double? { weight > 0 ? 1 - 2 * lowerBound / weight : nil }

  init(_ partition: BlockPartition, of network: SignedNetwork) {
    value = partition.cost
    lowerBound = partition.lowerBound
    isProven = partition.isProven
    weight = network.positiveWeight + network.negativeWeight
  }
}
