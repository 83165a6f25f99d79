import EntenteRecord
import EntenteSources
import Foundation

/// Something that reads bytes, and what must hold whatever they are.
struct FuzzTarget: Sendable {
  /// As a user writes it, and the folder of its corpus.
  let name: String
  let seeds: [[UInt8]]
  /// The laws that the bytes break, in words.
  let broken: @Sendable (_ bytes: [UInt8], _ thorough: Bool) -> [String]

  struct Missing: Error, CustomStringConvertible {
    let description: String
  }

  /// The readers on their fixtures, and the two packings.
  ///
  /// - Throws: where a fixture is missing.
  static func all(fixtures: String, scratch: String) throws -> [FuzzTarget] {
    let files = [
      "gdelt1": "gdelt1.CSV", "gdelt2": "gdelt2.CSV", "icews": "icews.tab",
      "polecat": "polecat.txt", "tkg": "tkg/train.txt", "icews-facts": "recent/facts.csv",
      "icews-interstate": "recent/interstate.csv", "icews-events": "recent/events.csv",
      "entente": "entente.csv",
    ]
    var targets: [FuzzTarget] = []
    for format in EventReaderCatalog.all.map({ $0.descriptor.name }).sorted() {
      guard let file = files[format] else {
        throw Missing(description: "no fixture for \(format): add it to FuzzTarget.swift")
      }
      let path = "\(fixtures)/events/\(file)"
      var options = ReadingOptions()
      options.dayZero = Day("2018-01-01")
      let laws = ReadingLaws(format: format, path: path, options: options)
      targets.append(
        FuzzTarget(name: format, seeds: parts(of: try bytes(at: path))) { bytes, thorough in
          laws.broken(by: bytes, thoroughly: thorough)
        })
    }
    for packing in ["gzip", "zip"] {
      let folder = "\(fixtures)/fuzz/\(packing)-seeds"
      let names = try FileManager.default.contentsOfDirectory(atPath: folder).sorted()
      let file = "\(scratch)/\(packing)"
      targets.append(
        FuzzTarget(name: packing, seeds: try names.map { try bytes(at: "\(folder)/\($0)") }) {
          bytes, _ in
          PackedLaws.broken(by: bytes, at: file)
        })
    }
    return targets
  }

  private static func bytes(at path: String) throws -> [UInt8] {
    Array(try Data(contentsOf: URL(filePath: path)))
  }

  /// The whole file, and pieces of few lines: most of what can go wrong does so within a row.
  private static func parts(of bytes: [UInt8]) -> [[UInt8]] {
    let lines = bytes.split(separator: 10, omittingEmptySubsequences: false)
    let pieces = lines.indices.map { i in
      Array(lines[i..<min(lines.count, i + 2)].joined(separator: [10])) + [10]
    }
    return [bytes] + pieces.filter { $0.count > 2 }
  }
}

/// What must hold of any file that may be packed.
enum PackedLaws {
  /// Writes the bytes to a file and unpacks it twice.
  static func broken(by bytes: [UInt8], at path: String) -> [String] {
    guard (try? Data(bytes).write(to: URL(filePath: path))) != nil else {
      return ["no file could be written to \(path)"]
    }
    let (one, two) = (unpacked(path), unpacked(path))
    return one == two ? [] : ["unpacked in two ways: \(one), \(two)"]
  }

  private static func unpacked(_ path: String) -> [String] {
    switch Result(catching: { () throws(RecordError) in try InputFile.inputs(at: path) }) {
    case .failure(let error): return [error.description]
    case .success(let inputs):
      return inputs.map { input in
        switch Result(catching: { () throws(RecordError) in try input.drained() }) {
        case .failure(let error): error.description
        case .success(let drained): "\(input.name) \(drained.count) \(drained.hash)"
        }
      }
    }
  }
}
