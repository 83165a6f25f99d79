import EntenteRecord
import EntenteSources
import EntenteStore
import Testing

/// Records of parts, joined, against the record of one import of everything.
struct TableMergeTests {
  /// Files of two tables; some rows stand in two of them, and some in none are of use.
  private static func files(_ folder: TableFolder) throws -> [(kind: String, path: String)] {
    func trade(_ years: ClosedRange<Int>, _ more: String = "") -> String {
      "ccode,year,imports,exports\n" + years.map { "2,\($0),\($0),1\n" }.joined() + more
    }
    return [
      ("cow-trade", try folder.write("a.csv", trade(1870...1880))),
      ("cow-nmc", try folder.write("b.csv", Self.nmc(1900...1903))),
      ("cow-trade", try folder.write("c.csv", trade(1878...1890, "9999,1870,1,1\n2,1879,0,0\n"))),
      ("cow-nmc", try folder.write("d.csv", Self.nmc(1902...1910) + "bad row\n")),
      ("cow-trade", try folder.write("e.csv", trade(1875...1895))),
    ]
  }

  private static func nmc(_ years: ClosedRange<Int>) -> String {
    "ccode,year,milex,milper,irst,pec,tpop,upop,cinc\n"
      + years.map { "2,\($0),-9,1,1,1,1,1,0.5\n" }.joined()
  }

  /// Everything but when the files were imported.
  private static func contents(_ store: TableStore) throws -> [String] {
    var lines = try store.files().map { file in
      "\(file.number) \(file.table) \(file.file) \(file.content) "
        + "\(file.account.kept) \(file.account.duplicate) \(file.account.lines) "
        + "\(file.account.rejectedBy.map { "\($0.key) \($0.value)" }.sorted()) \(file.account.notes.sorted { $0.key < $1.key })"
    }
    for schema in try store.schemas() {
      lines += try store.rows(of: schema).map {
        "\(schema.name) \($0.file) \($0.line) \($0.values)"
      }.sorted()
    }
    return lines
  }

  private static func rejects(_ folder: TableFolder) throws -> [String] {
    var rows: [String] = []
    try RecordStore.open(at: folder.record).forEachReject {
      rows.append("\($0.file) \($0.line) \($0.field) \($0.reason) \($0.found) \($0.row)")
      return true
    }
    return rows
  }

  /// A record with some of the files.
  private static func record(
    of files: some Sequence<(kind: String, path: String)>
  ) throws -> TableFolder {
    let folder = TableFolder()
    for file in files { _ = try folder.take(file.kind, [file.path]) }
    return folder
  }

  private static func joined(_ parts: [TableFolder], into folder: TableFolder = TableFolder())
    throws
    -> (folder: TableFolder, done: [TableAbsorption])
  {
    let store = try RecordStore.openOrCreate(at: folder.record)
    let tables = try parts.map { try $0.tables() }
    return (folder, try TableWriter(store, wait: 5).absorb(tables))
  }

  @Test(arguments: [[5], [1, 4], [2, 3], [1, 1, 1, 1, 1], [3, 1, 1], [4, 1]])
  func `tables of parts, joined, are the tables of one import`(sizes: [Int]) throws {
    let shop = TableFolder()
    let files = try Self.files(shop)
    let whole = try Self.record(of: files)
    var parts: [TableFolder] = []
    var rest = files[...]
    for size in sizes {
      parts.append(try Self.record(of: rest.prefix(size)))
      rest = rest.dropFirst(size)
    }
    let (folder, done) = try Self.joined(parts)
    #expect(try Self.contents(folder.tables()) == Self.contents(whole.tables()))
    #expect(try Self.rejects(folder) == Self.rejects(whole))
    #expect(try folder.tables().check().isEmpty)
    #expect(done.map(\.files.count) == sizes)
    // Once more, and nothing changes.
    let again = try Self.joined(parts, into: folder).done
    #expect(again.allSatisfy { $0.files.isEmpty && $0.duplicates == 0 })
    #expect(again.map(\.known) == sizes)
    #expect(try Self.contents(folder.tables()) == Self.contents(whole.tables()))
  }

  @Test func `tables that contradict each other are not joined, and nothing changes`() throws {
    let header = "ccode,year,imports,exports\n"
    let one = TableFolder()
    _ = try one.take("cow-trade", text: header + "2,1870,1,1\n")
    let other = TableFolder()
    _ = try other.take("cow-nmc", text: Self.nmc(1900...1901))
    _ = try other.take("cow-trade", text: header + "2,1869,1,1\n2,1870,2,2\n", as: "x.csv")
    let before = try Self.contents(one.tables())
    do {
      _ = try Self.joined([other], into: one)
      Issue.record("joined")
    } catch let error as StoreError {
      #expect(error.code == .conflict)
      #expect(error.path.contains("cow-trade") && error.path.hasSuffix("x.csv:3"))
      #expect(error.expected.contains("2,1870"), "\(error)")
    }
    #expect(try Self.contents(one.tables()) == before)
  }
}
