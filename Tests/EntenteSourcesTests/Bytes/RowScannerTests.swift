import EntenteNumerics
import EntenteSources
import Testing

/// The splitting of bytes, eight at a time, against the splitting of one at a time.
struct RowScannerTests {
  private struct Line: Equatable {
    let number: Int
    let fields: [[UInt8]]
  }

  private static func scanned(_ bytes: [UInt8], _ delimiter: UInt8) -> (lines: [Line], count: Int) {
    var lines: [Line] = []
    // Eight bytes behind the block must be readable.
    let padded = bytes + [UInt8](repeating: delimiter, count: 8)
    let count = padded.withUnsafeBufferPointer { padded in
      RowScanner(delimiter: delimiter).scan(
        UnsafeBufferPointer(rebasing: padded[..<bytes.count]), firstLine: 1
      ) { row in
        lines.append(Line(number: row.line, fields: (0..<row.fields).map { Array(row[$0]) }))
      }
    }
    return (lines, count)
  }

  private static func split(_ bytes: [UInt8], _ delimiter: UInt8) -> [Line] {
    var pieces = bytes.split(separator: 10, omittingEmptySubsequences: false).map(Array.init)
    if pieces.last?.isEmpty == true { pieces.removeLast() }
    return pieces.enumerated().map { i, piece in
      // A carriage return alone ends a line too, also where the newline is missing.
      let line = piece.last == 13 ? Array(piece.dropLast()) : piece
      return Line(
        number: i + 1,
        fields: line.split(separator: delimiter, omittingEmptySubsequences: false).map(Array.init))
    }
  }

  @Test(arguments: [UInt8(9), UInt8(44)])
  func `every short text is split as one would by hand`(delimiter: UInt8) {
    let letters: [UInt8] = [delimiter, 10, 13, 97]
    for length in 0...6 {
      for number in 0..<(1 << (2 * length)) {
        let bytes = (0..<length).map { letters[number >> (2 * $0) & 3] }
        let (lines, count) = Self.scanned(bytes, delimiter)
        guard lines == Self.split(bytes, delimiter), count == lines.count else {
          Issue.record("\(bytes): \(lines)")
          return
        }
      }
    }
  }

  @Test func `long random texts too, whatever bytes stand in them`() {
    var stream = RandomStream(seed: 9, name: "scanner")
    for round in 0..<2_000 {
      let letters: [UInt8] = [9, 10, 13, 0x89, 0x8A, 0x0B, 0, 255, 8, 11, 0x7F, 128]
      let bytes = (0..<stream.integer(below: 200)).map { _ in
        stream.integer(below: 3) == 0
          ? letters[stream.integer(below: letters.count)] : UInt8(stream.integer(below: 256))
      }
      let (lines, count) = Self.scanned(bytes, 9)
      guard lines == Self.split(bytes, 9), count == lines.count else {
        Issue.record("round \(round): \(bytes)")
        return
      }
    }
  }

  @Test func `fields beyond the limit are counted, and hold nothing`() {
    let bytes = [UInt8](repeating: 44, count: 300)
    let (lines, _) = Self.scanned(bytes, 44)
    #expect(lines.first?.fields.count == 301)
    #expect(lines.first?.fields.allSatisfy(\.isEmpty) == true)
  }
}
