import EntenteRecord
import EntenteStore

/// Passes a file on as it is read, and digests what passes: a file need not be read twice.
final class DigestingStream: ByteStream {
  private let file: RawFile
  private var digest = XXH64()

  init(_ file: RawFile) { self.file = file }

  func read(into buffer: UnsafeMutableRawBufferPointer) throws(RecordError) -> Int {
    let got = try file.read(into: buffer)
    digest.update(UnsafeRawBufferPointer(rebasing: buffer[..<got]))
    return got
  }

  /// Of a file that was read to its end.
  func identity(of name: String) -> FileIdentity {
    FileIdentity(path: name, size: file.position, digest: digest.text)
  }
}
