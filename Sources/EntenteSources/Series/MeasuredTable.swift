import EntenteRecord

/// Values in time from a table of a user's own: of one series, or of pairs of actors.
public struct MeasuredTable: Sendable {
  /// Scores of pairs, row by row.
  public struct PairRow: Sendable {
    public let position: Int
    /// Places in `actors`.
    public let first: Int
    public let second: Int
    public let value: Double
    public let days: Double?
  }

  public enum Content: Sendable {
    /// Positions ascend; values that the table leaves empty are not among them.
    case series(positions: [Int], values: [Double])
    case pairs(actors: [String], rows: [PairRow])
  }

  public let content: Content
  /// Whether positions are days since 1970-01-01, and not numbers of the user's.
  public let isDated: Bool
  /// Rows without a value.
  public let empty: Int
  /// Steps longer than the usual one.
  public let gaps: Int

  /// A position as the table has it.
  public func label(_ position: Int) -> String {
    isDated ? Day(number: Int32(clamping: position)).description : String(position)
  }
}
