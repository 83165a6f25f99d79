public import EntenteNumerics
import EntenteRecord

/// Positions of states on the one dimension that explains most of how they voted, by session.
///
/// `z = b_v θ_it + N(0, 1)`; yes below g₁, abstention between g₁ and g₂, no above; a state's point leans
/// on its point of the session before. Points have mean 0 and variance 1 over all states and
/// sessions.
///
/// **The level of a whole session is hardly identified by votes**: two sessions share only the
/// resolutions that were voted again. Differences and ranks within a session are sound; a state has
/// not "moved" because its level did. `relative` is the point less the mean of its session, and it
/// alone carries an interval.
///
/// - SeeAlso: Bailey, Strezhnev & Voeten (2017), *Journal of Conflict Resolution* 61, 430-456.
public struct IdealPoints: Sendable {
  /// One state in one session.
  public struct Point: Hashable, Sendable {
    public let state: String
    public let session: Int
    /// The point less the mean of the session's states, with a 90% interval; n counts votes.
    public let relative: Estimate
    /// On the scale that all sessions share; not to be compared between sessions.
    public let level: Double

    public var votes: Int { relative.n }
  }

  /// State by state, by session.
  public let points: [Point]
  public let items: Int
  public let votes: Int
  /// Votes left out: by the selection, on paragraphs and amendments, on unanimous items.
  public let omitted: Int
  public let onParts: Int
  public let unanimous: Int
  public let rounds: Int
  public let isConverged: Bool
  public let sweeps: Int
  /// States without a vote that says anything: they have no point.
  public let statesWithoutPoint: [String]

  /// How often the fast fit's intervals hold on votes drawn from it, where that was asked for.
  public let coverage: IdealPointCoverage?

  static let extreme = 1.5
  /// Far out the fit leans inwards, so that plain intervals cover 79 to 82% instead of 90.
  static let wideningBeyond = 1.25

  static func halfWidth(level: Double, variance: Double) -> Double {
    1.6448536269514722 * (abs(level) > extreme ? wideningBeyond : 1) * variance.squareRoot()
  }

  /// Estimates from votes.
  ///
  /// Unanimous items, and states and sessions without other votes, have no part and are counted.
  ///
  /// - Throws: `StructureError` with `.tooFew` if states never differ, `.wrongSubject` if the state
  ///   that is to stand on the right has no point.
  /// - Complexity: O(votes × (rounds + sweeps)).
  public init(of votes: RollCallVotes, options: IdealPointOptions = IdealPointOptions())
    throws(StructureError)
  {
    let matrix = try VoteMatrix(votes, options.selection)
    let known = Set(matrix.cells.map(\.state))
    let table = ProbitTable()
    let start: [Double]
    switch options.direction {
    case .unitedNations:
      start = IdealPointStart.anchored(matrix, at: IdealPointStart.unitedNations)
      guard start.contains(where: { $0 != 0 }) else {
        throw StructureError(
          .wrongSubject,
          "the direction of the UN's ideal points is fixed by US, GB, CA, IL, RU and DD, found votes "
            + "of none; name a state for the right side instead")
      }
    case .right(let state):
      if let state, !known.contains(where: { matrix.states[$0] == state }) {
        let near = NearSpelling.of(state, among: known.map { matrix.states[$0] })
        throw StructureError(
          .wrongSubject,
          "no point for \(state), which is to stand on the right"
            + (near.map { "; did you mean \($0)?" } ?? ""))
      }
      start = IdealPointStart.principal(matrix, right: state)
    }
    let fit = IdealPointFit(matrix, start: start, table: table)
    var levels = fit.points
    var variances = fit.variances
    var method = "variational EM, \(fit.rounds) rounds"
    if options.sweeps > 0 {
      let polish = IdealPointPolish(
        matrix, from: fit, sweeps: options.sweeps, seed: options.seed, threads: options.threads,
        table: table)
      levels = polish.points
      variances = polish.variances
      method = "mean of the last \(options.sweeps - options.sweeps / 2) of \(options.sweeps) sweeps"
    }
    let sessions = SessionMeans(matrix)
    let means = sessions.means(levels)
    points = matrix.cells.indices.map { c in
      let value = levels[c] - means[sessions.of[c]]
      let half = Self.halfWidth(level: levels[c], variance: variances[c])
      return Point(
        state: matrix.states[matrix.cells[c].state], session: matrix.cells[c].session,
        relative: Estimate(
          value: value, low: value - half, high: value + half, n: matrix.cells[c].votes,
          probabilityPositive: Moments.normalCDF(value * 1.6448536269514722 / half),
          method: method), level: levels[c])
    }
    coverage =
      options.coverageSets > 0
      ? IdealPointCoverage(
        matrix, fit, sets: options.coverageSets, seed: options.seed, threads: options.threads,
        table: table) : nil
    items = matrix.items.count
    self.votes = matrix.votes
    omitted = matrix.omitted
    onParts = matrix.onParts
    unanimous = matrix.unanimous
    rounds = fit.rounds
    isConverged = fit.isConverged
    sweeps = options.sweeps
    statesWithoutPoint = votes.states.indices.filter { !known.contains($0) }
      .map { votes.states[$0] }.sorted()
  }
}
