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

  private let stream: any ByteStream
  private let buffer: UnsafeMutableBufferPointer<UInt8>
  /// Readable bytes behind the last byte, so that words can be loaded anywhere.
  static let padding = 64
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
    try fill()
    guard filled > 0 else { return nil }
    if let end = lastNewline() {
      given = end + 1
      return .lines(UnsafeBufferPointer(rebasing: buffer[..<given]))
    }
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

  private func fill() throws(RecordError) {
    while filled < size, !atEnd {
      let got = try stream.read(into: room(from: filled))
      if got == 0 { atEnd = true }
      filled += got
      total += got
    }
  }

  private func room(from offset: Int) -> UnsafeMutableRawBufferPointer {
    UnsafeMutableRawBufferPointer(rebasing: UnsafeMutableRawBufferPointer(buffer)[offset..<size])
  }

  private func lastNewline() -> Int? {
    var at = filled - 1
    while at >= 0 {
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
      let got = try stream.read(into: room(from: head))
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
