import EntenteRecord

/// What a segment's file says of itself in its first bytes.
///
/// All numbers are little-endian. 64 bytes: magic, version, length of the header, rows, format,
/// first and last day, lowest and highest event number other than 0, columns. Then 40 bytes for
/// each column: name (16, padded with zeros), offset, length and XXH64 of its bytes. Then the XXH64
/// of all that.
struct SegmentHeader: Equatable {
  static let magic: [UInt8] = Array("ENTSEG\r\n".utf8)
  static let version: UInt32 = 1
  /// Columns begin at multiples of this.
  static let alignment = 64
  static let length = 64 + 40 * SegmentColumn.allCases.count + 8

  struct Entry: Equatable {
    var offset: UInt64 = 0
    var length: UInt64 = 0
    var checksum: UInt64 = 0
  }

  var rows: UInt64 = 0
  var format: EventFormat
  var firstDay: Int32 = 0
  var lastDay: Int32 = 0
  /// Of the numbers other than 0; low above high where there are none.
  var lowID = UInt64.max
  var highID: UInt64 = 0
  /// By `SegmentColumn.position`.
  var entries = [Entry](repeating: Entry(), count: SegmentColumn.allCases.count)

  init(format: EventFormat) { self.format = format }

  var bytes: [UInt8] {
    var out = SegmentHeader.magic
    func put(_ value: some FixedWidthInteger) {
      withUnsafeBytes(of: value.littleEndian) { out.append(contentsOf: $0) }
    }
    put(SegmentHeader.version)
    put(UInt32(SegmentHeader.length))
    put(rows)
    put(UInt64(format.rawValue))
    put(firstDay)
    put(lastDay)
    put(lowID)
    put(highID)
    put(UInt64(entries.count))
    for (column, entry) in zip(SegmentColumn.allCases, entries) {
      let name = Array(column.rawValue.utf8)
      out += name + [UInt8](repeating: 0, count: 16 - name.count)
      put(entry.offset)
      put(entry.length)
      put(entry.checksum)
    }
    put(out.withUnsafeBytes { XXH64.digest(of: $0) })
    return out
  }

  /// What a file must be so that nothing in it is read out of bounds.
  enum Fault: Error, Equatable {
    case short
    case magic
    case version(UInt32)
    case checksum
    case column(String)
  }

  init(_ file: UnsafeRawBufferPointer) throws(Fault) {
    guard file.count >= 16 else { throw .short }
    guard file.prefix(8).elementsEqual(SegmentHeader.magic) else { throw .magic }
    var at = 8
    func next<T: FixedWidthInteger>(_: T.Type) -> T {
      defer { at += MemoryLayout<T>.size }
      return T(littleEndian: file.loadUnaligned(fromByteOffset: at, as: T.self))
    }
    let version = next(UInt32.self)
    guard version == SegmentHeader.version else { throw .version(version) }
    guard next(UInt32.self) == UInt32(SegmentHeader.length), file.count >= SegmentHeader.length
    else { throw .short }
    let stated = UInt64(
      littleEndian: file.loadUnaligned(
        fromByteOffset: SegmentHeader.length - 8, as: UInt64.self))
    let header = UnsafeRawBufferPointer(rebasing: file.prefix(SegmentHeader.length - 8))
    guard XXH64.digest(of: header) == stated else { throw .checksum }
    rows = next(UInt64.self)
    guard let format = EventFormat(rawValue: UInt8(truncatingIfNeeded: next(UInt64.self))) else {
      throw .column("format")
    }
    self.format = format
    firstDay = next(Int32.self)
    lastDay = next(Int32.self)
    lowID = next(UInt64.self)
    highID = next(UInt64.self)
    guard next(UInt64.self) == UInt64(entries.count) else { throw .column("directory") }
    for (i, column) in SegmentColumn.allCases.enumerated() {
      at += 16
      let entry = Entry(
        offset: next(UInt64.self), length: next(UInt64.self), checksum: next(UInt64.self))
      let isAligned = entry.offset % UInt64(SegmentHeader.alignment) == 0
      let (end, overflow) = entry.offset.addingReportingOverflow(entry.length)
      let fits = !overflow && end <= UInt64(file.count)
      let elements = entry.length / UInt64(column.width)
      let isWhole = elements * UInt64(column.width) == entry.length
      guard isAligned, fits, isWhole, column.extent != .rows || elements == rows else {
        throw .column(column.rawValue)
      }
      entries[i] = entry
    }
  }
}
