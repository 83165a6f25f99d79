/// Signed ties between named actors, as a file lists them.
public struct TieList: Hashable, Sendable {
  /// One line of the list; the ends are positions in ``TieList/names``.
  public struct Entry: Hashable, Sendable {
    public let from: Int
    public let to: Int
    /// Finite and not 0.
    public let weight: Double
  }

  /// In the order of the nodes file, or of first appearance without one.
  public let names: [String]
  public let entries: [Entry]
  /// Lines with weight 0, which are no tie.
  public let zeros: Int
  /// In a directed list, arcs whose reverse is not listed.
  public let oneWay: Int
}
