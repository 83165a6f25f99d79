import EntenteNumerics

/// How structures are resampled.
public struct StructureOptions: Hashable, Codable, Sendable {
  public var seed: UInt64
  public var draws: Int
  /// Weeks to a block; never more than a third of the weeks.
  public var block: Int
  public var threads: Int

  public init(seed: UInt64 = 1, draws: Int = 1000, block: Int = 8, threads: Int = 1) {
    self.seed = seed
    self.draws = draws
    self.block = block
    self.threads = threads
  }

  func bootstrap(over weeks: Int, name: String) -> BlockBootstrap {
    BlockBootstrap(
      block: BlockBootstrap.block(preferring: block, for: weeks), draws: draws, seed: seed,
      name: name)
  }
}
