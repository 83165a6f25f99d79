public import EntenteNumerics

/// How a series' mean moved from one span to another.
public struct Change: Hashable, Codable, Sendable {
  /// Mean after less mean before.
  public let difference: Estimate
  public let before: Level
  public let after: Level
  /// Rate after over rate before; of counts that were compared as Poisson counts only.
  public let ratio: PoissonRateRatio?
}
