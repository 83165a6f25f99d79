import EntenteNumerics
public import EntenteRecord

/// Runs the analyses that tests ask for, on demand, and keeps every answer.
///
/// Answers depend on the case, the seed and the number of draws alone, never on which test or thread
/// asked first.
public final class CaseAnalysis: Sendable {
  public let subject: Case
  public let seed: UInt64
  public let draws: Int
  public let threads: Int

  public init(of subject: Case, seed: UInt64, draws: Int, threads: Int) {
    self.subject = subject
    self.seed = seed
    self.draws = draws
    self.threads = threads
  }
}
