/// What a written code or name means on a day.
public enum Resolution: Hashable, Sendable {
  case state(ActorCode)
  /// Several states bear the name, and nothing says which is meant. It is never guessed.
  case ambiguous([ActorCode])
  /// Known, and no state.
  case notAState(NonState)
  /// A state that does not exist, or is not written so, on the day.
  case outsideSpell(ActorCode, [StateSpell])
  /// Nobody that the tables know.
  case unknown

  /// Something that has a code or a name and is no state.
  public struct NonState: Hashable, Sendable {
    /// What it is, in words: `territory`, `region: Africa`.
    public let what: String
    /// Its own ISO code, if it has one.
    public let code: ActorCode?
    /// The state that it belongs to, where that is settled.
    public let belongsTo: ActorCode?

    public init(_ what: String, code: ActorCode? = nil, belongsTo: ActorCode? = nil) {
      self.what = what
      self.code = code
      self.belongsTo = belongsTo
    }
  }

  /// The state, or nil for every other answer.
  public var code: ActorCode? {
    if case .state(let code) = self { code } else { nil }
  }

  /// The state in two bytes; 0 for every other answer.
  public var packed: PackedState { code.map { PackedState($0) } ?? .none }

  /// The answer in words, for a rejects file or an error message.
  public var reason: String {
    switch self {
    case .state(let code): "the state \(code)"
    case .ambiguous(let codes):
      "could be \(codes.map(\.text).joined(separator: " or ")): it does not say which"
    case .notAState(let thing):
      "no state but \(thing.what)"
        + (thing.belongsTo.map { " (belongs to \($0))" } ?? "")
    case .outsideSpell(let code, let spells):
      "\(code) is written so, and exists, only "
        + spells.map(\.description).joined(separator: ", ")
    case .unknown: "not a state that the tables know"
    }
  }
}
