/// How a balance analysis is done.
public struct BalanceOptions: Hashable, Sendable {
  /// Numbers of blocks to partition into; nil is any number.
  public var blocks: [Int?]
  /// Seconds for each number of blocks; nil without limit.
  ///
  /// With a limit the answer depends on the machine.
  public var timeLimit: Double?
  /// Seed of the local search and of the shuffles.
  public var seed: UInt64
  /// Sign-shuffled networks to compare with; 0 for none.
  public var shuffles: Int
  /// Optima counted in each two-connected part before "at least" is said; 0 counts none.
  public var optimaLimit: Int
  /// Disturbances of the local search in each part.
  public var searchRounds: Int
  public var threads: Int

  public init(
    blocks: [Int?] = [2, nil], timeLimit: Double? = nil, seed: UInt64 = 20_231_018,
    shuffles: Int = 0, optimaLimit: Int = 1000, searchRounds: Int = 100, threads: Int = 1
  ) {
    self.blocks = blocks
    self.timeLimit = timeLimit
    self.seed = seed
    self.shuffles = shuffles
    self.optimaLimit = optimaLimit
    self.searchRounds = searchRounds
    self.threads = threads
  }
}
