import EntenteRecord
import EntenteSources
import EntenteStore
import Foundation
import Testing

/// Where the shared files lie; nil where they are not at hand.
enum SharedSamples {
  static let folder: String? = {
    let beside = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
      .deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()
      .appending(path: "shared/data").path
    return [ProcessInfo.processInfo.environment["ENTENTE_SHARED_DATA"], beside].compactMap { $0 }
      .first { FileManager.default.fileExists(atPath: $0) }
  }()
  static let missing: Comment =
    "no shared data: expected ../shared/data beside the checkout, or ENTENTE_SHARED_DATA"
}

/// Real files, where they are at hand: every row is accounted for, and counts are those published.
@Suite(.enabled(if: SharedSamples.folder != nil, SharedSamples.missing))
struct SharedSampleTests {
  struct Sample: CustomTestStringConvertible, Sendable {
    let format: String
    let paths: [String]
    let rows: Int
    var headers = 0
    var notes: [String: Int] = [:]
    var testDescription: String { paths.joined(separator: ", ") }
  }

  private static let gdelt = "event-formats/gdelt"
  private static let recent = "icews-recent"

  static let samples = [
    Sample(
      format: "gdelt2", paths: ["\(gdelt)/20180101000000.export.CSV.gz"], rows: 2_414,
      notes: ["coordinates that are none": 1]),
    Sample(
      format: "gdelt2", paths: ["\(gdelt)/20180101000000.export.CSV.zip"], rows: 2_414,
      notes: ["coordinates that are none": 1]),
    Sample(format: "gdelt2", paths: ["\(gdelt)/gdelt2-export-sample.CSV"], rows: 100),
    Sample(format: "gdelt2", paths: ["\(gdelt)/gdelt2-translation-export-sample.CSV"], rows: 100),
    Sample(
      format: "gdelt1", paths: ["\(gdelt)/gdelt1-export-sample.CSV"], rows: 100,
      notes: [
        "dated ten years or more before it was recorded": 20, "dated after it was recorded": 10,
      ]),
    Sample(
      format: "icews", paths: ["event-formats/icews/events.2018.sample.tab"], rows: 3_705,
      headers: 1),
    Sample(
      format: "tkg", paths: ["train", "valid", "test"].map { "tkg/ICEWS14/\($0).txt" },
      rows: 90_730),
    Sample(
      format: "tkg", paths: ["train", "valid", "test"].map { "tkg/ICEWS18/\($0).txt.gz" },
      rows: 468_558),
    Sample(
      format: "icews-events", paths: ["\(recent)/events-2018-10_2019-03.csv.gz"], rows: 133_566,
      headers: 1),
    Sample(
      format: "icews-facts", paths: ["\(recent)/facts-2021.csv.gz"], rows: 326_354, headers: 1),
    Sample(
      format: "icews-facts", paths: ["\(recent)/facts-2022.csv.gz"], rows: 329_474, headers: 1,
      notes: ["counted more than once by the source": 53_792]),
    Sample(
      format: "icews-facts", paths: ["\(recent)/facts-2023.csv.gz"], rows: 141_606, headers: 1),
  ]

  @Test(arguments: samples)
  func `a published file goes in whole`(sample: Sample) throws {
    let shop = Workshop()
    let folder = try #require(SharedSamples.folder)
    let outcomes = try shop.run("auto", sample.paths.map { "\(folder)/\($0)" })
    var total = RowAccount()
    for outcome in outcomes {
      #expect(outcome.format == sample.format)
      let account = try #require(outcome.account, "\(outcome.refusal ?? "")")
      #expect(account.isBalanced)
      total = total + account
    }
    #expect(total.read == sample.rows && total.kept == sample.rows)
    #expect(total.lines == sample.rows + sample.headers && total.header == sample.headers)
    #expect(total.rejected == 0 && total.duplicate == 0 && total.blank == 0)
    for (note, count) in sample.notes { #expect(total.notes[note] == count, "\(note)") }
    let store = try shop.store()
    #expect(store.count == sample.rows)
    #expect(try store.check().isEmpty)
  }

  @Test func `the same text twice is kept once`() throws {
    let shop = Workshop()
    let folder = try #require(SharedSamples.folder)
    let outcomes = try shop.run(
      "gdelt2", ["gz", "zip"].map { "\(folder)/\(Self.gdelt)/20180101000000.export.CSV.\($0)" })
    #expect(outcomes.map { $0.account?.kept } == [2_414, 0])
    #expect(outcomes.map { $0.account?.duplicate } == [0, 2_414])
  }

  @Test func `the interstate facts are among the facts`() throws {
    let shop = Workshop()
    let folder = try #require(SharedSamples.folder)
    let years = [2021, 2022, 2023].map { "\(folder)/\(Self.recent)/facts-\($0).csv.gz" }
    let outcomes = try shop.run(
      "auto", years + ["\(folder)/\(Self.recent)/interstate-2021-2023.csv.gz"])
    let last = try #require(outcomes.last?.account)
    #expect(last.read == 261_420 && last.kept == 0 && last.duplicate == 261_420)
  }

  @Test func `known days stand out`() throws {
    let shop = Workshop()
    let folder = try #require(SharedSamples.folder)
    try shop.run("tkg", ["train", "valid", "test"].map { "\(folder)/tkg/ICEWS18/\($0).txt.gz" })
    // Kim and Trump met in Singapore on 2018-06-12, Kim and Moon in Panmunjom on 04-27.
    for (pair, day) in [("PRK-USA", "2018-06-12"), ("KOR-PRK", "2018-04-27")] {
      let states = pair.split(separator: "-").compactMap { ActorCode($0) }
      let meeting = try #require(Day(day))
      var counts: [Int32: Int] = [:]
      // One way and the other: what a state does at home is left out.
      for (source, target) in [(states[0], states[1]), (states[1], states[0])] {
        var filter = EventFilter()
        filter.sources = [source]
        filter.targets = [target]
        try shop.store().events(matching: filter).forEachDay { batch, _ in
          for day in batch.day { counts[day, default: 0] += 1 }
          return true
        }
      }
      let own = try #require(counts[meeting.number])
      #expect(counts.values.count { $0 > own } < 10, "\(pair)")
    }
  }
}
