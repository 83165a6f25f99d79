import EntenteRecord

/// Gathers the faults of one reading.
final class FaultList {
  /// More are counted and not kept, so that a large file of rubbish stays cheap.
  private static let kept = 10_000

  private var faults: [Fault] = []
  private var dropped = 0
  private var fileOrder: [String: Int] = [:]

  var isEmpty: Bool { faults.isEmpty }
  var count: Int { faults.count + dropped }

  func add(_ fault: Fault) {
    if fileOrder[fault.place.file] == nil { fileOrder[fault.place.file] = fileOrder.count }
    if faults.count < FaultList.kept { faults.append(fault) } else { dropped += 1 }
  }

  func add(
    _ place: Place, _ field: String, expected: String, found: String, hint: String? = nil
  ) {
    add(Fault(place, field, expected: expected, found: found, hint: hint))
  }

  /// The first faults, file by file in the order of reading, then by line.
  func listed(_ limit: Int) -> [Fault] {
    let sorted = faults.enumerated().sorted { left, right in
      let files = (
        fileOrder[left.element.place.file] ?? 0, fileOrder[right.element.place.file] ?? 0
      )
      if files.0 != files.1 { return files.0 < files.1 }
      let lines = (left.element.place.line, right.element.place.line)
      return lines.0 != lines.1 ? lines.0 < lines.1 : left.offset < right.offset
    }
    return sorted.prefix(limit).map(\.element)
  }

  func omitted(_ limit: Int) -> Int { count - min(faults.count, limit) }
}
