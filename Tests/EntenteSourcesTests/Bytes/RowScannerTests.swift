import EntenteNumerics
import EntenteSources
import Testing

/// The splitting of bytes, sixty-four at a time, against the splitting of one at a time.
struct RowScannerTests {
  private struct Line: Equatable {
    let number: Int
    let fields: [[UInt8]]
  }

  private static func scanned(_ bytes: [UInt8], _ delimiter: UInt8) -> (lines: [Line], count: Int) {
    var lines: [Line] = []
    // Readable behind the block, and full of what must not be found.
    let padded = bytes + [UInt8](repeating: delimiter, count: RowScanner.padding)
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

  /// Lines are marked in pieces of 16 KB, so these lie across their borders.
  @Test func `lines longer than what is marked at once keep their first fields`() {
    var stream = RandomStream(seed: 10, name: "scanner, long lines")
    for round in 0..<60 {
      var bytes: [UInt8] = []
      while bytes.count < 100_000 {
        let width = [3, 40, 20_000][stream.integer(below: 3)]
        for _ in 0..<[1, 60, 127, 128, 129, 3_000][stream.integer(below: 6)] {
          let length = min(stream.integer(below: width), 100_000 - min(bytes.count, 100_000))
          bytes += [UInt8](repeating: 97 + UInt8(stream.integer(below: 4)), count: length)
          bytes.append(9)
        }
        if stream.integer(below: 2) == 0 { bytes.append(13) }
        bytes.append(10)
      }
      if stream.integer(below: 2) == 0 { bytes.removeLast() }
      let (lines, _) = Self.scanned(bytes, 9)
      let expected = Self.split(bytes, 9).map { line in
        Line(
          number: line.number,
          fields: line.fields.enumerated().map { $0 < RowScanner.fieldLimit ? $1 : [] })
      }
      guard lines == expected else {
        Issue.record("round \(round)")
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
