import EntenteRecord
import EntenteSources
import Foundation
import Testing

struct ReadingTests {
  private func fixture() throws -> Case {
    try CaseReader.read(at: CaseCopy.fixture.path(percentEncoded: false))
  }

  @Test func `the made-up case reads without a fault`() throws {
    let value = try fixture()
    #expect(value.core.map(\.text) == ["AAA", "BBB", "CCC", "DDD"])
    #expect(value.events.map(\.id).last == "shots-2021")
    #expect(value.events.count == 6 && value.facts.count == 3 && value.ties.count == 3)
    #expect(value.attributes.count == 7 && value.claims.count == 3 && value.questions.count == 2)
    #expect(value.blocs == ["north", "south"] && value.shock == "storm-2020")
    #expect(value.window.description == "2020-01-01..2021-12-31")
  }

  @Test func `series keep subjects, margins and gaps`() throws {
    let value = try fixture()
    let trust = try #require(value.series("trust"))
    let toward = try #require(Subject("AAA>BBB"))
    let seen = try #require(trust.observations[toward])
    #expect(seen.map(\.value) == [31, 33, 46])
    #expect(seen.map(\.margin) == [3.1, 3.1, 3.1])
    let news = try #require(value.series("news"))
    #expect(news.observations.count == 7)
    let pair = try #require(Subject("BBB-AAA"))
    let weeks = try #require(news.observations[pair])
    #expect(weeks.count == 79 && weeks.first?.period.description == "2020-01-06")
    #expect(value.affinity?.coverage.count == 80 && value.affinity?.controls.count == 2)
    #expect(value.affinity?.actorEffects.first?.effects.count == 4)
    #expect(value.affinity?.coverage.filter { !$0.isPresent }.count == 1)
  }

  @Test func `tests of claims are numbered and keep their lines`() throws {
    let value = try fixture()
    let claim = try #require(value.claims.first)
    #expect(claim.parts[0].tests.map(\.id) == ["1.1a/1.1", "1.1a/1.2", "1.1a/1.3"])
    #expect(claim.parts[0].tests.map(\.place.line) == [16, 17, 18])
    #expect(claim.parts[0].tests[0].parameters["events"]?.items.map(\.text) == ["harbour-pact"])
    #expect(claim.parts[0].tests[0].parameters["test"] == nil)
    #expect(value.claims[2].isNegated && value.claims[2].repeats == ["1.2"])
  }

  @Test func `quoted cells lose their quotes and keep what is inside`() throws {
    let value = try fixture()
    #expect(value.event("rocket-2020")?.text == "Dunmark tests a rocket, its \"first\"")
    #expect(value.event("rocket-2020")?.place.description == "chronology.csv:5")
    #expect(value.event("rocket-2020")?.targets == [])
    #expect(value.event("shots-2021")?.grade == .claimed)
    #expect(value.event("shots-2021")?.reference == nil)
  }

  @Test func `every file read has a digest and a number of rows`() throws {
    let files = try fixture().files
    #expect(files.map(\.path) == files.map(\.path).sorted() && files.count == 16)
    #expect(files.allSatisfy { $0.sha256.count == 64 })
    #expect(files.first { $0.path == "series/news.csv" }?.rows == 80)
    #expect(files.first { $0.path == "chronology.csv" }?.rows == 6)
  }

  @Test(arguments: ["chronology.csv", "claims.yaml", "case.yaml", "series/news.csv"])
  func `a byte-order mark and CR LF change nothing but places`(file: String) throws {
    let copy = try CaseCopy()
    let text = String(decoding: try copy.bytes(file), as: UTF8.self)
    try copy.write(
      [0xEF, 0xBB, 0xBF] + Array(text.replacingOccurrences(of: "\n", with: "\r\n").utf8), to: file)
    let reading = copy.check()
    #expect(reading.faults == [])
    let plain = try fixture()
    #expect(reading.value?.events == plain.events && reading.value?.claims == plain.claims)
    #expect(reading.value?.series.map(\.observations) == plain.series.map(\.observations))
  }

  @Test func `a line break inside quotes counts as a line`() throws {
    let copy = try CaseCopy()
    try copy.replace(
      "Dunmark tests a rocket, its ", by: "Dunmark tests\na rocket, its ", in: "chronology.csv")
    let value = try #require(copy.check().value)
    #expect(value.event("rocket-2020")?.text == "Dunmark tests\na rocket, its \"first\"")
    #expect(value.event("harbour-pact")?.place.line == 8)
  }

  @Test func `the files that a case may do without may be missing`() throws {
    let copy = try CaseCopy()
    for file in ["ties.csv", "attributes.csv", "questions.yaml", "claims.yaml", "facts.csv"] {
      try FileManager.default.removeItem(at: copy.url(file))
    }
    #expect(copy.check().faults == [] && copy.check().value?.claims == [])
  }

  @Test(arguments: [
    ("", "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855"),
    ("abc", "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad"),
    (
      "abcdbcdecdefdefgefghfghighijhijkijkljklmklmnlmnomnopnopq",
      "248d6a61d20638b8e5c026930c3e6039a33ce45964ff2167f6ecedd419db06c1"
    ),
    (
      String(repeating: "a", count: 1_000_000),
      "cdc76e5c9914fb9281a1c7e284d73e67f1809a48a497200e046d39ccc7112cd0"
    ),
  ])
  func `digests agree with the vectors of FIPS 180`(text: String, digest: String) {
    #expect(SHA256.hex(of: Array(text.utf8)) == digest)
  }
}
