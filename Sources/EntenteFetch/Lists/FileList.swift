public import EntenteRecord

/// A publisher's list of files, read for one window.
public struct FileList: Sendable {
  /// Every line of the list, accounted for.
  ///
  /// Law: lines = wanted + other + repeated + malformed + blank.
  public struct Account: Hashable, Sendable, Encodable {
    public var lines = 0
    /// Files of the feed that is fetched, whatever their date.
    public var wanted = 0
    /// Files of other feeds.
    public var other = 0
    /// Names met before; the later line holds, because the list is appended to.
    public var repeated = 0
    public var malformed = 0
    public var blank = 0
  }

  /// Files that reach into the window, in order of time, each name once.
  public let files: [ListedFile]
  public let account: Account
  /// The first malformed lines; `account` counts all.
  public let faults: [Fault]
  /// Where the list as a whole begins and ends for this feed, nil if it names none of it.
  public let reach: Range<QuarterHour>?
  /// The last line has no end: the list was probably cut off.
  public let isCut: Bool

  static let shownFaults = 10
}

/// Reads lists, keeping of hundreds of megabytes only what the window needs.
package struct FileListReader {
  let source: FetchSource
  let window: Range<QuarterHour>
  private var account = FileList.Account()
  private var faults: [Fault] = []
  private var files: [String: ListedFile] = [:]
  private var spans: Set<Range<QuarterHour>> = []
  private var reach: Range<QuarterHour>?
  private var isCut = false

  init(_ source: FetchSource, window: Range<QuarterHour>) {
    self.source = source
    self.window = window
  }

  /// Reads the lists of a source, each under the name that errors give it.
  ///
  /// - Complexity: O(bytes).
  package static func read(
    _ lists: [(name: String, bytes: UnsafeRawBufferPointer)], of source: FetchSource,
    window: Range<QuarterHour>
  ) -> FileList {
    var reader = FileListReader(source, window: window)
    switch source.family {
    case .gdelt2:
      for list in lists { reader.readMaster(list.bytes, named: list.name) }
    case .gdelt1:
      if lists.count == 2 { reader.readPair(digests: lists[0], sizes: lists[1]) }
    }
    return FileList(
      files: reader.files.values.sorted {
        ($0.span.lowerBound, $0.name) < ($1.span.lowerBound, $1.name)
      },
      account: reader.account, faults: reader.faults, reach: reader.reach, isCut: reader.isCut)
  }

  /// One line for each file: its size, its MD5 and its address.
  private mutating func readMaster(_ bytes: UnsafeRawBufferPointer, named list: String) {
    eachLine(of: bytes, named: list) { reader, fields, line in
      guard fields.count == 3 else {
        reader.fault(list, line, "fields", "size, MD5 and address", "\(fields.count) fields")
        return
      }
      guard let size = Self.number(fields[0]) else {
        reader.fault(list, line, "size", "a number of bytes", Self.quoted(fields[0]))
        return
      }
      guard let digest = MD5Digest(fields[1]) else {
        reader.fault(list, line, "MD5", "32 hexadecimal digits", Self.quoted(fields[1]))
        return
      }
      reader.take(fields[2], size, digest, list, line)
    }
  }

  /// `md5sums` holds the checksum and the name, `filesizes` the size and the name.
  private mutating func readPair(
    digests: (name: String, bytes: UnsafeRawBufferPointer),
    sizes: (name: String, bytes: UnsafeRawBufferPointer)
  ) {
    var known: [String: Int] = [:]
    // The sizes only complete the checksums: their lines are not counted a second time.
    let kept = account
    eachLine(of: sizes.bytes, named: sizes.name) { reader, fields, line in
      guard fields.count == 2, let size = Self.number(fields[0]) else {
        reader.fault(sizes.name, line, "line", "size and name", "\(fields.count) fields")
        return
      }
      known[String(decoding: fields[1], as: UTF8.self)] = size
    }
    account = kept
    eachLine(of: digests.bytes, named: digests.name) { reader, fields, line in
      guard fields.count == 2, let digest = MD5Digest(fields[0]) else {
        reader.fault(digests.name, line, "line", "MD5 and name", "\(fields.count) fields")
        return
      }
      guard let size = known[String(decoding: fields[1], as: UTF8.self)] else {
        reader.fault(
          digests.name, line, "name", "a name that \(sizes.name) gives a size for",
          Self.quoted(fields[1]))
        return
      }
      reader.take(fields[1], size, digest, digests.name, line)
    }
  }

  private mutating func take(
    _ address: Slice<UnsafeRawBufferPointer>, _ size: Int, _ digest: MD5Digest, _ list: String,
    _ line: Int
  ) {
    let name =
      address.lastIndex(of: UInt8(ascii: "/")).map { address[($0 + 1)...] } ?? address
    switch FileName(name, of: source) {
    case .unknown:
      fault(list, line, "address", "the name of a GDELT file", Self.quoted(name))
    case .other:
      account.other += 1
    case .wanted(let span):
      let text = String(decoding: name, as: UTF8.self)
      if spans.insert(span).inserted {
        account.wanted += 1
      } else {
        account.repeated += 1
      }
      reach =
        reach.map {
          min($0.lowerBound, span.lowerBound)..<max($0.upperBound, span.upperBound)
        } ?? span
      if span.overlaps(window) {
        files[text] = ListedFile(name: text, size: size, digest: digest, span: span)
      }
    }
  }

  private mutating func fault(
    _ list: String, _ line: Int, _ field: String, _ expected: String, _ found: String
  ) {
    account.malformed += 1
    guard faults.count < FileList.shownFaults else { return }
    faults.append(Fault(Place(file: list, line: line), field, expected: expected, found: found))
  }

  private mutating func eachLine(
    of bytes: UnsafeRawBufferPointer, named list: String,
    _ body: (inout FileListReader, [Slice<UnsafeRawBufferPointer>], Int) -> Void
  ) {
    var start = 0
    var line = 0
    var fields: [Slice<UnsafeRawBufferPointer>] = []
    while start < bytes.count {
      line += 1
      account.lines += 1
      var end = start
      var fieldStart = start
      fields.removeAll(keepingCapacity: true)
      while end < bytes.count, bytes[end] != 10 {
        // Blanks part the fields, and a carriage return before the end is none of them.
        if bytes[end] == 32 || bytes[end] == 9 || bytes[end] == 13 {
          if end > fieldStart, fields.count < 8 { fields.append(bytes[fieldStart..<end]) }
          fieldStart = end + 1
        }
        end += 1
      }
      if end > fieldStart { fields.append(bytes[fieldStart..<end]) }
      if end == bytes.count { isCut = true }
      if fields.isEmpty { account.blank += 1 } else { body(&self, fields, line) }
      start = end + 1
    }
  }

  private static func number(_ bytes: Slice<UnsafeRawBufferPointer>) -> Int? {
    guard (1...15).contains(bytes.count) else { return nil }
    var value = 0
    for byte in bytes {
      guard byte >= 48, byte <= 57 else { return nil }
      value = value * 10 + Int(byte) - 48
    }
    return value
  }

  private static func quoted(_ bytes: Slice<UnsafeRawBufferPointer>) -> String {
    Fault.quoted(String(decoding: bytes.prefix(200), as: UTF8.self))
  }
}

extension Range<QuarterHour> {
  /// Quarters of an hour in the range.
  var count: Int { upperBound.number - lowerBound.number }
}
