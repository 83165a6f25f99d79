import EntenteFetch
import EntenteRecord
import Foundation
import Testing

@Suite struct ImportPatternTests {
  /// Whether any of the patterns matches, as a shell would say.
  private static func matches(_ patterns: [String], _ path: String) -> Bool {
    patterns.contains { fnmatch($0, path, FNM_PATHNAME) == 0 }
  }

  /// A whole month and parts of two, over a mirror that holds all three and other feeds.
  @Test(arguments: [("2023-07-30", "2023-09-02", 4 + 1), ("2023-08-01", "2023-08-31", 1)])
  func `the patterns match the files of the window and no others`(
    from: String, to: String, count: Int
  ) throws {
    let first = try #require(Day(from))
    let last = try #require(Day(to))
    var list = ""
    var all: [QuarterHour] = []
    let start = QuarterHour(startOf: try #require(Day("2023-07-25")))
    for step in stride(from: 0, to: 96 * 50, by: 37) {
      all.append(start.advanced(by: step))
      let stamp = start.advanced(by: step).description.filter(\.isNumber) + "00"
      for name in ["export", "mentions", "translation.export"] {
        list += "5 \(ListTests.md5) x/\(stamp).\(name).CSV.zip\n"
      }
    }
    let text = list
    let server = try LoopbackServer { request in
      .init(
        status: request.target.hasSuffix("list.txt") ? 200 : 404,
        body: request.target.hasSuffix("list.txt") ? Array(text.utf8) : [])
    }
    let place = Workplace()
    var options = FetchOptions()
    options.base = server.url
    options.transport.proxy = .none
    let report = try GDELTFetch(
      .gdelt2(), from: first, through: last, mirror: place.path, options: options
    ).run()
    #expect(report.patterns.count == count)
    var matched = 0
    for quarter in all {
      let stamp = quarter.description.filter(\.isNumber) + "00"
      let folder = "\(place.path)/gdelt2/\(quarter.day.description.prefix(7))"
      let isInside = quarter.day >= first && quarter.day <= last
      #expect(Self.matches(report.patterns, "\(folder)/\(stamp).export.CSV.zip") == isInside)
      #expect(!Self.matches(report.patterns, "\(folder)/\(stamp).mentions.CSV.zip"))
      #expect(!Self.matches(report.patterns, "\(folder)/\(stamp).translation.export.CSV.zip"))
      #expect(!Self.matches(report.patterns, "\(folder)/\(stamp).export.CSV.zip.part"))
      matched += isInside ? 1 : 0
    }
    #expect(matched == report.listed && matched > 0)
    // The server had none of the files that it lists.
    #expect(!report.isComplete && report.failures.isEmpty)
  }
}
