import EntenteRecord
import EntenteSources
import EntenteStore
import Foundation
import Testing

/// Imports that keep some rows, that keep none, and that find out what a file is.
struct TableChoiceTests {
  private static let majors = """
    ccode,styear,stmonth,stday,endyear,endmonth,endday,version
    2,1898,8,13,2016,12,31,2016
    300,1816,1,1,1918,11,3,2016

    """

  private static func kept(
    _ folder: TableFolder, _ kind: String, _ text: String, from: String?, to: String?
  ) throws -> RowAccount? {
    let descriptor = try #require(TableImporter.descriptor(of: kind))
    let importer = TableImporter(
      descriptor, from: from.flatMap { Day($0) }, to: to.flatMap { Day($0) })
    let store = try RecordStore.openOrCreate(at: folder.record)
    let plan = try ImportPlan([folder.write("\(kind).csv", text)])
    return try importer.run(plan, into: TableWriter(store, wait: 5)).first?.account
  }

  @Test(
    arguments: [
      (nil, nil, 3, 0), ("1871-06-01", nil, 2, 1), (nil, "1870-01-01", 1, 2),
      ("1872-01-01", "1949-12-31", 0, 3),
    ] as [(String?, String?, Int, Int)])
  func `rows of the years asked for are kept, the others counted`(
    from: String?, to: String?, kept: Int, leftOut: Int
  ) throws {
    let folder = TableFolder()
    let account = try #require(
      try Self.kept(folder, "cow-trade", TableStoreTests.trade + "x,1,1,1\n", from: from, to: to))
    #expect(account.isBalanced && account.kept == kept && account.leftOut == leftOut)
    #expect(account.rejected == 1)
    #expect(try folder.rows("cow-trade", "year").count == kept)
    #expect(try folder.tables().check().isEmpty)
    // Known by what is in it, whatever was chosen of it.
    #expect(
      try folder.take("cow-trade", [folder.path("cow-trade.csv")]).first?.isKnown == true)
  }

  @Test(
    arguments: [
      ("1918-11-03", "1918-11-03", ["2", "300"]), ("1918-11-04", nil, ["2"]),
      (nil, "1898-08-12", ["300"]), (nil, "1815-12-31", []),
    ] as [(String?, String?, [String])])
  func `a spell is kept where it holds on one of the days`(
    from: String?, to: String?, states: [String]
  ) throws {
    let folder = TableFolder()
    _ = try Self.kept(folder, "cow-majors", Self.majors, from: from, to: to)
    #expect(try folder.rows("cow-majors", "ccode") == states)
  }

  @Test func `a rehearsal tells what an import does, and changes nothing`() throws {
    let folder = TableFolder()
    _ = try folder.take("cow-trade", text: TableStoreTests.trade)
    let second = try folder.write(
      "second.csv",
      "ccode,year,imports,exports\n2,1871,534,475\n2,1872,1,1\n2,1870,9,9\n9999,1,1,1\n")
    let third = try folder.write(
      "third.csv", "ccode,year,imports,exports\n2,1872,1,1\n2,1873,1,1\n")
    let plan = try ImportPlan([folder.path("table.csv"), second, third])
    let importer = TableImporter(try #require(TableImporter.descriptor(of: "cow-trade")))
    let store = try RecordStore.open(at: folder.record)
    let before = try Data(contentsOf: folder.url.appending(path: "record/tables.sqlite"))
    let survey = try importer.survey(plan, against: store)
    #expect(
      try Data(contentsOf: folder.url.appending(path: "record/tables.sqlite")) == before)
    let real = try importer.run(plan, into: TableWriter(store, wait: 5))
    #expect(survey[0].isKnown && real[0].isKnown)
    for (dry, wet) in zip(survey, real).dropFirst() {
      guard case .read(let file, let rejections) = dry.result else {
        Issue.record("not read")
        continue
      }
      #expect(file.account == wet.account)
      #expect(rejections.count == file.account.rejected)
    }
    // Without a record nothing is known, and none is made.
    guard case .read(let file, _)? = try importer.survey(plan, against: nil).first?.result else {
      Issue.record("not read")
      return
    }
    #expect(file.account.kept == 3)
  }

  @Test func `auto finds the tables among files of all sorts`() throws {
    let folder = TableFolder()
    // Votes come before the roll calls that date them.
    try FileManager.default.createDirectory(
      at: folder.url.appending(path: "in"), withIntermediateDirectories: true)
    _ = try folder.write(
      "in/1.csv", "rcid,country,country_code,vote\n3,United States,US,yes\n")
    _ = try folder.write("in/2.csv", TableStoreTests.trade)
    _ = try folder.write("in/3.csv", "what,is,this\n1,2,3\n")
    _ = try folder.write(
      "in/4.csv",
      "rcid,session,importantvote,date,unres,amend,para,short,descr\n"
        + "3,1,0,1946-01-01,R/1/66,1,0,A,B\n")
    let plan = try ImportPlan([folder.path("in")])
    let importer = try Importer(format: "auto", threads: 2)
    let store = try RecordStore.openOrCreate(at: folder.record)
    let outcomes = try importer.run(plan, into: store.writer())
    let kinds = outcomes.map(\.format)
    #expect(kinds == ["un-votes", "cow-trade", nil, "un-roll-calls"], "\(kinds)")
    let done = try TablePlan(outcomes, of: plan).run(into: TableWriter(store, wait: 5))
    #expect(done.mapValues { $0.account?.kept } == [0: 1, 1: 3, 3: 1])
    #expect(try folder.rows("un-votes", "date") == ["1946-01-01"])
    #expect(store.count == 0)
  }

  @Test func `what could be several tables is refused with their names`() throws {
    let folder = TableFolder()
    // Both of the World Bank's have these columns.
    let file = try folder.write(
      "bank.csv", "Country Name,Country Code,Year,Value\nJapan,JPN,1999,1\n")
    let importer = try Importer(format: "auto", threads: 1)
    let outcome = try #require(
      try importer.survey(ImportPlan([file]), against: nil).first)
    guard case .refused(let error) = outcome.result else {
      Issue.record("\(outcome.result)")
      return
    }
    #expect(
      error.description.contains("what could be worldbank-gdp, worldbank-population"), "\(error)")
  }
}
