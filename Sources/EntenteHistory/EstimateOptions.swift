/// How intervals of series are drawn.
public struct EstimateOptions: Hashable, Codable, Sendable {
  public var seed: UInt64
  public var draws: Int
  /// Periods to a block; nil takes 28 days, 8 weeks, 3 months, else 2 periods.
  public var block: Int?
  public var level: Double

  public init(seed: UInt64 = 1, draws: Int = 1000, block: Int? = nil, level: Double = 0.90) {
    self.seed = seed
    self.draws = draws
    self.block = block
    self.level = level
  }
}
