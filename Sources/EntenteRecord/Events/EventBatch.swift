/// Events of one format in columns of equal length, as readers make them and the store keeps them.
///
/// Rows whose actors are no states, or are empty, are events too: their state is 0, and whoever
/// asks chooses. The file that the rows come from is known to whoever holds the batch.
public struct EventBatch: Sendable {
  public let format: EventFormat

  /// Days since 1970-01-01 on which the event happened, as the source says.
  public var day: [Int32] = []
  /// Day on which the source recorded the event; `notTold` where it does not say.
  public var added: [Int32] = []
  /// The source's own number; 0 where there is none.
  public var id: [UInt64] = []
  /// `PackedState` of who acts; 0 is no state.
  public var source: [UInt16] = []
  /// `PackedState` of whom it is done to.
  public var target: [UInt16] = []
  /// `ActorKind` of both.
  public var sourceKind: [UInt8] = []
  public var targetKind: [UInt8] = []
  /// The actor as written, in `texts`: the code for GDELT, the name for ICEWS.
  public var sourceActor: [UInt32] = []
  public var targetActor: [UInt32] = []
  /// Sectors as written, in `texts`.
  public var sourceSector: [UInt32] = []
  public var targetSector: [UInt32] = []
  /// `PackedCode`: the CAMEO code.
  public var code: [UInt16] = []
  /// `EventType.index`; 0 is none.
  public var plover: [UInt8] = []
  /// Index in the pinned table of PLOVER's modes; 0 is none.
  public var mode: [UInt8] = []
  /// The file's own score, -10 to 10; NaN where it has none.
  public var goldstein: [Float] = []
  /// Counts of the source; `UInt32.max` where it does not tell.
  public var mentions: [UInt32] = []
  public var sources: [UInt32] = []
  public var articles: [UInt32] = []
  /// NaN where the source does not tell.
  public var tone: [Float] = []
  /// Name of the place, in `texts`.
  public var place: [UInt32] = []
  /// `PackedState` of the place.
  public var placeState: [UInt16] = []
  /// Degrees; NaN where the source does not tell.
  public var latitude: [Float] = []
  public var longitude: [Float] = []
  /// Line of the file, from 1.
  public var line: [UInt32] = []

  /// What the columns of texts point into; `texts[0]` is empty.
  public var texts = TextTable()

  /// A day of recording that the source does not tell.
  public static let notTold = Int32.min
  /// A count that the source does not tell.
  public static let uncounted = UInt32.max

  public init(format: EventFormat) { self.format = format }

  public var count: Int { day.count }
  public var isEmpty: Bool { day.isEmpty }

  /// Whether every column has as many rows as the first; false is a programmer's mistake.
  public var isEven: Bool {
    let lengths: [Int] = [
      added.count, id.count, source.count, target.count, sourceKind.count, targetKind.count,
      sourceActor.count, targetActor.count, sourceSector.count, targetSector.count, code.count,
      plover.count, mode.count, goldstein.count, mentions.count, sources.count, articles.count,
      tone.count, place.count, placeState.count, latitude.count, longitude.count, line.count,
    ]
    return lengths.allSatisfy { $0 == day.count }
  }
}

extension EventBatch {
  /// One event; texts are indices in the batch's table.
  public struct Row: Sendable {
    public var day: Int32
    public var added = EventBatch.notTold
    public var id: UInt64 = 0
    public var source: UInt16 = 0
    public var target: UInt16 = 0
    public var sourceKind: UInt8 = 0
    public var targetKind: UInt8 = 0
    public var sourceActor: UInt32 = 0
    public var targetActor: UInt32 = 0
    public var sourceSector: UInt32 = 0
    public var targetSector: UInt32 = 0
    public var code: UInt16 = 0
    public var plover: UInt8 = 0
    public var mode: UInt8 = 0
    public var goldstein = Float.nan
    public var mentions = EventBatch.uncounted
    public var sources = EventBatch.uncounted
    public var articles = EventBatch.uncounted
    public var tone = Float.nan
    public var place: UInt32 = 0
    public var placeState: UInt16 = 0
    public var latitude = Float.nan
    public var longitude = Float.nan
    public var line: UInt32 = 0

    /// Everything but the day is absent until it is set.
    @inlinable
    public init(day: Int32) { self.day = day }
  }

  @inlinable
  public mutating func append(_ row: Row) {
    day.append(row.day)
    added.append(row.added)
    id.append(row.id)
    source.append(row.source)
    target.append(row.target)
    sourceKind.append(row.sourceKind)
    targetKind.append(row.targetKind)
    sourceActor.append(row.sourceActor)
    targetActor.append(row.targetActor)
    sourceSector.append(row.sourceSector)
    targetSector.append(row.targetSector)
    code.append(row.code)
    plover.append(row.plover)
    mode.append(row.mode)
    goldstein.append(row.goldstein)
    mentions.append(row.mentions)
    sources.append(row.sources)
    articles.append(row.articles)
    tone.append(row.tone)
    place.append(row.place)
    placeState.append(row.placeState)
    latitude.append(row.latitude)
    longitude.append(row.longitude)
    line.append(row.line)
  }

  public func row(_ i: Int) -> Row {
    var row = Row(day: day[i])
    row.added = added[i]
    row.id = id[i]
    row.source = source[i]
    row.target = target[i]
    row.sourceKind = sourceKind[i]
    row.targetKind = targetKind[i]
    row.sourceActor = sourceActor[i]
    row.targetActor = targetActor[i]
    row.sourceSector = sourceSector[i]
    row.targetSector = targetSector[i]
    row.code = code[i]
    row.plover = plover[i]
    row.mode = mode[i]
    row.goldstein = goldstein[i]
    row.mentions = mentions[i]
    row.sources = sources[i]
    row.articles = articles[i]
    row.tone = tone[i]
    row.place = place[i]
    row.placeState = placeState[i]
    row.latitude = latitude[i]
    row.longitude = longitude[i]
    row.line = line[i]
    return row
  }
}
