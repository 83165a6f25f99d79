/// Which votes enter an estimate of ideal points, and which roll calls are one item.
public struct VoteSelection: Hashable, Sendable {
  /// A state, a session, or one state's session that is left out.
  public struct Omission: Hashable, Sendable {
    public let state: String?
    public let session: Int?

    public init(state: String? = nil, session: Int? = nil) {
      self.state = state
      self.session = session
    }
  }

  public var omissions: [Omission]
  /// Votes on paragraphs and amendments are left out from this year on; nil keeps all.
  public var partsLeftOutFrom: Int?
  /// Pairs of roll calls, earlier first, that voted on the same text again: they share their
  /// parameters, which ties the scales of sessions together.
  public var repeated: [Repetition]

  public struct Repetition: Hashable, Sendable {
    public let first: String
    public let again: String

    public init(first: String, again: String) {
      self.first = first
      self.again = again
    }
  }

  public init(
    omissions: [Omission] = [], partsLeftOutFrom: Int? = nil, repeated: [Repetition] = []
  ) {
    self.omissions = omissions
    self.partsLeftOutFrom = partsLeftOutFrom
    self.repeated = repeated
  }

  /// What Bailey, Strezhnev & Voeten (2017) leave out of the votes of the UN General Assembly: with
  /// it the number of votes of every state and session is theirs.
  public static let unitedNations = VoteSelection(
    omissions: [
      Omission(session: 19), Omission(state: "Zanzibar"), Omission(state: "ZA", session: 48),
    ], partsLeftOutFrom: 1990)
}
