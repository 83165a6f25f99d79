import EntenteRecord

/// The members of a zip file, by its central directory.
///
/// After PKWARE's APPNOTE 6.3.10, sections 4.3 and 4.4. Stored and deflated members are read; what
/// is encrypted, spread over disks or larger than 4 GB (zip64) is refused with a reason.
struct ZipArchive {
  struct Member: Equatable {
    let name: String
    let method: UInt16
    let checksum: UInt32
    let compressed: Int
    let size: Int
    /// Where its bytes begin in the file.
    let offset: Int
  }

  let members: [Member]

  private static let endLength = 22
  private static let memberLimit = 100_000

  /// - Throws: `.invalid` where the archive is damaged or of a kind that is not read.
  init(_ file: RawFile) throws(RecordError) {
    func damaged(_ expected: String, _ found: String) -> RecordError {
      InputError.refused(
        file.path, expected: expected, found: found, hint: "fetch it again, or unpack it yourself")
    }
    // The end record stands last, with a comment of at most 64 KB behind it.
    let tailLength = min(file.size, ZipArchive.endLength + 0xFFFF)
    let tail = try file.bytes(from: file.size - tailLength, count: tailLength)
    guard
      let end = stride(from: tail.count - ZipArchive.endLength, through: 0, by: -1)
        .first(where: { tail.long($0) == 0x0605_4B50 })
    else { throw damaged("a whole zip file", "one without the list at its end") }
    let count = Int(tail.short(end + 10))
    let (length, start) = (Int(tail.long(end + 12)), Int(tail.long(end + 16)))
    guard count != 0xFFFF, start != 0xFFFF_FFFF else {
      throw damaged("a zip file below 4 GB", "one of the larger kind (zip64)")
    }
    guard tail.short(end + 4) == 0, tail.short(end + 8) == tail.short(end + 10) else {
      throw damaged("a zip file in one piece", "a part of one")
    }
    guard start + length <= file.size, count <= ZipArchive.memberLimit else {
      throw damaged("a list of members inside the file", "\(length) bytes at \(start)")
    }
    let list = try file.bytes(from: start, count: length)
    var members: [Member] = []
    var at = 0
    for _ in 0..<count {
      guard at + 46 <= list.count, list.long(at) == 0x0201_4B50 else {
        throw damaged("\(count) members", "\(members.count)")
      }
      let (nameLength, extra) = (Int(list.short(at + 28)), Int(list.short(at + 30)))
      let next = at + 46 + nameLength + extra + Int(list.short(at + 32))
      guard next <= list.count else { throw damaged("\(count) members", "\(members.count)") }
      let name = String(decoding: list[(at + 46)..<(at + 46 + nameLength)], as: UTF8.self)
      let (compressed, size) = (Int(list.long(at + 20)), Int(list.long(at + 24)))
      let header = Int(list.long(at + 42))
      guard compressed != 0xFFFF_FFFF, size != 0xFFFF_FFFF, header != 0xFFFF_FFFF else {
        throw damaged("members below 4 GB", "\(Fault.quoted(name)), which is larger (zip64)")
      }
      guard list.short(at + 8) & 1 == 0 else {
        throw damaged("a zip file without a password", "\(Fault.quoted(name)), which is encrypted")
      }
      let method = list.short(at + 10)
      guard method == 0 || method == 8 else {
        throw damaged("members stored or deflated", "\(Fault.quoted(name)) by method \(method)")
      }
      guard method == 8 || compressed == size else {
        throw damaged("stored members as long as they say", "\(Fault.quoted(name))")
      }
      // The local header repeats the name and has extra fields of its own length.
      let local = try file.bytes(from: header, count: 30)
      guard local.count == 30, local.long(0) == 0x0403_4B50 else {
        throw damaged("a member at byte \(header)", "none")
      }
      let offset = header + 30 + Int(local.short(26)) + Int(local.short(28))
      guard offset + compressed <= start else {
        throw damaged("members before the list of them", "\(Fault.quoted(name)) beyond")
      }
      if !name.hasSuffix("/") {
        members.append(
          Member(
            name: name, method: method, checksum: list.long(at + 16), compressed: compressed,
            size: size, offset: offset))
      }
      at = next
    }
    // Members that share bytes make a small file grow without bound.
    let ranges = members.map { ($0.offset, $0.offset + $0.compressed) }.sorted { $0 < $1 }
    for (one, other) in zip(ranges, ranges.dropFirst()) where other.0 < one.1 {
      throw damaged("members that stand apart", "some that share bytes")
    }
    self.members = members
  }
}

extension [UInt8] {
  /// Little-endian numbers; 0 beyond the end.
  fileprivate func short(_ at: Int) -> UInt16 {
    guard at >= 0, at + 2 <= count else { return 0 }
    return UInt16(self[at]) | UInt16(self[at + 1]) << 8
  }

  fileprivate func long(_ at: Int) -> UInt32 {
    UInt32(short(at)) | UInt32(short(at + 2)) << 16
  }
}
