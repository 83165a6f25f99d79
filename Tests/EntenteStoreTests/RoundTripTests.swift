import EntenteRecord
import EntenteStore
import Foundation
import Testing

/// What is exported comes back as the same events.
struct RoundTripTests {
  @Test(.enabled(if: Program.path != nil, Program.missing), arguments: 0..<4)
  func `import, export and import give the same events`(seed: Int) throws {
    let folder = Folder()
    var made = MadeEvents(seed: UInt64(50 + seed))
    let store = try RecordStore.create(at: folder.record)
    do {
      let writer = try store.writer()
      for number in 0..<5 {
        let format = EventFormat.allCases[number]
        try writer.take("f\(number)", [made.batch(300, format: format)])
      }
      try writer.flush()
    }
    let before = try store.reopened()
    let exported = try Program.run(
      "record", "export", "record", "--out", "events.csv", in: folder)
    #expect(exported.status == 0, "\(exported.err)")
    let imported = try Program.run(
      "import", "entente", "events.csv", "--record", "again", in: folder)
    #expect(imported.status == 0, "\(imported.err)\(imported.out)")
    let after = try RecordStore.open(at: folder.path("again"))
    #expect(after.count == before.count)
    #expect(after.contentDigest() == before.contentDigest())
    // And once more: the second export differs from the first in file and line alone.
    try Program.run("record", "export", "again", "--out", "more.csv", in: folder)
    try Program.run("import", "entente", "more.csv", "--record", "third", in: folder)
    #expect(
      try RecordStore.open(at: folder.path("third")).contentDigest() == before.contentDigest())
  }
}
