import EntenteRecord

/// How a file begins, for telling its format.
public struct FileSample: Sendable {
  /// Name of the file without its folders.
  public let name: String
  /// The first lines, without their ends; at most 50.
  public let lines: [String]

  init(name: String, bytes: UnsafeBufferPointer<UInt8>, isWhole: Bool) {
    self.name = name
    var pieces = bytes.split(separator: 10, maxSplits: 50, omittingEmptySubsequences: false)
    // The last piece may be cut short, or be what comes after the last newline.
    if !isWhole || pieces.last?.isEmpty == true { pieces = pieces.dropLast() }
    lines = pieces.prefix(50).enumerated().map { i, piece in
      var piece = piece
      if i == 0, piece.starts(with: [0xEF, 0xBB, 0xBF]) { piece = piece.dropFirst(3) }
      if piece.last == 13 { piece = piece.dropLast() }
      return String(decoding: piece, as: UTF8.self)
    }.filter { !$0.isEmpty }
  }

  /// Fields of each line.
  func rows(_ delimiter: Character = "\t") -> [[Substring]] {
    lines.map { $0.split(separator: delimiter, omittingEmptySubsequences: false) }
  }

  /// How many lines have each number of fields between tabs.
  func widths() -> [Int: Int] {
    rows().reduce(into: [:]) { counts, row in counts[row.count, default: 0] += 1 }
  }

  /// The share of lines with one of these numbers of fields.
  func share(width: ClosedRange<Int>) -> Double {
    guard !lines.isEmpty else { return 0 }
    let fitting = widths().filter { width.contains($0.key) }.values.reduce(0, +)
    return Double(fitting) / Double(lines.count)
  }

  /// Whether the first line is this header, or begins with it.
  func hasHeader(_ names: String, delimiter: Character = "\t") -> Bool {
    guard let first = rows(delimiter).first else { return false }
    return first.starts(with: names.split(separator: ",", omittingEmptySubsequences: false))
  }
}
