/// Recorded votes of states on roll calls, as read.
public struct RollCallVotes: Sendable {
  /// How a state voted; absences are no votes and are left out.
  public enum Choice: UInt8, Sendable, CaseIterable {
    case yes, abstain, no
  }

  /// One roll call.
  public struct RollCall: Hashable, Sendable {
    public let id: String
    public let session: Int
    /// Nil where the file has no dates.
    public let year: Int?
    /// On a paragraph or an amendment, not on the whole.
    public let isPart: Bool

    public init(id: String, session: Int, year: Int? = nil, isPart: Bool = false) {
      self.id = id
      self.session = session
      self.year = year
      self.isPart = isPart
    }
  }

  public let states: [String]
  public let rollCalls: [RollCall]
  /// One entry per vote: index of its roll call, index of its state, choice.
  public let rollCall: [Int32]
  public let state: [Int32]
  public let choice: [Choice]

  /// - Precondition: the three columns are equally long and their indices lie in range.
  public init(
    states: [String], rollCalls: [RollCall], rollCall: [Int32], state: [Int32], choice: [Choice]
  ) {
    precondition(
      rollCall.count == state.count && state.count == choice.count, "one row is one vote")
    self.states = states
    self.rollCalls = rollCalls
    self.rollCall = rollCall
    self.state = state
    self.choice = choice
  }

  public var count: Int { choice.count }
}
