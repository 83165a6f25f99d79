public import EntenteRecord

/// GDELT 2.0: 61 columns, a file every fifteen minutes, in English or translated.
///
/// Tab-separated, without header or quotes; quote characters are data.
///
/// - SeeAlso: Leetaru and Schrodt (2013), "GDELT: Global Data on Events, Location, and Tone".
public struct GDELT2Reader: EventReader {
  public static let descriptor = EventReaderDescriptor(
    name: "gdelt2", title: "GDELT 2.0 events, 61 columns", format: .gdelt2)

  private var rows: GDELTRows

  public static func fit(_ sample: FileSample) -> String? { GDELTLayout.two.fit(sample) }

  public init(_ context: ReadingContext) throws(RecordError) { rows = GDELTRows(.two, context) }

  public mutating func read(_ row: DelimitedRow, into collector: RowCollector) {
    rows.read(row, into: collector)
  }
}
