/// How ideal points are estimated.
public struct IdealPointOptions: Hashable, Sendable {
  /// Which side is positive.
  public enum Direction: Hashable, Sendable {
    /// The United States and its allies on the right, Russia on the left.
    case unitedNations
    /// This state on the right; without one, the state with the most votes.
    case right(String?)
  }

  /// Sweeps of a polish unless told otherwise.
  public static let usualSweeps = 1500

  public var selection: VoteSelection
  public var direction: Direction
  /// Sampling sweeps after the fast fit; 0 for none.
  public var sweeps: Int
  /// Data sets drawn from the fit to check the intervals' coverage; 0 for none.
  public var coverageSets: Int
  public var seed: UInt64
  public var threads: Int

  public init(
    selection: VoteSelection = VoteSelection(), direction: Direction = .right(nil),
    sweeps: Int = 0, coverageSets: Int = 0, seed: UInt64 = 1, threads: Int = 1
  ) {
    self.selection = selection
    self.direction = direction
    self.sweeps = sweeps
    self.coverageSets = coverageSets
    self.seed = seed
    self.threads = threads
  }
}
