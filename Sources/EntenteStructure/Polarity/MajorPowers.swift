/// Who counted as a major power when.
public struct MajorPowers: Hashable, Sendable {
  public struct Spell: Hashable, Sendable {
    public let state: String
    public let from: Int
    public let to: Int

    public init(state: String, from: Int, to: Int) {
      self.state = state
      self.from = from
      self.to = to
    }
  }

  public let spells: [Spell]

  public init(_ spells: [Spell]) { self.spells = spells }

  /// The last year that the list speaks of.
  public var lastYear: Int { spells.map(\.to).max() ?? 0 }

  /// States with a spell that touches the year.
  ///
  /// Beyond the list's last year those of that year are
  /// carried on, and the caller must say so.
  public func members(in year: Int) -> Set<String> {
    let asked = min(year, lastYear)
    return Set(spells.filter { $0.from <= asked && asked <= $0.to }.map(\.state))
  }
}
