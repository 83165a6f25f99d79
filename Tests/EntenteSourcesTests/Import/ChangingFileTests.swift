import EntenteRecord
import EntenteSources
import EntenteStore
import Foundation
import Testing

/// Files that somebody writes to while they are read.
struct ChangingFileTests {
  @Test func `a change after the opening is seen`() throws {
    let shop = Workshop()
    let path = try shop.write("one\n", to: "f")
    let same = try RawFile(path)
    #expect(throws: Never.self) { try same.expectUnchanged() }
    let handle = try FileHandle(forWritingTo: shop.url.appending(path: "f"))
    try handle.seekToEnd()
    try handle.write(contentsOf: Data("two\n".utf8))
    try handle.close()
    #expect(throws: RecordError.self) { try same.expectUnchanged() }
    let before = try RawFile(path)
    // Another file of the same size in its place.
    try shop.write("ONE\nTWO\n", to: "g")
    _ = rename(shop.path("g"), path)
    #expect(throws: RecordError.self) { try before.expectUnchanged() }
    let gone = try RawFile(path)
    try FileManager.default.removeItem(atPath: path)
    #expect(throws: RecordError.self) { try gone.expectUnchanged() }
  }

  @Test(arguments: [true, false])
  func `a file that changes while it is imported is refused whole`(grows: Bool) throws {
    let shop = Workshop()
    for name in ["entity2id.txt", "relation2id.txt", "relation2cameo.csv"] {
      try FileManager.default.copyItem(
        atPath: "\(ReaderFixture.folder)/tkg/\(name)", toPath: shop.path(name))
    }
    // More than the reading works ahead, so that its end comes after the change.
    let size = 24 << 20
    let row = "0\t0\t1\t24\n"
    let path = try shop.write(String(repeating: row, count: size / row.utf8.count), to: "f")
    let importer = try Importer(format: "tkg", options: FixtureTests.options, threads: 1)
    let writer = try RecordStore.openOrCreate(at: shop.path("record")).writer()
    var isChanged = false
    let outcomes = try importer.run(ImportPlan([path]), into: writer) { progress in
      guard !isChanged, progress.rows > 0 else { return }
      isChanged = true
      _ = grows ? Int32(truncate(path, off_t(size + 9))) : truncate(path, off_t(size / 2))
    }
    #expect(isChanged)
    let refusal = try #require(outcomes.first?.refusal)
    #expect(refusal.contains("stays as it is while it is read"), "\(refusal)")
    #expect(try shop.store().count == 0 && shop.store().files().isEmpty)
    let left = try FileManager.default.contentsOfDirectory(atPath: shop.path("record/events"))
    #expect(left.isEmpty)
  }
}
