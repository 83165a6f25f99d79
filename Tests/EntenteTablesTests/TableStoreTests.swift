import EntenteRecord
import EntenteSources
import EntenteStore
import Foundation
import GRDB
import Testing

struct TableStoreTests {
  static let trade = "ccode,year,imports,exports\n2,1870,450,418\n2,1871,534,475\n710,1950,1,2\n"

  @Test func `a file goes in once, whatever it is called`() throws {
    let folder = TableFolder()
    #expect(try folder.take("cow-trade", text: Self.trade).account?.kept == 3)
    #expect(try folder.take("cow-trade", text: Self.trade, as: "other.csv").isKnown)
    #expect(try folder.tables().files().count == 1)
  }

  @Test func `a second file adds what is new and rejects what contradicts`() throws {
    let folder = TableFolder()
    _ = try folder.take("cow-trade", text: Self.trade)
    let account = try #require(
      try folder.take(
        "cow-trade", text: "ccode,year,imports,exports\n2,1871,534,475\n2,1872,1,1\n2,1870,9,9\n"
      ).account)
    #expect(account.kept == 1)
    #expect(account.duplicate == 1)
    #expect(account.rejectedBy == [.conflict: 1])
    #expect(try folder.rows("cow-trade", "imports") == ["450", "534", "1", "1"])
  }

  @Test func `replacing leaves nothing of the files before`() throws {
    let folder = TableFolder()
    _ = try folder.take("cow-trade", text: Self.trade + "9999,1,1,1\n")
    let newer = try folder.write("new.csv", "ccode,year,imports,exports\n2,1870,9,9\n")
    #expect(try folder.take("cow-trade", [newer], replacing: true).first?.account?.kept == 1)
    #expect(try folder.rows("cow-trade", "imports") == ["9"])
    #expect(try folder.tables().files().count == 1)
    #expect(try folder.tables().check().isEmpty)
    // A replacement that is refused takes nothing away.
    let bad = try folder.write("bad.csv", "ccode,year,imports,exports\n9999,1870,9,9\n")
    #expect(try folder.take("cow-trade", [bad], replacing: true).first?.refusal != nil)
    #expect(try folder.rows("cow-trade", "imports") == ["9"])
  }

  @Test func `rows are chosen by time and states`() throws {
    let folder = TableFolder()
    _ = try folder.take("cow-trade", text: Self.trade)
    let day = try #require(Day("1871-06-01"))
    #expect(
      try folder.rows("cow-trade", "year", filter: TableFilter(from: day)) == ["1871", "1950"])
    #expect(try folder.rows("cow-trade", "year", filter: TableFilter(to: day)) == ["1870", "1871"])
    let china = try #require(ActorCode("CHN"))
    #expect(
      try folder.rows("cow-trade", "year", filter: TableFilter(states: [china])) == ["1950"])
    _ = try folder.take(
      "cow-majors",
      text: """
        ccode,styear,stmonth,stday,endyear,endmonth,endday,version
        2,1898,8,13,2016,12,31,2016
        300,1816,1,1,1918,11,3,2016

        """, as: "majors.csv")
    #expect(
      try folder.rows(
        "cow-majors", "state", "last_day",
        filter: TableFilter(from: Day("1918-11-03"), to: Day("1918-11-03")))
        == ["USA 2016-12-31", "AUH 1918-11-03"])
    #expect(
      try folder.rows("cow-majors", "state", filter: TableFilter(from: Day("1918-11-04"))) == [
        "USA"
      ])
  }

  @Test func `damage to a value, a row or an account is found`() throws {
    let damages = [
      "UPDATE cow_trade SET imports = 451 WHERE line = 2",
      "UPDATE cow_trade SET state = 'CAN' WHERE line = 2",
      "DELETE FROM cow_trade WHERE line = 3", "UPDATE entente_file SET kept = 4",
      "UPDATE cow_trade SET file = 7 WHERE line = 2", "DELETE FROM entente_reject",
    ]
    for damage in damages {
      let folder = TableFolder()
      _ = try folder.take("cow-trade", text: Self.trade + "9999,1,1,1\n")
      #expect(try folder.tables().check().isEmpty)
      let queue = try DatabaseQueue(path: folder.record + "/tables.sqlite")
      try queue.write { try $0.execute(sql: damage) }
      try queue.close()
      #expect(try !folder.tables().check().isEmpty, "\(damage)")
    }
  }

  @Test func `another writer is told of`() throws {
    let folder = TableFolder()
    _ = try folder.take("cow-trade", text: Self.trade)
    let store = try RecordStore.open(at: folder.record)
    let writer = try TableWriter(store)
    #expect(throws: StoreError.self) { _ = try TableWriter(store) }
    withExtendedLifetime(writer) {}
  }
}
