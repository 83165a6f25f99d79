public import EntenteRecord

/// A file of the user's, plain or compressed, or one member of an archive.
///
/// What it is, is told from its first bytes and not from its name.
public struct InputFile: Sendable, Hashable {
  /// As the user gave it.
  public let path: String
  /// The member of a zip file; nil for the file itself.
  public let member: String?

  /// `archive.zip/member` for a member.
  public var name: String { member.map { "\(path)/\($0)" } ?? path }

  public init(path: String, member: String? = nil) {
    self.path = path
    self.member = member
  }

  enum Packing {
    case plain, gzip, zip
  }

  static func packing(of file: RawFile) throws(RecordError) -> Packing {
    let head = try file.bytes(from: 0, count: 4)
    file.seek(to: 0)
    if head.starts(with: [0x1F, 0x8B]) { return .gzip }
    // A zip begins with a member, or, when it is empty, with the list of them.
    let isZip = head.starts(with: [0x50, 0x4B, 3, 4]) || head.starts(with: [0x50, 0x4B, 5, 6])
    return isZip ? .zip : .plain
  }

  /// The inputs in a file: itself, or the members of an archive in its order.
  ///
  /// - Throws: `RecordError` where the file cannot be read or is a damaged archive.
  public static func inputs(at path: String) throws(RecordError) -> [InputFile] {
    let file = try RawFile(path)
    guard try packing(of: file) == .zip else { return [InputFile(path: path)] }
    return try ZipArchive(file).members.map { InputFile(path: path, member: $0.name) }
  }

  /// Opens the file for one reading from front to back.
  func open(limits: InflationLimits = InflationLimits()) throws(RecordError) -> OpenInput {
    let file = try RawFile(path)
    switch try InputFile.packing(of: file) {
    case .plain: return OpenInput(file: file, stream: file)
    case .gzip:
      return OpenInput(
        file: file, stream: InflateStream(file, file: path, wrapping: .gzip, limits: limits))
    case .zip:
      guard let found = try ZipArchive(file).members.first(where: { $0.name == member }) else {
        throw InputError.unreadable(
          path, expected: "a member \(Fault.quoted(member ?? ""))", found: "none of that name")
      }
      let range = found.offset..<(found.offset + found.compressed)
      if found.method == 0 {
        return OpenInput(file: file, stream: StoredStream(file, member: found), range: range)
      }
      file.seek(to: found.offset)
      let wrapping = InflateStream.Wrapping.raw(
        compressed: found.compressed, size: found.size, checksum: found.checksum)
      return OpenInput(
        file: file,
        stream: InflateStream(file, file: name, wrapping: wrapping, limits: limits), range: range)
    }
  }
}

/// An input that is being read.
struct OpenInput {
  /// The file on the disk; nil for bytes in memory.
  let file: RawFile?
  /// What is in it.
  let stream: any ByteStream
  /// The bytes of the file that the input takes up.
  let range: Range<Int>

  init(file: RawFile?, stream: any ByteStream, range: Range<Int>? = nil) {
    self.file = file
    self.stream = stream
    self.range = range ?? 0..<(file?.size ?? 0)
  }

  /// The same, read through a stream that looks on.
  func reading(_ stream: DigestingStream?) -> OpenInput {
    stream.map { OpenInput(file: file, stream: $0, range: range) } ?? self
  }

  /// How many of those bytes were read.
  var consumed: Int { min(range.count, max(0, (file?.position ?? 0) - range.lowerBound)) }
}
