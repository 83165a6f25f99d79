import Foundation
import Testing

/// A case whose series are counted from an imported record.
struct RecordCaseTests {
  private static let header =
    "date,added,format,id,source,target,source_kind,target_kind,source_actor,target_actor,"
    + "source_sector,target_sector,cameo,plover,mode,goldstein,mentions,sources,articles,tone,"
    + "place,place_state,latitude,longitude,file,line"

  /// Two years of days; in the second, AAA accuses BBB on every day of the month up to `twice`.
  private static func events() -> String {
    var lines = [header]
    var id = 1
    for day in 0..<730 {
      let date = String(
        Date(timeIntervalSince1970: Double(day) * 86_400 + 1_514_764_800)
          .formatted(.iso8601.year().month().day()))
      for (source, target, code, score) in [
        ("AUS", "NZL", "040", "1.0"), ("NZL", "AUS", "040", "1.0"),
        ("AUS", "IDN", "040", day % 3 == 0 ? "2.0" : "1.0"), ("NZL", "IDN", "040", "1.5"),
      ] {
        lines.append(row(date, id, source, target, code, score))
        id += 1
      }
      if day >= 365 {
        lines.append(row(date, id, "AUS", "NZL", "112", "-2.0"))
        id += 1
      }
    }
    return lines.joined(separator: "\n") + "\n"
  }

  private static func row(
    _ date: String, _ id: Int, _ source: String, _ target: String, _ code: String, _ score: String
  ) -> String {
    let type = code == "112" ? "ACCUSE" : "CONSULT"
    return
      "\(date),\(date),icews,\(id),\(source),\(target),state,state,,,,,\(code),\(type),,\(score),"
      + ",,,,,,,,made-up,\(id)"
  }

  private static let declaration = """
    id: made-up
    title: Made up
    window: {from: 2018-01-01, to: 2019-12-31}
    actors:
      - {code: AUS, role: core, names: [{name: Australia}]}
      - {code: NZL, role: core, names: [{name: New Zealand}]}
      - {code: IDN, role: core, names: [{name: Indonesia}]}
    affinity: {series: sums, coverage: record}
    series:
      - {id: sums, title: Sums, file: record, layout: record, of: pair, by: day, kind: signed-sum, unit: score, source: made up, terms: none}
      - {id: acts, title: Acts, file: record, layout: record, of: directed-pair, by: week, kind: signed-sum, unit: score, source: made up, terms: none}
      - {id: accusations, title: Accusations, file: record, layout: record, of: directed-pair, by: month, kind: count, types: [ACCUSE], unit: events, source: made up, terms: none}
    """

  private static let claims = """
    - id: "1"
      document: d
      kinds: [descriptive]
      subject: quarrel
      paraphrase: Australia began to accuse New Zealand.
      actors: [AUS, NZL]
      parts:
        - part: it did
          role: core
          tests:
            - {test: measure, measure: {series: accusations, of: "AUS>NZL"}, before: {from: 2018-01-01, to: 2018-12-31}, after: {from: 2019-01-01, to: 2019-12-31}, expect: rise}
    - id: "2"
      document: d
      paragraph: 1
      line: 1
      kinds: [descriptive]
      subject: end
      paraphrase: Australia was friendly in the record's last, broken week.
      actors: [AUS, NZL]
      parts:
        - part: it was
          role: core
          tests:
            - {test: measure, measure: {series: acts, of: "AUS>NZL"}, period: {from: 2019-12-30, to: 2020-01-05}, expect: above, value: 0}
    """

  private func scratch() throws -> Scratch {
    let scratch = Scratch()
    try FileManager.default.createDirectory(
      at: scratch.file("case"), withIntermediateDirectories: true)
    try scratch.write(Self.events(), to: "events.csv")
    try scratch.write(Self.declaration, to: "case/case.yaml")
    try scratch.write(
      "- {id: d, title: D, author: unknown, outlet: none, date: 2020}\n",
      to: "case/documents.yaml")
    try scratch.write(Self.claims, to: "case/claims.yaml")
    return scratch
  }

  @Test func `a brief on a freshly imported record leads back to its events`() throws {
    let scratch = try scratch()
    let imported = try Program.run(
      "import", "entente", "events.csv", "--record", "case/record", in: scratch)
    #expect(imported.status == 0, "\(imported.err)")
    #expect(try Program.run("case", "check", "case", in: scratch).status == 0)
    let brief = try Program.run("brief", "case", "--json", "--draws", "199", in: scratch)
    #expect(brief.status == 0, "\(brief.err)")
    let claim = try #require(try brief.json()["claims"].items.first)
    #expect(claim["verdict"].text == "supported")
    // The week of which the record has two days is missing.
    let end = try #require(try brief.json()["claims"].items.last)
    #expect(end["verdict"].text == "cannot tell")
    #expect(end["because"].text?.contains("ends on 29 Dec 2019") == true)
    // What the record lists is what was counted.
    let listed = try Program.run(
      "events", "--record", "case/record", "--sources", "AUS", "--targets", "NZL", "--types",
      "ACCUSE", "--json", in: scratch)
    #expect(listed.status == 0, "\(listed.err)")
    #expect(listed.out.split(separator: "\n").count { $0.contains("events.csv") } == 365)
  }

  @Test func `a case whose record is not there says how to make one`() throws {
    let scratch = try scratch()
    let checked = try Program.run("case", "check", "case", in: scratch)
    #expect(checked.status == 2)
    #expect(checked.err.contains("case.yaml:"))
    #expect(checked.err.contains("record"))
  }
}
