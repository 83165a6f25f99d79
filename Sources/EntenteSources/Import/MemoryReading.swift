package import EntenteRecord

/// What a reader makes of bytes in memory: for tests and for fuzzing.
package struct MemoryReading: Sendable {
  package var batches: [EventBatch] = []
  /// With what a store would add, where nothing is a duplicate.
  package var account = RowAccount()
  package var rejections: [Rejection] = []
  package var rejectedRows: [[UInt8]] = []

  /// - Parameter path: where the bytes pretend to lie; files beside it are read from the disk.
  /// - Throws: where the bytes are refused as a whole, or there is no such format.
  package init(
    _ bytes: [UInt8], format: String, path: String = "memory",
    options: ReadingOptions = ReadingOptions(), blockSize: Int = 1 << 21
  ) throws(RecordError) {
    guard
      let reader = EventReaderCatalog.all.first(where: { $0.descriptor.name == format })
    else {
      throw InputError.refused(path, expected: "a known format", found: Fault.quoted(format))
    }
    let parser = InputParser(
      input: InputFile(path: path), reader: reader, options: options, blockSize: blockSize)
    var (batches, rejects): ([EventBatch], [RowCollector.Reject]) = ([], [])
    account = try parser.parse(OpenInput(file: nil, stream: MemoryStream(bytes))) { output, _ in
      switch output {
      case .batch(let batch): batches.append(batch)
      case .rejects(let some): rejects += some
      }
      return true
    }
    self.batches = batches
    account.kept = batches.reduce(0) { $0 + $1.count }
    rejections = rejects.map(\.rejection)
    rejectedRows = rejects.map(\.row)
  }

  /// All events of the first format met, as one batch.
  package var events: EventBatch {
    guard var all = batches.first else { return EventBatch(format: .gdelt2) }
    for batch in batches.dropFirst() where batch.format == all.format {
      all.append(contentsOf: batch)
    }
    return all
  }

  /// The name of the format that the bytes are found to be of.
  ///
  /// - Throws: where none fits, or several do.
  package static func format(of bytes: [UInt8], path: String = "memory") throws(RecordError)
    -> String
  {
    let sample = bytes.withUnsafeBufferPointer {
      FileSample(
        name: path, bytes: UnsafeBufferPointer(rebasing: $0.prefix(1 << 17)),
        isWhole: bytes.count <= 1 << 17)
    }
    return try FormatDetector.find(sample, name: path).name
  }
}

/// Bytes in memory, a piece at a time.
final class MemoryStream: ByteStream {
  private let bytes: [UInt8]
  private var position = 0

  init(_ bytes: [UInt8]) { self.bytes = bytes }

  func read(into buffer: UnsafeMutableRawBufferPointer) throws(RecordError) -> Int {
    let count = min(buffer.count, bytes.count - position)
    bytes.withUnsafeBytes {
      buffer.copyMemory(from: UnsafeRawBufferPointer(rebasing: $0[position..<(position + count)]))
    }
    position += count
    return count
  }
}
