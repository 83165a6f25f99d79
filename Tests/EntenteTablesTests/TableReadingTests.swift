import EntenteRecord
import EntenteSources
import EntenteStore
import Foundation
import Testing

struct TableReadingTests {
  static let header = "ccode,year,milex,milper,irst,pec,tpop,upop,cinc\n"

  @Test func `a row becomes values with the state that its code means`() throws {
    let folder = TableFolder()
    let outcome = try folder.take(
      "cow-nmc",
      text: Self.header + "2,1816,3823,17,80,254,8659.0,101.0,0.039697491\r\n\r\n"
        + "732,1950,-9,600,,,20000,2000,0.01\n")
    let account = try #require(outcome.account)
    #expect(account.lines == 4)
    #expect(account.header == 1)
    #expect(account.blank == 1)
    #expect(account.kept == 2)
    #expect(account.isBalanced)
    #expect(
      try folder.rows("cow-nmc", "state", "ccode", "year", "milex", "irst", "tpop", "cinc") == [
        "USA 2 1816 3823 80 8659 0.039697491", "KOR 732 1950 - - 20000 0.01",
      ])
  }

  @Test(arguments: [
    ("cow-trade", "731,1950,1,2", "PRK"), ("cow-trade", "732,1950,1,2", "KOR"),
    ("cow-trade", "730,1900,1,2", "XKR"), ("cow-trade", "255,1930,1,2", "DEU"),
    ("cow-trade", "255,1970,1,2", "-"), ("cow-trade", "260,1970,1,2", "DEU"),
    ("cow-trade", "265,1970,1,2", "DDR"), ("cow-trade", "345,1970,1,2", "SRB"),
    ("cow-trade", "345,2010,1,2", "SRB"), ("cow-trade", "347,2010,1,2", "XKX"),
    ("cow-trade", "347,1990,1,2", "-"), ("cow-trade", "360,1990,1,2", "ROU"),
    ("cow-trade", "713,1960,1,2", "TWN"), ("cow-trade", "678,1970,1,2", "YEM"),
    ("cow-trade", "679,2000,1,2", "YEM"), ("cow-trade", "680,1980,1,2", "YMD"),
    ("cow-trade", "565,2000,1,2", "NAM"), ("cow-trade", "816,1960,1,2", "VNM"),
    ("cow-trade", "817,1960,1,2", "RVN"), ("cow-trade", "365,1950,1,2", "RUS"),
  ])
  func `a code means what it meant in its year`(
    _ kind: String, _ row: String, _ state: String
  ) throws {
    let folder = TableFolder()
    _ = try folder.take(kind, text: "ccode,year,imports,exports\n\(row)\n")
    #expect(try folder.rows(kind, "state") == [state])
  }

  @Test func `votes are dated by roll calls, and NA is Namibia`() throws {
    let folder = TableFolder()
    let votes = """
      rcid,country,country_code,vote
      1,Taiwan,TW,yes
      2,Namibia,NA,yes
      3,Federal Republic of Germany,,no
      4,Ukraine,UA,abstain
      5,Taiwan,TW,yes
      4,Romania,RO,yes
      9,Ghana,GH,yes

      """
    #expect(throws: RecordError.self) { _ = try folder.take("un-votes", text: votes) }
    let calls = #"""
      rcid,session,importantvote,date,unres,amend,para,short,descr
      1,1,0,1946-01-01,R/1,1,0,"A, B","say ""no"""
      2,55,,2000-11-01,R/2,,,C,D
      3,30,1,1975-11-01,R/3,0,0,,
      4,5,0,1950-11-01,R/4,0,0,E,F
      5,20,0,1965-11-01,R/5,0,0,G,H

      """#
    #expect(try folder.take("un-roll-calls", text: calls, as: "calls.csv").account?.kept == 5)
    #expect(try folder.rows("un-roll-calls", "short", "descr").first == "A, B say \"no\"")
    let account = try #require(try folder.take("un-votes", text: votes, as: "votes.csv").account)
    #expect(account.kept == 6)
    #expect(account.rejectedBy == [.reference: 1])
    #expect(
      try folder.rows("un-votes", "state", "date", "country_code", "vote") == [
        "CHN 1946-01-01 TW yes", "NAM 2000-11-01 NA yes", "DEU 1975-11-01 - no",
        "- 1950-11-01 UA abstain", "TWN 1965-11-01 TW yes", "ROU 1950-11-01 RO yes",
      ])
    #expect(account.notes["without a state: it does not exist on the day"] == 1)
  }

  @Test func `a table wider than the state list keeps its rows without a state`() throws {
    let folder = TableFolder()
    let account = try #require(
      try folder.take(
        "worldbank-population",
        text: """
          Country Name,Country Code,Year,Value
          World,WLD,2000,6114332000
          "Korea, Rep.",KOR,2000,47008111
          Aruba,ABW,2000,90866

          """
      ).account)
    #expect(account.kept == 3)
    #expect(
      try folder.rows("worldbank-population", "state", "code", "name", "value") == [
        "- WLD World 6114332000", "KOR KOR Korea, Rep. 47008111", "- ABW Aruba 90866",
      ])
  }

  @Test func `repeated rows, other rows of a key and rows that are wrong have their reasons`()
    throws
  {
    let folder = TableFolder()
    let account = try #require(
      try folder.take(
        "cow-trade",
        text: """
          ccode,year,imports,exports,version
          2,1870,450.0,418.0,4
          2,1870,450,418.0,4
          2,1870,451,418.0,4
          ccode,year,imports,exports,version
          2,1871,534
          9999,1871,1,1,4
          2,1872,many,1,4
          2,year,1,1,4
          2,1873,-5,1,4
          ,1874,1,1,4
          "2",1875,"1,5",1,4
          2,"1876"x,1,1,4

          """
      ).account)
    #expect(account.lines == 13)
    #expect(account.header == 2)
    #expect(account.kept == 1)
    #expect(account.duplicate == 1)
    #expect(
      account.rejectedBy == [.conflict: 1, .columns: 2, .actor: 2, .number: 3, .date: 1])
    #expect(account.isBalanced)
    var rejects: [String] = []
    try RecordStore.open(at: folder.record).forEachReject { reject in
      rejects.append("\(reject.line) \(reject.field) \(reject.reason)")
      return true
    }
    #expect(
      rejects == [
        "4 ccode,year conflict", "6 row columns", "7 ccode actor", "8 imports number",
        "9 year date", "10 imports number", "11 ccode actor", "12 imports number",
        "13 row columns",
      ])
    #expect(try folder.tables().check().isEmpty)
  }

  @Test func `a file of no use is refused with every fault`() throws {
    let folder = TableFolder()
    func refusal(_ text: String) throws -> String {
      try #require(try folder.take("cow-trade", text: text, as: "t.csv").refusal)
    }
    #expect(
      try refusal("").contains("t.csv: file: expected a header line and rows, found an empty file"))
    #expect(
      try refusal("ccode,year,imports,exports\n")
        .contains("expected at least one row below the header, found none"))
    let missing = try refusal("ccode,years,imports,imports\n2,1870,1,2\n")
    #expect(missing.contains("t.csv:1: header: expected each column once, found \"imports\" twice"))
    #expect(missing.contains("t.csv:1: header: expected a column year, found none"))
    #expect(missing.contains("hint: is years meant?"))
    #expect(missing.contains("expected a column exports, found none"))
    #expect(
      try refusal("ccode,year,imports,exports\n2,1870,\0,2\n").contains("found a binary file"))
    let useless = try refusal("ccode,year,imports,exports\n9999,1870,1,2\n2,x,1,2\n")
    #expect(useless.contains("t.csv:2: ccode: expected the code of a state, found \"9999"))
    #expect(useless.contains("t.csv:3: year: expected a year, found \"x\""))
    #expect(try folder.tables().files().isEmpty)
    #expect(try folder.tables().schemas().isEmpty)
  }

  @Test func `bytes that are no UTF-8 are read as Latin-1`() throws {
    let folder = TableFolder()
    var bytes = Array("ccode,statenme,capital,stdate,enddate,lat,lng\n403,S".utf8)
    bytes += [0xE3]
    bytes += Array("o Tom,X,1976-01-01,2000-12-31,0.3,6.7\n".utf8)
    let path = folder.path("latin.csv")
    try Data(bytes).write(to: folder.url.appending(path: "latin.csv"))
    let account = try #require(try folder.take("cow-capitals", [path]).first?.account)
    #expect(account.notes["read as Latin-1"] == 1)
    #expect(try folder.rows("cow-capitals", "state", "statenme") == ["STP São Tom"])
  }
}
