public import EntenteRecord

/// How strategies are measured.
public struct StrategyOptions: Hashable, Sendable {
  /// Draws that brief and command make at most: the error of a mean support is below .025 then, and
  /// the measures' own is many times that.
  public static let enoughDraws = 400

  public var length: Period.Length
  public var draws: Int
  public var seed: UInt64
  public var threads: Int
  /// Whether acts that one side denies count, by grade: A 1, B 0.7, C 0.4, D 0.15.
  public var includesContested: Bool
  /// Thresholds in place of the defaults and of the case's.
  public var thresholds: [Threshold: Double]
  /// Bandwagoning is asked for towards this state alone.
  public var toward: ActorCode?

  public init(
    length: Period.Length = .year, draws: Int = enoughDraws, seed: UInt64 = 1, threads: Int = 1,
    includesContested: Bool = true, thresholds: [Threshold: Double] = [:], toward: ActorCode? = nil
  ) {
    self.length = length
    self.draws = draws
    self.seed = seed
    self.threads = threads
    self.includesContested = includesContested
    self.thresholds = thresholds
    self.toward = toward
  }
}
