public import EntenteRecord

/// Bytes that come one piece after the other.
public protocol ByteStream: AnyObject {
  /// Fills the front of `buffer` and says how far; 0 is the end.
  ///
  /// - Throws: `RecordError` where the bytes cannot be read or are damaged. Nothing that was given
  ///   out before can then be trusted to be the whole.
  func read(into buffer: UnsafeMutableRawBufferPointer) throws(RecordError) -> Int
}
