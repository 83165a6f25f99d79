/// Where every line of a file went.
///
/// `lines = header + blank + read`, and `read = kept + duplicate + rejected + leftOut`: `isBalanced`
/// says whether it adds up.
public struct RowAccount: Hashable, Sendable, Codable {
  public var lines = 0
  /// Header lines, repeated ones too.
  public var header = 0
  public var blank = 0
  /// Lines that hold a row, good or bad.
  public var read = 0
  public var kept = 0
  public var duplicate = 0
  public var rejectedBy: [Rejection.Reason: Int] = [:]
  /// Rows that were kept although something about them is worth telling, by a word for it.
  public var notes: [String: Int] = [:]

  public init() {}

  public var rejected: Int { rejectedBy.values.reduce(0, +) }

  /// Good rows that the user asked to leave out.
  ///
  /// They fall outside the days chosen, or are no facts where only facts are wanted. Told as a note,
  /// so that a ledger keeps it with the others.
  public var leftOut: Int { notes[RowAccount.leftOutNote] ?? 0 }

  public static let leftOutNote = "left out by choice"

  public var isBalanced: Bool {
    lines == header + blank + read && read == kept + duplicate + rejected + leftOut
      && ([lines, header, blank, read, kept, duplicate, leftOut] + rejectedBy.values).allSatisfy {
        $0 >= 0
      }
  }

  public static func + (left: RowAccount, right: RowAccount) -> RowAccount {
    var sum = left
    sum.lines += right.lines
    sum.header += right.header
    sum.blank += right.blank
    sum.read += right.read
    sum.kept += right.kept
    sum.duplicate += right.duplicate
    sum.rejectedBy.merge(right.rejectedBy, uniquingKeysWith: +)
    sum.notes.merge(right.notes, uniquingKeysWith: +)
    return sum
  }
}
