public import EntenteRecord

/// Reads the rows of one published format of events.
///
/// Each file of `EventReaders/` holds one, named for its type, and the build lists them in
/// `EventReaderCatalog`: a new format is one new file and its test (`docs/adding-a-reader.md`).
public protocol EventReader: SendableMetatype {
  static var descriptor: EventReaderDescriptor { get }

  /// Why these first lines are of this format, in words for the user; nil if they are not.
  static func fit(_ sample: FileSample) -> String?

  /// Gets ready for one file: reads what stands beside it, if the format has such files.
  ///
  /// - Throws: `RecordError` where a file beside it is missing or of no use.
  init(_ context: ReadingContext) throws(RecordError)

  /// Tells `rows` what a line holds: exactly one call of `append`, `reject` or `header`.
  mutating func read(_ row: DelimitedRow, into rows: RowCollector)
}

/// What a format is called and looks like.
public struct EventReaderDescriptor: Sendable {
  /// As a user writes it.
  public let name: String
  /// For lists of formats.
  public let title: String
  public let format: EventFormat
  let delimiter: UInt8
  /// Whether quotes wrap fields; in the tab-separated formats they are data.
  let isQuoted: Bool
  /// Names of files that stand beside those of the format and hold no events.
  let companions: Set<String>

  init(
    name: String, title: String, format: EventFormat, delimiter: Character = "\t",
    isQuoted: Bool = false, companions: Set<String> = []
  ) {
    self.name = name
    self.title = title
    self.format = format
    self.delimiter = delimiter.asciiValue ?? 9
    self.isQuoted = isQuoted
    self.companions = companions
  }
}

/// What a reader is told about its file and the user's wishes.
public struct ReadingContext: Sendable {
  /// The input, as the user gave it.
  public let file: InputFile
  public let options: ReadingOptions
  let types: TypeLookup

  init(file: InputFile, options: ReadingOptions, types: TypeLookup = .shared) {
    self.file = file
    self.options = options
    self.types = types
  }

  /// The folder of the file, with a slash; nothing for the working folder.
  var folder: String {
    file.path.lastIndex(of: "/").map { String(file.path[...$0]) } ?? ""
  }

  /// Path of a file beside this one, plain or compressed; nil if there is none.
  func companion(_ name: String) -> String? {
    [name, name + ".gz"].map { folder + $0 }.first { FileBytes.resolved($0) != nil }
  }
}

/// What a user may choose about an import.
public struct ReadingOptions: Sendable {
  /// First and last day of events to keep.
  public var from: Day?
  public var to: Day?
  /// Facts instead of events: state to state, one for each day, source, target and code.
  public var folds = false
  /// GDELT: one event for each day, source, target, code and place of an article.
  public var dropsArticleRepeats = false
  /// The day that quadruples count from.
  public var dayZero: Day?
  /// Hours that a quadruple's time counts; 24 where it counts days.
  public var hoursPerStep = 1

  public init() {}
}
