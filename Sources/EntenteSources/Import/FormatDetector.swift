import EntenteRecord

/// Tells the format of a file of events, or the kind of a table, from its first lines.
struct FormatDetector {
  /// What was decided, and why.
  struct Finding {
    enum Format {
      case events(any EventReader.Type)
      case table(TableDescriptor)
    }

    let format: Format
    let reason: String

    var name: String {
      switch format {
      case .events(let reader): reader.descriptor.name
      case .table(let descriptor): descriptor.schema.name
      }
    }
  }

  /// - Throws: where no format fits, or several do: nothing is guessed.
  static func find(_ input: InputFile) throws(RecordError) -> Finding {
    try find(try sample(of: input), name: input.name)
  }

  static func find(_ sample: FileSample, name: String) throws(RecordError) -> Finding {
    let events = EventReaderCatalog.all.compactMap { reader in
      reader.fit(sample).map { Finding(format: .events(reader), reason: $0) }
    }
    let tables = TableDetector.findings(for: sample).map {
      Finding(format: .table($0.descriptor), reason: $0.reason)
    }
    let findings = events + tables
    guard let first = findings.first, findings.count == 1 else {
      let names = findings.map(\.name).sorted().joined(separator: ", ")
      let known = EventReaderCatalog.all.map { $0.descriptor.name }.sorted()
      throw InputError.refused(
        name, expected: "a file of one of the formats that are read",
        found: names.isEmpty ? describe(sample) : "what could be \(names)",
        hint: "name the format in place of auto: "
          + (names.isEmpty
            ? known.joined(separator: ", ") + ", or a kind of table that docs/tables.md lists"
            : names))
    }
    return first
  }

  static func sample(of input: InputFile) throws(RecordError) -> FileSample {
    let open = try input.open()
    let buffer = UnsafeMutableRawBufferPointer.allocate(byteCount: 1 << 17, alignment: 64)
    defer { buffer.deallocate() }
    var count = 0
    var isWhole = false
    while count < buffer.count {
      let room = UnsafeMutableRawBufferPointer(rebasing: buffer[count...])
      let got = try open.stream.read(into: room)
      if got == 0 {
        isWhole = true
        break
      }
      count += got
    }
    let filled = UnsafeRawBufferPointer(rebasing: buffer[..<count])
    let bytes = filled.assumingMemoryBound(to: UInt8.self)
    let path = input.member ?? input.path
    let name = path.split(separator: "/").last.map(String.init) ?? path
    return FileSample(name: name, bytes: bytes, isWhole: isWhole)
  }

  private static func describe(_ sample: FileSample) -> String {
    guard let first = sample.lines.first else { return "an empty file" }
    if MentionCount.fits(sample) {
      return "mentions of GDELT, which are no events: entente mentions counts them"
    }
    let widths = sample.widths().sorted { $0.key < $1.key }.map { "\($0.key)" }
    return "\(widths.joined(separator: ", ")) columns with tabs, beginning \(Fault.quoted(first))"
  }
}
