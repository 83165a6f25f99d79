import EntenteRecord
import EntenteSources
import Foundation
import Testing

/// Mentions of events, counted.
struct MentionCountTests {
  private static func row(
    _ event: Int, _ time: String, _ source: String, inText: String = "1", confidence: String = "50",
    tone: String = "-2.5"
  ) -> String {
    [
      "\(event)", "20230818000000", time, "1", source, "http://example.org", "3", "-1", "10", "20",
      inText, confidence, "2000", tone, "", "",
    ].joined(separator: "\t") + "\n"
  }

  @Test func `mentions are added up by event, exactly`() throws {
    let shop = Workshop()
    let text =
      Self.row(7, "20230818001500", "a.org") + Self.row(8, "20230818001500", "a.org")
      + Self.row(7, "20230819000000", "b.org", inText: "0", confidence: "20", tone: "1.25")
      + Self.row(7, "20230817233000", "a.org")
    var count = MentionCount()
    let outcome = try count.add(InputFile(path: shop.write(text, to: "m.csv")))
    #expect(outcome.account.isBalanced && outcome.account.kept == 4)
    let tally = try #require(count.tallies[7])
    #expect(tally.mentions == 3 && tally.sources == 2 && tally.inText == 2)
    #expect(tally.first == 20_230_817_233_000 && tally.last == 20_230_819_000_000)
    #expect(tally.meanConfidence == 40 && tally.meanTone == -1.25)
    #expect(count.tallies[8]?.mentions == 1 && count.tallies.count == 2)
    // The same bytes again add nothing, whatever they are called.
    let again = try count.add(InputFile(path: shop.write(text, to: "n.csv")))
    #expect(again.isRepeat && count.tallies[7] == tally)
  }

  @Test func `each bad row is told, and a refused file adds nothing`() throws {
    let shop = Workshop()
    let good = Self.row(7, "20230818001500", "a.org")
    let text =
      good + "\n" + "short\trow\n" + Self.row(7, "20230230001500", "a")
      + Self.row(7, "20230818", "a")
      + Self.row(7, "20230818250000", "a") + Self.row(7, "20230818001500", "a", inText: "2")
      + Self.row(7, "20230818001500", "a", confidence: "101")
      + Self.row(7, "20230818001500", "a", tone: "NA")
      + good.replacing("7\t", with: "x\t", maxReplacements: 1)
    var count = MentionCount()
    let outcome = try count.add(InputFile(path: shop.write(text, to: "m.csv")))
    #expect(outcome.account.isBalanced && outcome.account.kept == 1)
    #expect(outcome.account.lines == 10 && outcome.account.blank == 1)
    #expect(
      outcome.rejections.map(\.field) == [
        "row", "MentionTimeDate", "MentionTimeDate", "MentionTimeDate", "InRawText", "Confidence",
        "MentionDocTone", "GLOBALEVENTID",
      ])
    #expect(outcome.rejections.map(\.line) == Array(3...10))
    let packed = Packed.gzip(Array((good + good).utf8))
    let cut = try shop.write(Array(packed.dropLast(6)), to: "cut.gz")
    #expect(throws: RecordError.self) { _ = try count.add(InputFile(path: cut)) }
    #expect(count.tallies[7]?.mentions == 1)
  }

  @Test func `an import says that mentions are no events`() throws {
    let shop = Workshop()
    let file = try shop.write(Self.row(7, "20230818001500", "a.org"), to: "m.csv")
    let refusal = try #require(try shop.run("auto", [file]).first?.refusal)
    #expect(refusal.contains("entente mentions counts them"))
    do {
      _ = try Importer(format: "gdelt-mentions", threads: 1)
    } catch { #expect(error.description.contains("entente mentions counts them")) }
  }

  @Test(
    .enabled(if: SharedSamples.folder != nil, SharedSamples.missing),
    arguments: [
      ("gdelt2-mentions-sample.CSV", 100), ("gdelt2-translation-mentions-sample.CSV", 100),
    ])
  func `real mentions are counted whole`(name: String, rows: Int) throws {
    let folder = try #require(SharedSamples.folder)
    var count = MentionCount()
    let outcome = try count.add(InputFile(path: "\(folder)/event-formats/gdelt/\(name)"))
    #expect(outcome.account.kept == rows && outcome.account.rejected == 0)
    #expect(count.tallies.values.reduce(0) { $0 + $1.mentions } == rows)
  }
}
