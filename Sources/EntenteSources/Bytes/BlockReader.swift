import EntenteRecord

/// Cuts a stream into pieces that end where lines end.
///
/// Its memory does not grow with the file: a line that does not fit into the buffer is skipped and
/// told, and the reading goes on behind it.
final class BlockReader {
  enum Piece {
    /// Whole lines; the last one of a file may lack its newline. Valid until the next call.
    case lines(UnsafeBufferPointer<UInt8>)
    /// How a line begins that is too long to be kept.
    case overlong(UnsafeBufferPointer<UInt8>, length: Int)
  }

  /// Bytes that are fetched at once: few enough that they are still at hand when they are looked at.
  private static let step = 1 << 18

  private let stream: any ByteStream
  private let buffer: UnsafeMutableBufferPointer<UInt8>
  /// Readable bytes behind the last byte, so that words can be loaded anywhere.
  static let padding = RowScanner.padding
  private let size: Int
  /// Bytes in the buffer, and how many of them were given out.
  private var filled = 0
  private var given = 0
  private var atEnd = false
  /// Bytes that came out of the stream so far.
  private(set) var total = 0

  init(_ stream: any ByteStream, size: Int = 1 << 21) {
    self.stream = stream
    self.size = size
    buffer = .allocate(capacity: size + BlockReader.padding)
    // What stands before is written by the stream before anybody looks.
    (buffer.baseAddress.map { $0 + size })?.initialize(repeating: 0, count: BlockReader.padding)
  }

  deinit { buffer.deallocate() }

  /// The next piece, or nil at the end.
  func next() throws(RecordError) -> Piece? {
    keepRest()
    // What is kept may hold whole lines: those behind one that was skipped.
    var looked = 0
    while filled < size, !atEnd {
      try fill(upTo: min(size, filled + BlockReader.step))
      if let end = lastNewline(from: looked) {
        given = end + 1
        return .lines(UnsafeBufferPointer(rebasing: buffer[..<given]))
      }
      looked = filled
    }
    guard filled > 0 else { return nil }
    if atEnd {
      given = filled
      return .lines(UnsafeBufferPointer(rebasing: buffer[..<given]))
    }
    return try skip()
  }

  private func keepRest() {
    let rest = filled - given
    if given > 0, rest > 0, let base = buffer.baseAddress {
      base.update(from: base + given, count: rest)
    }
    filled = rest
    given = 0
  }

  private func fill(upTo end: Int) throws(RecordError) {
    while filled < end, !atEnd {
      let got = try stream.read(into: room(from: filled, to: end))
      if got == 0 { atEnd = true }
      filled += got
      total += got
    }
  }

  private func room(from offset: Int, to end: Int) -> UnsafeMutableRawBufferPointer {
    UnsafeMutableRawBufferPointer(rebasing: UnsafeMutableRawBufferPointer(buffer)[offset..<end])
  }

  private func lastNewline(from start: Int) -> Int? {
    var at = filled - 1
    while at >= start {
      if buffer[at] == 10 { return at }
      at -= 1
    }
    return nil
  }

  /// Reads on behind the first bytes of a line, which stay where they are, until the line ends.
  private func skip() throws(RecordError) -> Piece {
    let head = min(4096, size / 2)
    var length = filled
    while true {
      let got = try stream.read(into: room(from: head, to: size))
      total += got
      if got == 0 {
        atEnd = true
        (filled, given) = (head, head)
        break
      }
      if let end = buffer[head..<(head + got)].firstIndex(of: 10) {
        length += end - head
        (filled, given) = (head + got, end + 1)
        break
      }
      length += got
    }
    return .overlong(UnsafeBufferPointer(rebasing: buffer[..<head]), length: length)
  }
}
