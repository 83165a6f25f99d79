import EntenteRecord
import Foundation

/// The weekly dyad scores of GDELT as shares of the world's volume of the same days.
struct WeeklyDyads: Sendable {
  let weeks: [Day]
  /// By pair, `AAA-BBB` in alphabetical order: 10⁴ times score over volume; 0 if absent.
  let shares: [String: [Double]]

  static func key(_ first: String, _ second: String) -> String {
    first < second ? "\(first)-\(second)" : "\(second)-\(first)"
  }

  /// Nil if a file is absent or cannot be read.
  init?(folder: String) {
    guard let coverage = try? String(contentsOfFile: "\(folder)/coverage.csv", encoding: .utf8),
      let scores = Self.unpack("\(folder)/weekly-all-states.csv.gz")
    else { return nil }
    var volumes: [Day: Double] = [:]
    for line in coverage.split(separator: "\n").dropFirst() {
      // A day without a file leaves its cells empty.
      let fields = line.split(separator: ",", omittingEmptySubsequences: false)
      guard fields.count == 4, let day = Day(fields[0]) else { return nil }
      guard fields[1] == "1" else { continue }
      guard let volume = Double(fields[3]) else { return nil }
      volumes[day.monday, default: 0] += volume
    }
    let weeks = volumes.keys.sorted()
    let places = Dictionary(uniqueKeysWithValues: weeks.enumerated().map { ($1, $0) })
    var shares: [String: [Double]] = [:]
    for line in scores.split(separator: UInt8(ascii: "\n")).dropFirst() {
      let fields = line.split(separator: UInt8(ascii: ",")).map {
        String(decoding: $0, as: UTF8.self)
      }
      guard fields.count == 5, let day = Day(fields[0]), let at = places[day],
        let score = Double(fields[3]), let volume = volumes[day], volume > 0
      else { return nil }
      shares[
        Self.key(fields[1], fields[2]), default: [Double](repeating: 0, count: weeks.count)][at] =
        1e4 * score / volume
    }
    self.weeks = weeks
    self.shares = shares
  }

  /// Pairs by their share of nonzero weeks, in an order that has nothing to do with their series.
  func controls(without excluded: [String]) -> [DatingCalibration.NoiseClass] {
    let classes: [(String, Range<Double>)] = [
      ("above 95%", 0.95..<1.1), ("70 to 95%", 0.7..<0.95), ("40 to 70%", 0.4..<0.7),
      ("20 to 40%", 0.2..<0.4),
    ]
    let kept = shares.filter { !excluded.contains($0.key) }.map { key, values in
      (key: key, shares: values, present: Double(values.count { $0 != 0 }) / Double(values.count))
    }
    return classes.map { name, range in
      let members = kept.filter { range.contains($0.present) }
      // The keys read backwards: a fixed order that mixes regions.
      let ordered = members.sorted { String($0.key.reversed()) < String($1.key.reversed()) }
      let stride = max(1, ordered.count / 200)
      return DatingCalibration.NoiseClass(
        name: name,
        dyads: ordered.enumerated().filter { $0.offset.isMultiple(of: stride) }.map {
          ($0.element.key, $0.element.shares)
        })
    }
  }

  private static func unpack(_ path: String) -> Data? {
    guard FileManager.default.isReadableFile(atPath: path) else { return nil }
    let process = Process()
    process.executableURL = URL(fileURLWithPath: "/usr/bin/env")
    process.arguments = ["gzip", "-dc", path]
    let pipe = Pipe()
    process.standardOutput = pipe
    guard (try? process.run()) != nil else { return nil }
    let data = pipe.fileHandleForReading.readDataToEndOfFile()
    process.waitUntilExit()
    return process.terminationStatus == 0 ? data : nil
  }
}

/// A dated turn in the relations of two states.
struct TurningPoint: Sendable {
  let first: String
  let second: String
  let day: Day
  let sign: Int

  static func read(_ path: String) -> [TurningPoint]? {
    guard let text = try? String(contentsOfFile: path, encoding: .utf8) else { return nil }
    return text.split(separator: "\n").dropFirst().compactMap { line in
      let fields = line.split(separator: ",", maxSplits: 4)
      guard fields.count == 5, let day = Day(fields[2]), let sign = Int(fields[3]) else {
        return nil
      }
      return TurningPoint(first: String(fields[0]), second: String(fields[1]), day: day, sign: sign)
    }
  }
}
