/// The columns of a segment, in the order in which they stand in the file.
///
/// Names and widths stand on disk: a change of any needs a new version of the format.
enum SegmentColumn: String, CaseIterable, Sendable {
  // MARK: Index of days: one entry for each day of the segment, in order
  case indexDay = "index.day"
  case indexStart = "index.start"
  case indexPrompt = "index.prompt"
  case indexLowID = "index.low-id"
  case indexHighID = "index.high-id"

  // MARK: Rows
  case day
  case source
  case target
  case code
  case plover
  case mode
  case sourceKind = "source-kind"
  case targetKind = "target-kind"
  case goldstein
  case id
  case added
  case mentions
  case sources
  case articles
  case tone
  case sourceActor = "source-actor"
  case targetActor = "target-actor"
  case sourceSector = "source-sector"
  case targetSector = "target-sector"
  case place
  case placeState = "place-state"
  case latitude
  case longitude
  case file
  case line

  // MARK: Texts
  case textEnds = "text.ends"
  case textBytes = "text.bytes"

  /// Bytes of one element.
  var width: Int {
    switch self {
    case .plover, .mode, .sourceKind, .targetKind, .textBytes: 1
    case .source, .target, .code, .placeState: 2
    case .indexLowID, .indexHighID, .id: 8
    default: 4
    }
  }

  /// What the number of elements follows.
  enum Extent { case days, rows, texts, bytes }

  var extent: Extent {
    switch self {
    case .indexDay, .indexStart, .indexPrompt, .indexLowID, .indexHighID: .days
    case .textEnds: .texts
    case .textBytes: .bytes
    default: .rows
    }
  }

  /// Where this column stands in the directory.
  var position: Int { SegmentColumn.positions[self] ?? 0 }

  private static let positions = Dictionary(
    uniqueKeysWithValues: allCases.enumerated().map { ($1, $0) })
}
