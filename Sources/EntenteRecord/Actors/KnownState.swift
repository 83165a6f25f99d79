/// A state, extinct state or territory of the compiled-in tables.
public struct KnownState: Hashable, Sendable {
  public enum Standing: String, CaseIterable, Sendable, Codable {
    /// Counted by Correlates of War or by Gleditsch and Ward, or a microstate.
    case state
    /// Acts as a state, and others deny that it is one: Kosovo, Palestine, Taiwan.
    case contested
    /// A state that is no more and that no living state goes on as.
    case extinct
    /// Has a code and is no state: Hong Kong, Greenland, Western Sahara.
    case territory
    /// Antarctica.
    case region
  }

  public let code: ActorCode
  public let name: String
  public let standing: Standing
  /// The state that a territory belongs to, where that is settled.
  public let belongsTo: ActorCode?
  /// When it exists; empty for what is no state.
  public let spells: [StateSpell]

  /// Whether it is an actor of interstate events while it exists.
  public var isState: Bool { standing != .territory && standing != .region }

  public func exists(on day: Day) -> Bool { spells.contains { $0.contains(day) } }

  public func exists(during span: Span) -> Bool { spells.contains { $0.overlaps(span) } }

  /// Reads a line of `StateData`.
  init?(line: some StringProtocol) {
    let fields = line.split(separator: "|", omittingEmptySubsequences: false)
    guard fields.count == 5, let code = ActorCode(fields[0]),
      let standing = Standing(rawValue: String(fields[1]))
    else { return nil }
    self.code = code
    self.standing = standing
    belongsTo = ActorCode(fields[2])
    spells = fields[3].split(separator: ",").compactMap { StateSpell($0) }
    name = String(fields[4])
  }
}
