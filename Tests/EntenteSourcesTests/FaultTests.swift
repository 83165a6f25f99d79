import EntenteRecord
import EntenteSources
import Foundation
import Testing

/// One change of the made-up case and what is said of it, word for word.
struct Slip: Sendable, CustomTestStringConvertible {
  let file: String
  let old: String
  let new: String
  let faults: [String]

  init(_ file: String, _ old: String, _ new: String, _ faults: String...) {
    self.file = file
    self.old = old
    self.new = new
    self.faults = faults
  }

  var testDescription: String { "\(file): \(new)" }
}

struct FaultTests {
  static let slips: [Slip] = [
    Slip(
      "case.yaml", "question: Did", "qestion: Did",
      "case.yaml:4: case: expected a known key, found \"qestion\"\n    hint: did you mean question?"
    ),
    Slip(
      "case.yaml", "title: Island league\n", "",
      "case.yaml:2: title: expected some text, found no such key"),
    Slip(
      "case.yaml", "to: 2021-12-31}\nactors", "to: 2019-12-31}\nactors",
      "case.yaml:5: to: expected a date not before 2020-01-01, found \"2019-12-31\""),
    Slip(
      "case.yaml", "members: [CCC, DDD]", "members: [CCC, DDE]",
      "case.yaml:22: members: expected an actor of the case, found \"DDE\"\n"
        + "    hint: did you mean DDD?"),
    Slip(
      "case.yaml", "{code: EEE, role: context", "{code: EEE, role: contxt",
      "case.yaml:19: role: expected core or context, found \"contxt\"\n"
        + "    hint: did you mean context?"),
    Slip(
      "case.yaml", "{name: Esk}", "{name: Borea}",
      "case.yaml:19: name: expected a name that no other actor bears, found \"Borea\"\n"
        + "    hint: BBB bears it at case.yaml:16"),
    Slip(
      "case.yaml", "{name: Esk}", "{name: Korea}",
      "case.yaml:19: name: expected a name that tells the two Koreas apart, found \"Korea\"\n"
        + "    hint: write North Korea or South Korea"),
    Slip(
      "case.yaml", "blocs: [north, south]", "blocs: [north, soth]",
      "case.yaml:23: blocs: expected a group id of the case, found \"soth\"\n"
        + "    hint: did you mean south?"),
    Slip(
      "case.yaml", "triggers: [harbour-pact, storm-2020]", "triggers: [harbor-pact, storm-2020]",
      "case.yaml:29: triggers: expected an event id of the case, found \"harbor-pact\"\n"
        + "    hint: did you mean harbour-pact?"),
    Slip(
      "case.yaml", "triggers: [harbour-pact, storm-2020]",
      "institutions: [{group: north, secretariat: [harbor-pact]}]\n"
        + "triggers: [harbour-pact, storm-2020]",
      "case.yaml:29: secretariat: expected the id of an event or tie of the case, "
        + "found \"harbor-pact\"\n    hint: did you mean harbour-pact?"),
    Slip(
      "case.yaml", "shock: storm-2020", "shock: talks-2020",
      "case.yaml:30: shock: expected one of the triggers, found \"talks-2020\""),
    Slip(
      "case.yaml", "  series: news", "  series: newz",
      "case.yaml:25: series: expected a series id of the case, found \"newz\"\n"
        + "    hint: did you mean news?"),
    Slip(
      "case.yaml", "file: series/news.csv", "file: series/news.cvs",
      "case.yaml:32: file: expected a file of the case, found no file \"series/news.cvs\"\n"
        + "    hint: did you mean series/news.csv?"),
    Slip(
      "case.yaml", "id: fleet", "id: trust",
      "case.yaml:35: id: expected a new series id, found \"trust\"\n"
        + "    hint: first used at case.yaml:33"),
    Slip(
      "chronology.csv", "harbour-pact,2021-01-04", "harbour-pact,2022-01-04",
      "chronology.csv:7: date: expected a date in the case's window 2020-01-01..2021-12-31, "
        + "found \"2022-01-04\""),
    Slip(
      "chronology.csv", "harbour-pact,2021-01-04", "harbour-pact,2021-02-30",
      "chronology.csv:7: date: expected a date like 2023-08-18, found \"2021-02-30\""),
    Slip(
      "chronology.csv", "summit-2021,", "talks-2020,",
      "chronology.csv:8: id: expected a new event id, found \"talks-2020\"\n"
        + "    hint: first used at chronology.csv:3"),
    Slip(
      "chronology.csv", "AAA;BBB,AGREE", "AAA;Borea,AGREE",
      "chronology.csv:7: targets: expected an actor's code like KOR, found \"Borea\"\n"
        + "    hint: did you mean BBB?"),
    Slip(
      "chronology.csv", "AGREE,+1", "AGRE,+1",
      "chronology.csv:7: type: expected AGREE, CONSULT, SUPPORT, CONCEDE, COOPERATE, AID, RETREAT, "
        + "REQUEST, ACCUSE, REJECT, THREATEN, PROTEST, SANCTION, MOBILIZE, COERCE, ASSAULT or "
        + "STATEMENT, found \"AGRE\"\n    hint: did you mean AGREE?"),
    Slip(
      "chronology.csv", "BBB,DDD,C,", "BBB,DDD,,",
      "chronology.csv:9: grade: expected A, B, C or D for a contested event, found nothing\n"
        + "    hint: leave claimed_by and denied_by empty if nobody contests it"),
    Slip(
      "chronology.csv", "\"Harbour pact signed, open to others\"",
      "Harbour pact signed, open to others",
      "chronology.csv:7: row: expected 13 columns, found 14\n"
        + "    hint: put a text that holds a comma in quotes",
      "case.yaml:29: triggers: expected an event id of the case, found \"harbour-pact\"\n"
        + "    hint: known: rocket-2020, shots-2021, storm-2020, summit-2021, talks-2020"),
    Slip(
      "facts.csv", "f-guests", "talks-2020",
      "facts.csv:3: id: expected a new event or fact id, found \"talks-2020\"\n"
        + "    hint: first used at chronology.csv:3"),
    Slip(
      "facts.csv", ",known,", ",knwon,",
      "facts.csv:1: header: expected a column known, found none\n    hint: is knwon meant?",
      "facts.csv:1: header: expected a known column, found \"knwon\"\n    hint: did you mean known?"
    ),
    Slip(
      "ties.csv", "2019-02-01,2020-02-01", "2019-02-01,2018-02-01",
      "ties.csv:4: end: expected a date not before 2019-02-01, found \"2018-02-01\""),
    Slip(
      "attributes.csv", "2020,exports,70", "2021,exports,70",
      "attributes.csv:8: variable: expected one value of exports for AAA>BBB in 2021, "
        + "found a second\n    hint: the first is at attributes.csv:7"),
    Slip(
      "documents.yaml", "leans-on: [gazette-2021]", "leans-on: [gazete-2021]",
      "documents.yaml:12: leans-on: expected a document id of the case, found \"gazete-2021\"\n"
        + "    hint: did you mean gazette-2021?"),
    Slip(
      "claims.yaml", "document: herald-2021", "document: herold-2021",
      "claims.yaml:48: document: expected a document id of the case, found \"herold-2021\"\n"
        + "    hint: did you mean herald-2021?"),
    Slip(
      "claims.yaml", "repeats: [\"1.2\"]", "repeats: [\"2.1\"]",
      "claims.yaml:54: repeats: expected another claim id, found its own"),
    Slip(
      "claims.yaml", "{test: none, reason: value,", "{tset: none, reason: value,",
      "claims.yaml:46: test: expected the name of a test, found no such key"),
    Slip(
      "questions.yaml", "claim: \"1.2\"", "claim: \"1.3\"",
      "questions.yaml:9: claim: expected a claim id of the case, found \"1.3\"\n"
        + "    hint: did you mean 1.2?"),
    Slip(
      "series/polls.csv", "2020H2,AAA>BBB,33", "2019H2,AAA>BBB,33",
      "series/polls.csv:3: date: expected a half after 2020H1, found \"2019H2\"\n"
        + "    hint: sort the rows by date",
      "series/polls.csv:3: date: expected a half after 2020H1, found \"2019H2\"\n"
        + "    hint: sort the rows by date"),
    Slip(
      "series/fleet.csv", "2019,11,12", "2019,NaN,12",
      "series/fleet.csv:3: AAA: expected a finite number, found \"NaN\""),
    Slip(
      "series/fleet.csv", "date,AAA,BBB", "date,AAA,AAA-BBB",
      "series/fleet.csv:1: header: expected an actor's code like KOR, found \"AAA-BBB\"\n"
        + "    hint: series fleet is of state"),
    Slip(
      "series/storms.csv", "2020Q3,5", "2020Q5,5",
      "series/storms.csv:4: date: expected a quarter like 2023Q3, found \"2020Q5\""),
    Slip(
      "series/coverage.csv", "2020-01-13,1", "2020-01-14,1",
      "series/coverage.csv:4: date: expected the Monday of a week like 2023-08-14, "
        + "found \"2020-01-14\"\n    hint: that week begins on 2020-01-13"),
  ]

  @Test(arguments: slips)
  func `a fault names its place, what was expected and what was found`(slip: Slip) throws {
    let copy = try CaseCopy()
    try copy.replace(slip.old, by: slip.new, in: slip.file)
    #expect(copy.faults.sorted() == slip.faults.sorted())
  }

  @Test func `faults of all files come in one run`() throws {
    let copy = try CaseCopy()
    // Changes that do not touch each other.
    let chosen = [0, 3, 4, 13, 17, 22, 24, 25, 30, 33].map { FaultTests.slips[$0] }
    for slip in chosen { try copy.replace(slip.old, by: slip.new, in: slip.file) }
    #expect(copy.faults.sorted() == chosen.flatMap(\.faults).sorted())
    #expect(throws: RecordError.self) {
      try CaseReader.read(at: copy.folder.path(percentEncoded: false))
    }
  }

  @Test func `two hundred faults are listed and the rest are counted`() throws {
    let copy = try CaseCopy()
    let rows = (0..<300).map { "f-\($0),,x,read,\n" }.joined()
    try copy.write("id,finding,source,known,note\nf-pact-text,x,x,read,\n" + rows, to: "facts.csv")
    let reading = copy.check()
    #expect(reading.faults.count == 200 && reading.omitted == 100 && reading.value == nil)
    do throws(RecordError) {
      _ = try CaseReader.read(at: copy.folder.path(percentEncoded: false))
      Issue.record("no error")
    } catch {
      #expect(error.description.hasSuffix("\nand 100 more") && error.count == 300)
    }
  }

  @Test func `a folder that is not there is unreadable`() {
    let reading = CaseReader.check(at: "/nowhere/at-all")
    #expect(reading.isUnreadable)
    #expect(
      reading.faults.map(\.description) == [
        "/nowhere/at-all: case: expected a folder with a case.yaml, found nothing there\n"
          + "    hint: entente case new DIR makes one"
      ])
  }

  @Test func `a file with a misspelled name is pointed out`() throws {
    let copy = try CaseCopy()
    try FileManager.default.moveItem(at: copy.url("ties.csv"), to: copy.url("tie.csv"))
    #expect(
      copy.faults == [
        "tie.csv: file: expected a name of a case's file, found \"tie.csv\"\n"
          + "    hint: did you mean ties.csv?"
      ])
  }

  @Test func `one core actor is too few and an empty series is a fault`() throws {
    let copy = try CaseCopy()
    try copy.write("date,world\n2020Q1,\n", to: "series/storms.csv")
    for code in ["BBB", "CCC", "DDD"] {
      let text = String(decoding: try copy.bytes("case.yaml"), as: UTF8.self)
      let lines = text.split(separator: "\n").map {
        $0.contains("code: \(code)") ? $0.replacing("role: core", with: "role: context") : $0
      }
      try copy.write(lines.joined(separator: "\n") + "\n", to: "case.yaml")
    }
    #expect(
      copy.faults == [
        "case.yaml:7: actors: expected at least two with role core, found 1",
        "case.yaml:36: file: expected at least one value of storms, found an empty series",
      ])
  }
}
