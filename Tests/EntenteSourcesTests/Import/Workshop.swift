import CZlib
import EntenteRecord
import EntenteSources
import EntenteStore
import Foundation

/// A folder with files to import and records to import them into; it goes away with its owner.
final class Workshop {
  let url: URL

  init() {
    url = FileManager.default.temporaryDirectory.appending(path: "readers-\(UUID().uuidString)")
    try? FileManager.default.createDirectory(at: url, withIntermediateDirectories: true)
  }

  deinit { try? FileManager.default.removeItem(at: url) }

  func path(_ name: String) -> String { url.appending(path: name).path }

  @discardableResult
  func write(_ bytes: [UInt8], to name: String) throws -> String {
    try Data(bytes).write(to: url.appending(path: name))
    return path(name)
  }

  @discardableResult
  func write(_ text: String, to name: String) throws -> String {
    try write(Array(text.utf8), to: name)
  }

  /// Imports into a record of that name, which is made if there is none.
  @discardableResult
  func run(
    _ format: String, _ paths: [String], into record: String = "record", threads: Int = 2,
    options: ReadingOptions = ReadingOptions(), limits: InflationLimits? = nil
  ) throws -> [ImportOutcome] {
    var importer = try Importer(format: format, options: options, threads: threads)
    if let limits { importer.limits = limits }
    let writer = try RecordStore.openOrCreate(at: path(record)).writer()
    return try importer.run(ImportPlan(paths), into: writer)
  }

  func store(_ record: String = "record") throws -> RecordStore {
    try RecordStore.open(at: path(record))
  }

  func rejects(_ record: String = "record") throws -> [RejectedRow] {
    var rows: [RejectedRow] = []
    try store(record).forEachReject {
      rows.append($0)
      return true
    }
    return rows
  }

  /// All events as lines of our CSV, in the order of the record.
  func lines(_ record: String = "record") throws -> [String] {
    let store = try store(record)
    let names = Dictionary(
      uniqueKeysWithValues: try store.files().map { ($0.number, $0.file.path) }
    )
    return store.segments.flatMap { segment in
      let (batch, files) = segment.events(in: 0..<segment.count)
      return (0..<batch.count).map { EventText.csv(batch, $0, file: names[files[$0]] ?? "?") }
    }
  }

  static let header = EventText.columns.joined(separator: ",") + "\n"
}

extension ImportOutcome {
  var account: RowAccount? {
    switch result {
    case .imported(let file), .known(let file): file.account
    case .read(let account, _): account
    case .refused, .passedOver, .table: nil
    }
  }

  /// What was said of a file that was not kept.
  var refusal: String? {
    if case .refused(let error) = result { return error.description }
    return nil
  }

  var isKnown: Bool {
    if case .known = result { return true }
    return false
  }
}

/// Compressed files, made by zlib.
enum Packed {
  static func gzip(_ bytes: [UInt8]) -> [UInt8] { deflated(bytes, window: 15 + 16) }

  static func deflated(_ bytes: [UInt8], window: Int32) -> [UInt8] {
    var state = z_stream()
    guard
      deflateInit2_(
        &state, 6, Z_DEFLATED, window, 8, Z_DEFAULT_STRATEGY, ZLIB_VERSION,
        Int32(MemoryLayout<z_stream>.size)) == Z_OK
    else { return [] }
    defer { deflateEnd(&state) }
    var input = bytes
    var output = [UInt8](repeating: 0, count: Int(deflateBound(&state, UInt(bytes.count))) + 64)
    let written = input.withUnsafeMutableBufferPointer { input in
      output.withUnsafeMutableBufferPointer { output -> Int in
        state.next_in = input.baseAddress
        state.avail_in = UInt32(input.count)
        state.next_out = output.baseAddress
        state.avail_out = UInt32(output.count)
        deflate(&state, Z_FINISH)
        return output.count - Int(state.avail_out)
      }
    }
    return Array(output.prefix(written))
  }

  /// A zip archive with these members, deflated or stored as they are.
  static func zip(_ members: [(name: String, bytes: [UInt8])], stored: Bool = false) -> [UInt8] {
    var (out, list): ([UInt8], [UInt8]) = ([], [])
    func short(_ n: Int) -> [UInt8] { [UInt8(n & 255), UInt8(n >> 8 & 255)] }
    func long(_ n: Int) -> [UInt8] { short(n & 0xFFFF) + short(n >> 16) }
    for (name, bytes) in members {
      let packed = stored ? bytes : deflated(bytes, window: -15)
      let checksum = bytes.withUnsafeBufferPointer {
        Int(crc32(0, $0.baseAddress, UInt32($0.count)))
      }
      let fields =
        short(20) + short(0) + short(stored ? 0 : 8) + long(0) + long(checksum)
        + long(packed.count) + long(bytes.count) + short(name.utf8.count) + short(0)
      list +=
        long(0x0201_4B50) + short(20) + fields + short(0) + short(0) + short(0) + long(0)
        + long(out.count) + Array(name.utf8)
      out += long(0x0403_4B50) + fields + Array(name.utf8) + packed
    }
    let start = out.count
    out += list
    out +=
      long(0x0605_4B50) + short(0) + short(0) + short(members.count) + short(members.count)
      + long(list.count) + long(start) + short(0)
    return out
  }
}
