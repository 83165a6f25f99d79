import EntenteNumerics
import EntenteRecord
import EntenteSources
import EntenteStore
import Foundation
import Testing

/// Tables with bytes changed, cut, doubled and taken out: accounts balance, whatever comes.
struct TableFuzzTests {
  static let seeds: [(kind: String, text: String)] = [
    (
      "cow-nmc",
      TableReadingTests.header
        + "2,1816,3823,17,80,254,8659.0,101.0,0.0396\n732,1950,-9,600,,,1,2,0.01\n"
    ),
    (
      "cow-majors",
      "ccode,styear,stmonth,stday,endyear,endmonth,endday,version\n2,1898,8,13,2016,12,31,2016\n"
    ),
    (
      "worldbank-gdp",
      "Country Name,Country Code,Year,Value\n\"Korea, Rep.\",KOR,2000,47008111\nWorld,WLD,2000,6.1e9\n"
    ),
    (
      "ucdp-conflicts",
      "conflict_id,year,gwno_a,gwno_a_2nd,gwno_b,gwno_b_2nd,incompatibility,intensity_level,type_of_conflict,start_date,start_prec,start_date2,start_prec2,ep_end,ep_end_date\n11342,2012,750,,,,territory,1,intrastate,1997-05-29,1,2012-11-15,1,1,2012-12-21\n"
    ),
    (
      "cow-contiguity",
      "ccode1,ccode2,conttype,stdate,enddate\n2,20,1,1920-01-01,2016-12-01\n2,31,4,1973-07-01,\n"
    ),
  ]

  @Test(.timeLimit(.minutes(5)), arguments: seeds.indices)
  func `a spoiled table is refused or accounted for`(seed: Int) throws {
    let (kind, text) = Self.seeds[seed]
    let folder = TableFolder()
    var random = RandomStream(seed: 20_261_126, name: "table-fuzz", index: seed)
    let special = Array(",\"\n\r\t-.e9\u{0}\u{FF}".utf8)
    var (taken, refused) = (0, 0)
    for round in 0..<600 {
      var bytes = Array(text.utf8)
      for _ in 0...Int(random.next() % 4) {
        guard !bytes.isEmpty else { break }
        let at = Int(random.next() % UInt64(bytes.count))
        switch random.next() % 5 {
        case 0: bytes[at] = special[Int(random.next() % UInt64(special.count))]
        case 1: bytes[at] = UInt8(truncatingIfNeeded: random.next())
        case 2: bytes.remove(at: at)
        case 3: bytes.removeSubrange(at..<min(bytes.count, at + Int(random.next() % 20)))
        default: bytes.insert(contentsOf: bytes[at..<min(bytes.count, at + 30)], at: at)
        }
      }
      try Data(bytes).write(to: folder.url.appending(path: "t.csv"))
      let outcome = try #require(
        try folder.take(kind, [folder.path("t.csv")], replacing: true).first)
      if let account = outcome.account {
        taken += 1
        #expect(account.isBalanced, "round \(round): \(account)")
        let lines = bytes.split(separator: 10, omittingEmptySubsequences: false)
        let count = lines.count - (lines.last?.isEmpty == true ? 1 : 0)
        #expect(account.lines == count, "round \(round)")
      } else if outcome.refusal != nil {
        refused += 1
      }
    }
    #expect(taken > 20)
    #expect(refused > 20)
    #expect(try folder.tables().check().isEmpty)
  }
}
