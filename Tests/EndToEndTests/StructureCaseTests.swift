import Foundation
import Testing

/// The structure commands on a case, and the figures that the brief makes of the same things.
struct StructureCaseTests {
  @Test(arguments: [
    "polarity northeast-asia --from 2016", "hub northeast-asia --by half",
    "dependence northeast-asia --from 2019 --to 2019", "alliances northeast-asia --state KOR",
  ])
  func `a case stands in for a table`(line: String) throws {
    let command = line.split(separator: " ").map(String.init)
    let scratch = Scratch()
    let text = try Program.run(command, in: scratch)
    #expect(text.status == 0 && text.err.isEmpty, "\(text.err)")
    #expect(text.out.firstMatch(of: #/(?i)\b(nan|inf)\b/#) == nil)
    let json = try Program.run(command + ["--json"], in: scratch).json()
    #expect(json["schema"].text == "entente-\(command[0])/1")
    let rows = json["readings"].items + json["pairs"].items
    #expect(rows.count > 3, "\(line)")
  }

  @Test(arguments: [
    ("region northeast-asia --members CHN,PRK,KOR,JPN", "all pairs of all states"),
    ("hub northeast-asia --hub IRN", "a bloc with the hub IRN"),
    ("polarity case", "nmc-milex"), ("dependence case", "trade-share"),
    ("dependence northeast-asia --gdp gdp.csv", "a table of trade"),
    ("alliances case --state AAA", "expected"),
  ])
  func `a case that lacks something says what`(line: String, lack: String) throws {
    let scratch = try Scratch.withCase()
    let output = try Program.run(line.split(separator: " ").map(String.init), in: scratch)
    #expect(output.status == 2 && output.out.isEmpty)
    #expect(output.err.contains(lack), "\(output.err)")
  }

  @Test func `points of the institution rest on dated events and ties`() throws {
    let report = try Program.run(
      "hub", "northeast-asia", "--on", "2022-12-31", "--on", "2023-12-31", "--on", "2024-12-31",
      "--json", in: Scratch()
    ).json()
    let institutions = report["institutions"].items
    // By hand from the chronology and ties.csv: ministers; and leaders, a commitment, data; and a
    // secretariat, an exercise, a renewal.
    #expect(institutions.map { $0["index"].number } == [1, 4, 7])
    let points = institutions[2]["points"].items
    #expect(points.count == 8)
    for point in points where point["holds"].isTrue { #expect(!point["evidence"].items.isEmpty) }
    let leaders = points.first { $0["point"].text == "leaders" }
    #expect(leaders?["evidence"].texts.contains("camp-david-2023") == true)
  }

  // MARK: - In the brief

  @Test func `the figure of hub and spokes shows the numbers of the report`() throws {
    let brief = try SharedBrief.get()
    let readings = brief.json["hub"]["readings"].items
    let lines = try #require(brief.figures["hub.csv"]).split(separator: "\n").dropFirst()
    #expect(readings.count > 8 && lines.count == readings.count)
    for (reading, line) in zip(readings, lines) {
      let fields = line.split(separator: ",", omittingEmptySubsequences: false).map(String.init)
      #expect(fields[2] == reading["period"].text)
      let ratio = try #require(reading["spokeRatio"]["value"].number)
      #expect(abs((Double(fields[6]) ?? 0) - ratio) < 1e-6)
      #expect(Double(fields[12]) == reading["institution"].number)
      // A half-year with few weeks is no half-year.
      #expect((reading["weeks"].number ?? 0) >= 13)
    }
    #expect(brief.page.contains("id=\"f-hub\"") && brief.page.contains("id=\"f-hedging\""))
  }

  @Test func `the share of meetings is that of the meetings listed`() throws {
    let brief = try SharedBrief.get()
    let states = brief.json["hedging"].items
    #expect(states.count == 3)
    for state in states {
      for reading in state["readings"].items {
        let (a, b) = (reading["withFirst"].items.count, reading["withSecond"].items.count)
        let share = try #require(reading["share"]["value"].number)
        #expect(abs(share - (Double(a) + 0.5) / Double(a + b + 1)) < 1e-9)
        for meeting in reading["withFirst"].items + reading["withSecond"].items {
          let day = try #require(meeting["day"].text)
          #expect(day >= reading["from"].text ?? "" && day <= reading["to"].text ?? "~")
        }
      }
    }
    let ids = try #require(brief.figures["hedging.csv"])
    #expect(ids.contains("events_first"))
  }
}
