import EntenteRecord
import EntenteStore
import Foundation
import GRDB
import Testing

struct LedgerTests {
  @Test func `a ledger that was left in the middle of a transaction is taken back`() throws {
    let folder = Folder()
    var made = MadeEvents(seed: 6)
    let store = try RecordStore.create(at: folder.record)
    do {
      let writer = try store.writer()
      try writer.take("f", [made.batch(100)])
      try writer.flush()
    }
    let before = try store.reopened().plainEvents()
    let copy = folder.path("copy")
    let queue = try DatabaseQueue(path: folder.record + "/ledger.sqlite")
    try queue.writeWithoutTransaction { database in
      // So small that changed pages reach the file before the end of the transaction.
      try database.execute(sql: "PRAGMA cache_size = 2")
      try database.execute(sql: "BEGIN IMMEDIATE")
      try database.execute(sql: "UPDATE segment SET rows = 0")
      for i in 0..<2_000 {
        try database.execute(
          sql: "INSERT INTO note VALUES (1, ?, 0)",
          arguments: [String(repeating: "x", count: 90) + "\(i)"])
      }
      // As a program leaves it that ends here.
      try FileManager.default.copyItem(atPath: folder.record, toPath: copy)
      try database.execute(sql: "ROLLBACK")
    }
    #expect(FileManager.default.fileExists(atPath: copy + "/ledger.sqlite-journal"))
    let left = try RecordStore.open(at: copy)
    #expect(try left.plainEvents() == before)
    #expect(try left.check().isEmpty)
  }

  @Test func `a record of another version is refused with advice`() throws {
    let folder = Folder()
    _ = try RecordStore.create(at: folder.record)
    for (version, advice) in [(2, "newer release"), (0, "older release")] {
      let queue = try DatabaseQueue(path: folder.record + "/ledger.sqlite")
      try queue.write { try $0.execute(sql: "PRAGMA user_version = \(version)") }
      try queue.close()
      let error = #expect(throws: StoreError.self) { _ = try RecordStore.open(at: folder.record) }
      #expect(error?.code == .version && error?.hint?.contains(advice) == true)
    }
    let queue = try DatabaseQueue(path: folder.record + "/ledger.sqlite")
    try queue.write { try $0.execute(sql: "PRAGMA application_id = 7") }
    try queue.close()
    let error = #expect(throws: StoreError.self) { _ = try RecordStore.open(at: folder.record) }
    #expect(error?.code == .notARecord)
  }

  @Test func `what an unfinished creation left behind is in nobody's way`() throws {
    let folder = Folder()
    try FileManager.default.createDirectory(
      atPath: folder.record + "/events", withIntermediateDirectories: true)
    for name in ["ledger.sqlite.unfinished", "ledger.sqlite.unfinished-journal", "lock"] {
      try Data("x".utf8).write(to: URL(filePath: folder.record).appending(path: name))
    }
    #expect(try RecordStore.create(at: folder.record).count == 0)
  }
}
