import EntenteFetch
import EntenteNumerics
import Testing

@Suite struct MD5Tests {
  /// RFC 1321, appendix A.5.
  static let published = [
    ("", "d41d8cd98f00b204e9800998ecf8427e"),
    ("a", "0cc175b9c0f1b6a831c399e269772661"),
    ("abc", "900150983cd24fb0d6963f7d28e17f72"),
    ("message digest", "f96b697d7cb7938d525a2f31aaf161d0"),
    ("abcdefghijklmnopqrstuvwxyz", "c3fcd3d76192e4007dfb496cca67e13b"),
    (
      "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789",
      "d174ab98d277d9f5a5611c2c9f419d9f"
    ),
    (
      "12345678901234567890123456789012345678901234567890123456789012345678901234567890",
      "57edf4a22be3c955ac49da2e2107b67a"
    ),
  ]

  @Test(arguments: published) func `the published checksums`(text: String, digest: String) {
    var md5 = MD5()
    md5.update(Array(text.utf8))
    #expect(md5.digest.description == digest)
    #expect(MD5Digest(digest.uppercased()) == md5.digest)
  }

  /// The pieces' bounds fall before, on and after the ends of blocks and of the padding.
  @Test(arguments: UInt64(0)..<40)
  func `the pieces do not matter`(seed: UInt64) {
    var stream = RandomStream(seed: seed, name: "pieces")
    let bytes = (0..<stream.integer(below: 400)).map { _ in UInt8(stream.integer(below: 256)) }
    var whole = MD5()
    whole.update(bytes)
    var pieces = MD5()
    var start = 0
    while start < bytes.count {
      let size = min(bytes.count - start, stream.integer(below: 130))
      pieces.update(Array(bytes[start..<start + size]))
      start += size
      // A look in between changes nothing.
      _ = pieces.digest
    }
    #expect(pieces.digest == whole.digest)
    #expect(pieces.count == bytes.count)
  }

  @Test(arguments: ["", "d41d8cd98f00b204e9800998ecf8427", "g41d8cd98f00b204e9800998ecf8427e"])
  func `what is no checksum is none`(text: String) {
    #expect(MD5Digest(text) == nil)
  }
}
