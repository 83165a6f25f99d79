import EntenteRecord
import EntenteStore

/// One input on its way through a worker.
struct ImportTask: Sendable {
  let input: InputFile
  /// Whether the user named it, not only its folder or archive.
  let isNamed: Bool
  /// Bytes on the disk.
  let size: Int

  /// What a worker hands on, in this order: a start, outputs, and an end.
  enum Message: Sendable {
    /// Without an identity where the end tells it.
    case start(FileIdentity?, format: String, reason: String?)
    case output(InputParser.Output, consumed: Int)
    case end(RowAccount, FileIdentity?)
    case failed(RecordError, format: String?)
    case passedOver(String)
    case table(kind: String, reason: String)
  }

  /// Reads the input; `put` says whether anybody wants more.
  func run(
    _ reader: (any EventReader.Type)?, options: ReadingOptions, limits: InflationLimits,
    _ identification: ImportDestination.Identification, put: (Message) -> Bool
  ) {
    var format = reader?.descriptor.name
    do throws(RecordError) {
      if !isNamed, isCompanion(of: reader) {
        _ = put(.passedOver("a file that stands beside those with events"))
        return
      }
      let file = try RawFile(input.path)
      let open = try input.open(limits: limits)
      let identity = try identity(of: file, open, identification)
      let digesting =
        identity == nil && identification.isKept ? open.file.map { DigestingStream($0) } : nil
      let chosen: any EventReader.Type
      var reason: String?
      if let reader {
        chosen = reader
      } else {
        let finding: FormatDetector.Finding
        do throws(RecordError) {
          finding = try FormatDetector.find(input)
        } catch {
          guard !isNamed, error.code == .invalid, let fault = error.faults.first else {
            throw error
          }
          _ = put(.passedOver("its format cannot be told: \(fault.found)"))
          return
        }
        guard case .events(let found) = finding.format else {
          _ = put(.table(kind: finding.name, reason: finding.reason))
          return
        }
        (chosen, reason) = (found, finding.reason)
        format = chosen.descriptor.name
      }
      guard put(.start(identity, format: chosen.descriptor.name, reason: reason)) else { return }
      let parser = InputParser(input: input, reader: chosen, options: options, limits: limits)
      var isWanted = true
      let account = try parser.parse(open.reading(digesting)) { output, consumed in
        isWanted = put(.output(output, consumed: consumed))
        return isWanted
      }
      guard isWanted else { return }
      // Opened before everything else, so that no change goes unseen.
      try file.expectUnchanged()
      _ = put(.end(account, digesting?.identity(of: input.name)))
    } catch {
      _ = put(.failed(error, format: format))
    }
  }

  /// Who a file is, where that must be known before it is read, or costs little: packed files are
  /// small.
  private func identity(
    of file: RawFile, _ open: OpenInput, _ identification: ImportDestination.Identification
  ) throws(RecordError) -> FileIdentity? {
    let isPlain = open.file.map { $0 === open.stream } ?? false
    let mayBeKnown = identification.knownSizes.contains(open.range.count)
    guard mayBeKnown || identification.isKept && !isPlain else { return nil }
    return try FileIdentity(of: input.name, file, range: open.range)
  }

  /// With `auto` on a folder, the companions of every format are passed over.
  private func isCompanion(of reader: (any EventReader.Type)?) -> Bool {
    let path = input.member ?? input.path
    let name = path.split(separator: "/").last.map(String.init) ?? path
    let plain = name.hasSuffix(".gz") ? String(name.dropLast(3)) : name
    let readers = reader.map { [$0] } ?? EventReaderCatalog.all
    return readers.contains { $0.descriptor.companions.contains(plain) }
  }
}
