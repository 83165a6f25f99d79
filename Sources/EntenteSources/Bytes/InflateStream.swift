import CZlib
import EntenteRecord

/// Deflated bytes, inflated piece by piece: gzip with any number of members, or raw as in a zip.
///
/// What is cut short or damaged is refused as a whole: the end of a stream is where its checksums
/// stand, so a part of it cannot be told from a forgery of the whole.
final class InflateStream: ByteStream {
  enum Wrapping {
    /// Each member carries its own checksum and length.
    case gzip
    /// The caller knows the checksum, and how many bytes go in and must come out.
    case raw(compressed: Int, size: Int, checksum: UInt32)
  }

  private let file: String
  private let source: any ByteStream
  private let wrapping: Wrapping
  private let limits: InflationLimits
  private var state = z_stream()
  private let input = UnsafeMutableRawBufferPointer.allocate(byteCount: 1 << 18, alignment: 64)
  private var isStarted = false
  private var isFinished = false
  private var taken = 0
  private var given = 0
  private var checksum: UInt = 0
  /// Compressed bytes of the raw stream that were not fetched yet.
  private var left: Int

  init(
    _ source: any ByteStream, file: String, wrapping: Wrapping,
    limits: InflationLimits = InflationLimits()
  ) {
    self.source = source
    self.file = file
    self.wrapping = wrapping
    self.limits = limits
    left = if case .raw(let compressed, _, _) = wrapping { compressed } else { Int.max }
  }

  deinit {
    if isStarted { inflateEnd(&state) }
    input.deallocate()
  }

  func read(into buffer: UnsafeMutableRawBufferPointer) throws(RecordError) -> Int {
    guard let base = buffer.baseAddress, !buffer.isEmpty, !isFinished else { return 0 }
    if !isStarted { try start() }
    let room = min(buffer.count, 1 << 30)
    state.next_out = base.assumingMemoryBound(to: UInt8.self)
    state.avail_out = UInt32(room)
    while state.avail_out == UInt32(room), !isFinished { try step() }
    let count = room - Int(state.avail_out)
    given += count
    guard limits.allows(given, from: taken) else {
      throw InputError.refused(
        file, expected: "a compressed file that grows at most \(limits.ratio) times",
        found: limits.refusal(file, output: given, input: taken),
        hint: "if it is what it should be, unpack it and import the file inside")
    }
    if case .raw(_, let size, let expected) = wrapping {
      checksum = crc32(checksum, base.assumingMemoryBound(to: UInt8.self), UInt32(count))
      guard given <= size, !isFinished || given == size else {
        throw damaged("\(size) bytes, as the archive says", "\(given)")
      }
      guard !isFinished || UInt32(truncatingIfNeeded: checksum) == expected else {
        throw damaged("the checksum that the archive gives", "another")
      }
    }
    return count
  }

  private func start() throws(RecordError) {
    // 15 is the largest window; 16 more asks for gzip, less than 0 for no wrapping.
    let window: Int32 = if case .gzip = wrapping { 15 + 16 } else { -15 }
    guard
      inflateInit2_(&state, window, ZLIB_VERSION, Int32(MemoryLayout<z_stream>.size)) == Z_OK
    else { throw damaged("memory to inflate it", "none") }
    isStarted = true
  }

  private func step() throws(RecordError) {
    if state.avail_in == 0 { try fetch() }
    let before = state.avail_in
    let room = state.avail_out
    switch inflate(&state, Z_NO_FLUSH) {
    case Z_STREAM_END: try endMember()
    case Z_OK, Z_BUF_ERROR:
      guard state.avail_in > 0 || state.avail_out < room || before > 0 else {
        throw damaged("a whole file", "one that is cut short after \(given) bytes")
      }
    default:
      let reason = state.msg.map { String(cString: $0) } ?? "no deflated bytes"
      throw damaged("deflated bytes", "\(reason), after \(given) bytes")
    }
  }

  /// Gzip files may be put behind one another, and padded with zeros.
  private func endMember() throws(RecordError) {
    guard case .gzip = wrapping else {
      isFinished = true
      return
    }
    while true {
      if state.avail_in == 0 { try fetch(mayEnd: true) }
      guard state.avail_in > 0, let next = state.next_in else {
        isFinished = true
        return
      }
      if next[0] != 0 { break }
      state.next_in = next + 1
      state.avail_in -= 1
    }
    guard inflateReset(&state) == Z_OK else { throw damaged("a further member", "none") }
  }

  private func fetch(mayEnd: Bool = false) throws(RecordError) {
    let room = min(input.count, left)
    let got = try source.read(into: UnsafeMutableRawBufferPointer(rebasing: input[..<room]))
    guard got > 0 || mayEnd else {
      throw damaged("a whole file", "one that is cut short after \(given) bytes")
    }
    left -= got
    taken += got
    state.next_in = input.baseAddress?.assumingMemoryBound(to: UInt8.self)
    state.avail_in = UInt32(got)
  }

  private func damaged(_ expected: String, _ found: String) -> RecordError {
    InputError.refused(
      file, expected: expected, found: found, hint: "fetch it again; nothing of it was kept")
  }
}
