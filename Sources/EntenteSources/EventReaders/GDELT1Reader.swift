public import EntenteRecord

/// GDELT 1.0: 57 columns in the backfiles, 58 with the article's address from 2013-04-01.
///
/// Tab-separated, without header or quotes; quote characters are data.
///
/// - SeeAlso: Leetaru and Schrodt (2013), "GDELT: Global Data on Events, Location, and Tone".
public struct GDELT1Reader: EventReader {
  public static let descriptor = EventReaderDescriptor(
    name: "gdelt1", title: "GDELT 1.0 events, 57 or 58 columns", format: .gdelt1)

  private var rows: GDELTRows

  public static func fit(_ sample: FileSample) -> String? { GDELTLayout.one.fit(sample) }

  public init(_ context: ReadingContext) throws(RecordError) { rows = GDELTRows(.one, context) }

  public mutating func read(_ row: DelimitedRow, into collector: RowCollector) {
    rows.read(row, into: collector)
  }
}
