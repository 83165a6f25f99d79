public import EntenteRecord
import EntenteStore

#if canImport(Glibc)
  @preconcurrency import Glibc
#elseif canImport(Musl)
  @preconcurrency import Musl
#elseif canImport(Darwin)
  import Darwin
#endif

/// The small working case that a newcomer starts from.
public enum CaseTemplate {
  /// Its files by path, in the order of writing.
  public static var files: [(path: String, text: String)] {
    [
      ("case.yaml", caseText), ("chronology.csv", chronologyText),
      ("categories.csv", categoriesText), ("facts.csv", factsText), ("ties.csv", tiesText),
      ("attributes.csv", attributesText), ("documents.yaml", documentsText),
      ("claims.yaml", claimsText), ("questions.yaml", questionsText),
      ("series/news-weekly.csv", TemplateSeries.news()),
      ("series/news-coverage.csv", TemplateSeries.coverage()),
      ("series/polls.csv", pollsText),
    ]
  }

  /// Writes the case into a new folder, all of it or nothing.
  ///
  /// Edge cases: an empty folder of that name is filled; one that holds anything is left alone.
  ///
  /// - Throws: `RecordError` with `.unreadable` if the folder is not empty or cannot be written.
  public static func write(to path: String) throws(RecordError) {
    var target = path
    while target.count > 1, target.hasSuffix("/") { target.removeLast() }
    guard !target.isEmpty, target != "/", !target.utf8.contains(0) else {
      throw fault(path, expected: "the name of a new folder", found: Fault.quoted(path))
    }
    if FileBytes.resolved(target) != nil {
      guard SystemCalls.isFolder(target), SystemCalls.names(in: target) == [] else {
        throw fault(
          path, expected: "a new or empty folder", found: "one that is in use",
          hint: "choose another name")
      }
    }
    // A sibling, because a folder can only be renamed within one disk.
    var pattern = Array("\(target).new-XXXXXX".utf8CString)
    guard mkdtemp(&pattern) != nil else {
      throw fault(path, expected: "a folder that can be made", found: reason())
    }
    let draft = String(decoding: pattern.dropLast().map(UInt8.init(bitPattern:)), as: UTF8.self)
    guard fill(draft), chmod(draft, 0o755) == 0, rename(draft, target) == 0 else {
      let found = reason()
      discard(draft)
      throw fault(path, expected: "a folder that can be written", found: found)
    }
  }

  private static func fault(
    _ path: String, expected: String, found: String, hint: String? = nil
  ) -> RecordError {
    RecordError(
      .unreadable,
      [Fault(Place(file: path, line: 0), "case", expected: expected, found: found, hint: hint)])
  }

  private static func reason() -> String { String(cString: strerror(errno)).lowercased() }

  private static func fill(_ folder: String) -> Bool {
    guard mkdir(folder + "/series", 0o755) == 0 else { return false }
    return files.allSatisfy { write($0.text, to: folder + "/" + $0.path) }
  }

  private static func write(_ text: String, to path: String) -> Bool {
    guard let file = fopen(path, "wx") else { return false }
    let bytes = Array(text.utf8)
    let written = fwrite(bytes, 1, bytes.count, file)
    return fclose(file) == 0 && written == bytes.count
  }

  private static func discard(_ folder: String) {
    for file in files { unlink(folder + "/" + file.path) }
    rmdir(folder + "/series")
    rmdir(folder)
  }
}

/// The made-up weekly numbers of the template: whole-number arithmetic, the same on every machine.
enum TemplateSeries {
  static let weeks = 104
  /// First Monday.
  static let start = Day.civilStart
  /// Pair, usual level, and the change from the week of the pact on.
  private static let pairs: [(name: String, level: Int, shift: Int)] = [
    ("AAA-BBB", -20, 70), ("AAA-CCC", 10, 0), ("AAA-DDD", 40, 0),
    ("BBB-CCC", 15, 0), ("BBB-DDD", -10, -25), ("CCC-DDD", 30, 0),
  ]
  private static let pactWeek = 52

  static func news() -> String {
    var text = """
      # Weekly signed sums of news events between two states. Made up.
      # An empty cell is missing; 0 means that nothing was reported.

      """
    text += "date," + pairs.map(\.name).joined(separator: ",") + "\n"
    var noise = Noise()
    for week in 0..<weeks {
      let values = pairs.map { pair in
        pair.level + (week >= pactWeek ? pair.shift : 0) + noise.next(within: 30)
      }
      text += "\(start.adding(days: week * 7)),"
      text += values.map(String.init).joined(separator: ",") + "\n"
    }
    return text
  }

  static func coverage() -> String {
    var text = "# The world's sum of absolute scores in the same weeks. Made up.\n"
    text += "date,present,volume\n"
    var noise = Noise()
    for week in 0..<weeks {
      text += "\(start.adding(days: week * 7)),1,\(10_000 + 20 * noise.next(within: 30))\n"
    }
    return text
  }

  /// Knuth's linear congruential generator; a stand-in for news, not for chance.
  private struct Noise {
    private var state: UInt64 = 20_200_106

    mutating func next(within limit: Int) -> Int {
      (0..<3).reduce(0) { sum, _ in
        state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
        return sum + Int(state >> 33) % (2 * limit / 3 + 1) - limit / 3
      }
    }
  }
}

extension Day {
  /// Monday, 6 January 2020.
  fileprivate static var civilStart: Day { Day(number: 18_267) }
}
