public import EntenteRecord

/// Events of one format, sorted by day, in a memory-mapped file that never changes.
///
/// Opening looks at the header and the index of days alone. Rows are sorted by day, source, target,
/// code, event number, file and line, so that the same rows always make the same bytes.
public final class Segment: @unchecked Sendable {
  /// Its number in the record; names the file.
  public let number: Int
  public let format: EventFormat
  /// Number of events.
  public let count: Int
  /// First and last day; nil if it is empty.
  public let span: Span?
  /// Bytes of its file.
  public let size: Int

  let path: String
  let header: SegmentHeader
  private let file: MappedFile

  // Unsafe by design: inner loops run over them. Each is as long as the header was checked to say.
  package let day: UnsafeBufferPointer<Int32>
  package let source: UnsafeBufferPointer<UInt16>
  package let target: UnsafeBufferPointer<UInt16>
  package let code: UnsafeBufferPointer<UInt16>
  package let plover: UnsafeBufferPointer<UInt8>
  package let sourceKind: UnsafeBufferPointer<UInt8>
  package let targetKind: UnsafeBufferPointer<UInt8>
  package let goldstein: UnsafeBufferPointer<Float>
  package let id: UnsafeBufferPointer<UInt64>

  /// Each day that has rows, where they begin, how many of them were recorded promptly, and the
  /// lowest and highest number among them.
  let indexDay: UnsafeBufferPointer<Int32>
  let indexStart: UnsafeBufferPointer<UInt32>
  let indexPrompt: UnsafeBufferPointer<UInt32>
  let indexLowID: UnsafeBufferPointer<UInt64>
  let indexHighID: UnsafeBufferPointer<UInt64>

  private let textEnds: UnsafeBufferPointer<UInt32>
  private let textBytes: UnsafeBufferPointer<UInt8>

  static func name(_ number: Int) -> String {
    let digits = String(number)
    return String(repeating: "0", count: max(0, 10 - digits.utf8.count)) + digits + ".events"
  }

  /// - Throws: `.damaged` or `.version`.
  init(number: Int, path: String) throws(StoreError) {
    func damaged(_ expected: String, _ found: String) -> StoreError {
      StoreError(
        .damaged, path, expected: expected, found: found,
        hint:
          "entente record check tells what else is wrong; import the files again into a new record")
    }
    guard let file = MappedFile(path) else {
      throw damaged("a file of the record", SystemCalls.reason)
    }
    do {
      header = try SegmentHeader(file.bytes)
    } catch .version(let version) {
      throw StoreError(
        .version, path, expected: "version \(SegmentHeader.version)", found: "version \(version)",
        hint: "use the release of entente that wrote it, or import the files again")
    } catch .column(let name) {
      throw damaged("a column \(name) inside the file", "\(file.bytes.count) bytes")
    } catch .checksum {
      throw damaged("a header with its checksum", "another")
    } catch {
      throw damaged("a file of events", "\(file.bytes.count) bytes that are none")
    }
    self.number = number
    self.path = path
    self.file = file
    format = header.format
    count = Int(header.rows)
    size = file.bytes.count
    let entries = header.entries
    func column<T>(_ column: SegmentColumn, _: T.Type) -> UnsafeBufferPointer<T> {
      let entry = entries[column.position]
      return UnsafeRawBufferPointer(
        rebasing: file.bytes[Int(entry.offset)..<Int(entry.offset + entry.length)]
      ).assumingMemoryBound(to: T.self)
    }
    day = column(.day, Int32.self)
    source = column(.source, UInt16.self)
    target = column(.target, UInt16.self)
    code = column(.code, UInt16.self)
    plover = column(.plover, UInt8.self)
    sourceKind = column(.sourceKind, UInt8.self)
    targetKind = column(.targetKind, UInt8.self)
    goldstein = column(.goldstein, Float.self)
    id = column(.id, UInt64.self)
    indexDay = column(.indexDay, Int32.self)
    indexStart = column(.indexStart, UInt32.self)
    indexPrompt = column(.indexPrompt, UInt32.self)
    indexLowID = column(.indexLowID, UInt64.self)
    indexHighID = column(.indexHighID, UInt64.self)
    textEnds = column(.textEnds, UInt32.self)
    textBytes = column(.textBytes, UInt8.self)
    span =
      count == 0 ? nil : Span(from: Day(number: header.firstDay), to: Day(number: header.lastDay))
    guard hasSoundIndex else { throw damaged("an index of days that covers the rows", "another") }
  }

  /// Whether the index can be followed without leaving the columns.
  private var hasSoundIndex: Bool {
    let n = indexDay.count
    guard
      [indexStart.count, indexPrompt.count, indexLowID.count, indexHighID.count]
        .allSatisfy({ $0 == n }), (n == 0) == (count == 0)
    else { return false }
    for i in 0..<n {
      let next = i + 1 < n ? Int(indexStart[i + 1]) : count
      guard Int(indexStart[i]) < next, i + 1 == n || indexDay[i] < indexDay[i + 1] else {
        return false
      }
    }
    return n == 0 || indexStart[0] == 0
  }

  /// A column of rows that is not asked for in inner loops.
  func rows<T>(_ column: SegmentColumn, _: T.Type) -> UnsafeBufferPointer<T> {
    precondition(column.extent == .rows && column.width == MemoryLayout<T>.size)
    return bytes(of: column).assumingMemoryBound(to: T.self)
  }

  func bytes(of column: SegmentColumn) -> UnsafeRawBufferPointer {
    let entry = header.entries[column.position]
    return UnsafeRawBufferPointer(
      rebasing: file.bytes[Int(entry.offset)..<Int(entry.offset + entry.length)])
  }

  /// Calls `body` with the bytes of a text; what no text has, even in a damaged file, is empty.
  func withText<T>(_ index: UInt32, _ body: (UnsafeBufferPointer<UInt8>) -> T) -> T {
    let empty = UnsafeBufferPointer<UInt8>(start: nil, count: 0)
    guard Int(index) < textEnds.count else { return body(empty) }
    let from = index == 0 ? 0 : Int(textEnds[Int(index) - 1])
    let to = Int(textEnds[Int(index)])
    guard from <= to, to <= textBytes.count else { return body(empty) }
    return body(UnsafeBufferPointer(rebasing: textBytes[from..<to]))
  }

  func text(_ index: UInt32) -> String {
    withText(index) { String(decoding: $0, as: UTF8.self) }
  }

  /// How many different texts, the empty one among them.
  var textCount: Int { textEnds.count }

  /// Where a day stands in the index of days, or where it would.
  func indexPosition(of day: Int32) -> Int {
    var (low, high) = (0, indexDay.count)
    while low < high {
      let middle = (low + high) / 2
      if indexDay[middle] < day { low = middle + 1 } else { high = middle }
    }
    return low
  }

  /// The rows of one entry of the index of days.
  func rows(at position: Int) -> Range<Int> {
    Int(
      indexStart[position])..<(position + 1 < indexDay.count
      ? Int(indexStart[position + 1]) : count)
  }

  /// Gives memory back that reading has filled.
  func release() { file.release() }

  /// Every fault that comparing all bytes with their checksums finds.
  func faults() -> [StoreError] {
    var faults: [StoreError] = []
    var end = SegmentHeader.length
    for column in SegmentColumn.allCases {
      let entry = header.entries[column.position]
      // Between columns stand zeros.
      let gap = end..<max(end, Int(entry.offset))
      end = Int(entry.offset + entry.length)
      if XXH64.digest(of: bytes(of: column)) != entry.checksum
        || file.bytes[gap].contains(where: { $0 != 0 })
      {
        faults.append(
          StoreError(
            .damaged, path,
            expected: "the bytes of column \(column.rawValue) as they were written",
            found: "others"))
      }
    }
    return faults
  }
}
