/// What the news said of one event, as GDELT's mentions tell it.
public struct MentionTally: Hashable, Sendable {
  /// Rows: one for each sentence of each article that was found to speak of the event.
  public var mentions = 0
  /// Different names of sources among them.
  public var sources = 0
  /// Rows in which the event stands in the text itself, not told by reference.
  public var inText = 0
  /// When the first and the last were seen, as `20230818143000`, UTC.
  public var first = UInt64.max
  public var last: UInt64 = 0
  /// Sums, so that tallies can be added up without rounding.
  public var confidence = 0
  /// Of the tones of the documents, in millionths.
  public var tone = 0

  public init() {}

  /// In percent, by GDELT's own account.
  public var meanConfidence: Double { mentions > 0 ? Double(confidence) / Double(mentions) : .nan }
  public var meanTone: Double { mentions > 0 ? Double(tone) / 1e6 / Double(mentions) : .nan }
}
