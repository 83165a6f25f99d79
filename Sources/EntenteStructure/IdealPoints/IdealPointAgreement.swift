import EntenteNumerics

/// How estimates agree with others' of the same states and sessions.
public struct IdealPointAgreement: Hashable, Sendable {
  /// Somebody else's estimate.
  public struct Reference: Hashable, Sendable {
    public let state: String
    public let session: Int
    public let value: Double
    public let votes: Int?

    public init(state: String, session: Int, value: Double, votes: Int?) {
      self.state = state
      self.session = session
      self.value = value
      self.votes = votes
    }
  }

  /// Correlation within one session.
  public struct Session: Hashable, Sendable {
    public let session: Int
    public let states: Int
    public let correlation: Double
  }

  /// States and sessions that both have.
  public let common: Int
  public let onlyOurs: Int
  public let onlyTheirs: Int
  /// Of the common ones with a count of votes, how many have the same count as ours.
  public let equalVotes: Int
  public let countedVotes: Int
  /// Over all common ones, levels of sessions included; nil for fewer than 3.
  public let overall: Double?
  /// After the session's mean is taken from both.
  public let withinSessions: Double?
  /// Sessions with at least 3 common states, in order.
  public let sessions: [Session]

  public init(of points: IdealPoints, with references: [Reference]) {
    struct Key: Hashable {
      let state: String
      let session: Int
    }
    let theirs = Dictionary(
      references.map { (Key(state: $0.state, session: $0.session), $0) },
      uniquingKeysWith: { first, _ in first })
    var pairs: [Int: [(Double, Double)]] = [:]
    var (common, equal, counted) = (0, 0, 0)
    for point in points.points {
      guard let other = theirs[Key(state: point.state, session: point.session)] else { continue }
      common += 1
      if let votes = other.votes {
        counted += 1
        if votes == point.votes { equal += 1 }
      }
      pairs[point.session, default: []].append((point.level, other.value))
    }
    self.common = common
    onlyOurs = points.points.count - common
    onlyTheirs = theirs.count - common
    equalVotes = equal
    countedVotes = counted
    let ordered = pairs.sorted { $0.key < $1.key }
    overall = Self.correlation(ordered.flatMap(\.value))
    withinSessions = Self.correlation(
      ordered.flatMap { _, pairs in
        let (x, y) = (Moments.mean(pairs.map(\.0)), Moments.mean(pairs.map(\.1)))
        return pairs.map { ($0.0 - x, $0.1 - y) }
      })
    sessions = ordered.compactMap { session, pairs in
      Self.correlation(pairs).map {
        Session(session: session, states: pairs.count, correlation: $0)
      }
    }
  }

  /// Pearson's correlation; nil for fewer than 3 pairs or a constant side.
  static func correlation(_ pairs: [(Double, Double)]) -> Double? {
    guard pairs.count >= 3 else { return nil }
    let (x, y) = (Moments.mean(pairs.map(\.0)), Moments.mean(pairs.map(\.1)))
    var (xx, yy, xy) = (0.0, 0.0, 0.0)
    for pair in pairs {
      xx += (pair.0 - x) * (pair.0 - x)
      yy += (pair.1 - y) * (pair.1 - y)
      xy += (pair.0 - x) * (pair.1 - y)
    }
    return xx > 0 && yy > 0 ? xy / (xx * yy).squareRoot() : nil
  }
}
