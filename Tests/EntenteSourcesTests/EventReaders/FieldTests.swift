import EntenteRecord
import EntenteSources
import EntenteStore
import Foundation
import Testing

/// What single rows of the fixtures become, column by column, worked out by hand.
struct FieldTests {
  /// The columns of our CSV that are told of an event, but for file and line.
  private static func told(_ format: String, line: Int) throws -> [String: String] {
    let fixture = try ReaderFixture.of(format)
    let reading = try MemoryReading(
      try fixture.bytes(), format: format, path: fixture.file, options: FixtureTests.options)
    for batch in reading.batches {
      guard let i = batch.line.firstIndex(of: UInt32(line)) else { continue }
      let cells = Self.cells(EventText.csv(batch, i, file: "f"))
      return Dictionary(uniqueKeysWithValues: zip(EventText.columns, cells))
        .filter { !$0.value.isEmpty && $0.key != "file" && $0.key != "line" }
    }
    return [:]
  }

  /// The cells of one line of CSV, quotes taken away.
  private static func cells(_ line: String) -> [String] {
    var cells = [""]
    var isQuoted = false
    var previous: Character?
    for character in line where character != "\n" {
      if character == "," && !isQuoted {
        cells.append("")
      } else if character == "\"" {
        if !isQuoted, previous == "\"" { cells[cells.count - 1] += "\"" }
        isQuoted.toggle()
      } else {
        cells[cells.count - 1].append(character)
      }
      previous = character
    }
    return cells
  }

  @Test func `GDELT 2`() throws {
    #expect(
      try Self.told("gdelt2", line: 1) == [
        "date": "2023-08-18", "added": "2023-08-18", "format": "gdelt2", "id": "900001",
        "source": "CHN", "target": "PRK", "source_kind": "state", "target_kind": "state",
        "source_actor": "CHN", "target_actor": "PRK", "cameo": "040", "plover": "CONSULT",
        "goldstein": "1", "mentions": "4", "sources": "1", "articles": "4", "tone": "-1.5",
        "place": "Beijing, Beijing, China", "place_state": "CHN", "latitude": "39.9289",
        "longitude": "116.388",
      ])
    let government = try Self.told("gdelt2", line: 2)
    #expect(government["source"] == "CHN" && government["source_kind"] == "government")
    #expect(government["source_sector"] == "GOV" && government["target"] == nil)
    #expect(government["target_kind"] == nil && government["target_actor"] == nil)
    let quoted = try Self.told("gdelt2", line: 3)
    // Coordinates that are none are lost, the event is not; quotes are data.
    #expect(quoted["latitude"] == nil && quoted["longitude"] == nil)
    #expect(quoted["place"] == "Somewhere \"quoted\"" && quoted["place_state"] == "PRK")
    // ROU without a country code is Romania; the United Nations are no state. KN is North Korea in
    // FIPS, BR Brazil.
    let romania = try Self.told("gdelt2", line: 4)
    #expect(romania["source"] == "ROU" && romania["source_kind"] == "state")
    #expect(romania["target"] == nil && romania["target_kind"] == "other")
    #expect(romania["place"] == "São Paulo, Brazil" && romania["place_state"] == "BRA")
    #expect(romania["tone"] == nil)
    let unlisted = try Self.told("gdelt2", line: 6)
    #expect(unlisted["cameo"] == "099" && unlisted["goldstein"] == nil)
  }

  @Test func `GDELT 1 with and without an address`() throws {
    let first = try Self.told("gdelt1", line: 1)
    #expect(first["place"] == "Beijing, Beijing, China" && first["place_state"] == "CHN")
    #expect(first["latitude"] == "39.9289" && first["added"] == "2015-08-18")
    #expect(first["format"] == "gdelt1")
    let short = try Self.told("gdelt1", line: 2)
    #expect(short["cameo"] == "141" && short["added"] == "2015-08-18" && short["place"] == nil)
  }

  @Test func `ICEWS`() throws {
    #expect(
      try Self.told("icews", line: 2) == [
        "date": "2018-06-01", "format": "icews", "id": "1", "source": "CHN", "target": "RUS",
        "source_kind": "state", "target_kind": "government", "source_actor": "China",
        "target_actor": "Foreign Affairs (Russia)",
        "target_sector": "Executive,Foreign Ministry,Government",
        "cameo": "040",
        "plover": "CONSULT", "goldstein": "1", "place": "Beijing, Beijing Shi, China",
        "place_state": "CHN", "latitude": "39.9", "longitude": "116.4",
      ])
    let second = try Self.told("icews", line: 3)
    #expect(second["date"] == "2018-06-01" && second["source"] == "PRK")
    #expect(second["source_kind"] == "other" && second["target_kind"] == nil)
  }

  @Test func `POLECAT`() throws {
    let first = try Self.told("polecat", line: 2)
    #expect(first["plover"] == "AGREE" && first["added"] == "2023-08-19")
    #expect(first["source"] == "CHN" && first["source_kind"] == "state")
    #expect(first["target"] == "PRK" && first["target_kind"] == "state")
    #expect(first["goldstein"] == "3" && first["place"] == "Beijing")
    #expect(first["place_state"] == "CHN" && first["cameo"] == nil && first["mode"] == nil)
    let protest = try Self.told("polecat", line: 3)
    #expect(protest["source"] == nil && protest["source_kind"] == nil && protest["mode"] != nil)
    #expect(try Self.told("polecat", line: 4)["source_kind"] == "government")
    // A text as number is hashed, always to the same.
    #expect(first["id"] == (try Self.told("polecat", line: 2)["id"]) && first["id"] != nil)
    #expect(first["id"] != protest["id"])
  }

  @Test func `quadruples`() throws {
    let first = try Self.told("tkg", line: 1)
    #expect(first["date"] == "2018-01-01" && first["source"] == "CHN" && first["target"] == "RUS")
    #expect(first["cameo"] == "040" && first["goldstein"] == "1")
    #expect(first["source_kind"] == "state")
    let second = try Self.told("tkg", line: 2)
    #expect(second["date"] == "2018-01-02" && second["source"] == "PRK")
    #expect(second["source_kind"] == "government" && second["target"] == "CHN")
    let person = try Self.told("tkg", line: 5)
    #expect(person["source"] == nil && person["source_actor"] == "Someone")
    // A fact is the same fact on every day, and another one where anything differs.
    #expect(first["id"] == (try Self.told("tkg", line: 3)["id"]) && first["id"] != second["id"])
  }

  @Test func `recent windows of ICEWS`() throws {
    let fact = try Self.told("icews-facts", line: 3)
    #expect(fact["source"] == "CHN" && fact["source_kind"] == "government")
    #expect(fact["mentions"] == "3" && fact["goldstein"] == "-4.4" && fact["target"] == "RUS")
    let company = try Self.told("icews-facts", line: 4)
    #expect(company["source"] == nil && company["source_kind"] == "other")
    // The same fact told by either file has one number.
    let one = try Self.told("icews-facts", line: 2)
    let other = try Self.told("icews-interstate", line: 2)
    #expect(one["id"] == other["id"] && one["target_kind"] == other["target_kind"])
    let event = try Self.told("icews-events", line: 5)
    #expect(event["id"] == "14" && event["source"] == "USA" && event["source_kind"] == "other")
    #expect(event["source_actor"] == "'=SUM(1)" && event["target_kind"] == "state")
  }

  @Test func `our own CSV keeps every column`() throws {
    #expect(
      try Self.told("entente", line: 2) == [
        "date": "2023-08-18", "added": "2023-08-19", "format": "gdelt2", "id": "42",
        "source": "CHN", "target": "PRK", "source_kind": "state", "target_kind": "government",
        "source_actor": "CHN", "target_actor": "PRKGOV", "target_sector": "GOV", "cameo": "040",
        "plover": "CONSULT", "goldstein": "1", "mentions": "4", "sources": "1", "articles": "4",
        "tone": "-1.5", "place": "Beijing, China", "place_state": "CHN", "latitude": "39.9",
        "longitude": "116.4",
      ])
    let guarded = try Self.told("entente", line: 3)
    #expect(guarded["source_actor"] == "'=1+1" && guarded["target_actor"] == "'-x")
    #expect(guarded["place"] == "'@y" && guarded["format"] == "icews" && guarded["id"] == "7")
  }
}
