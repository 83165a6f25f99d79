import EntenteRecord

/// Opens tables of the user's own, plain or gzipped, and words whatever forbids it in one way.
enum TableBytes {
  /// The bytes of a table, unpacked; nil, with a fault, where they cannot be had.
  ///
  /// - Parameter limit: most bytes, of the file and of what it unpacks to.
  static func read(_ path: String, limit: Int, faults: FaultList) -> [UInt8]? {
    let whole = Place(file: path, line: 0)
    let expected = "a CSV file of at most \(limit >> 20) MB"
    guard !path.utf8.contains(0) else {
      faults.add(whole, "file", expected: expected, found: "a path with a zero byte")
      return nil
    }
    do {
      let bytes = try FileBytes.read(path, limit: limit)
      guard bytes.starts(with: [0x1F, 0x8B]) else { return bytes }
    } catch {
      faults.add(whole, "file", expected: expected, found: words(error))
      return nil
    }
    do {
      return try inflated(path, limit: limit)
    } catch {
      for fault in error.faults { faults.add(fault) }
      return nil
    }
  }

  private static func inflated(_ path: String, limit: Int) throws(RecordError) -> [UInt8] {
    var limits = InflationLimits()
    limits.bytes = limit
    let input = try InputFile(path: path).open(limits: limits)
    let piece = UnsafeMutableRawBufferPointer.allocate(byteCount: 1 << 20, alignment: 64)
    defer { piece.deallocate() }
    var bytes: [UInt8] = []
    while true {
      let count = try input.stream.read(into: piece)
      guard count > 0 else { return bytes }
      bytes.append(contentsOf: piece[..<count])
    }
  }

  private static func words(_ failure: FileBytes.Failure) -> String {
    switch failure {
    case .missing: "no such file"
    case .denied: "one that may not be read"
    case .notAFile: "a folder, pipe or device"
    case .tooLarge(let size): "one of \(size) bytes"
    case .unreadable: "an error of the disk"
    }
  }
}
