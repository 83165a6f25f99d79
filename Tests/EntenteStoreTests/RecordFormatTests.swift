import EntenteRecord
import EntenteStore
import Foundation
import Testing

struct RecordFormatTests {
  /// Computed with the Python package xxhash 4.1.0, seed 0.
  @Test func `the digest is XXH64`() {
    func digest(_ text: String) -> UInt64 {
      Array(text.utf8).withUnsafeBytes { XXH64.digest(of: $0) }
    }
    #expect(digest("") == 0xEF46_DB37_51D8_E999)
    #expect(digest("a") == 0xD24E_C4F1_A98C_6E5B)
    #expect(digest("abc") == 0x44BC_2CF5_AD77_0999)
    #expect(digest("Nobody inspects the spammish repetition") == 0xFBCE_A83C_8A37_8BF1)
  }

  @Test func `pieces make the digest of the whole`() {
    let bytes = (0..<500).map { UInt8(truncatingIfNeeded: $0 &* 37) }
    for length in [0, 1, 31, 32, 33, 64, 100, 500] {
      let whole = bytes[..<length]
      let expected = Array(whole).withUnsafeBytes { XXH64.digest(of: $0) }
      for step in [1, 5, 31, 32, 33, 200] {
        var hash = XXH64()
        for from in stride(from: 0, to: length, by: step) {
          Array(whole[from..<min(length, from + step)]).withUnsafeBytes { hash.update($0) }
        }
        #expect(hash.digest == expected, "\(length) by \(step)")
      }
    }
  }

  @Test func `a folder that is no record is refused with advice`() throws {
    let folder = Folder()
    #expect(code { _ = try RecordStore.open(at: folder.record) } == .notARecord)
    try FileManager.default.createDirectory(
      atPath: folder.record, withIntermediateDirectories: false)
    try Data("x".utf8).write(to: URL(filePath: folder.record).appending(path: "mine.txt"))
    #expect(code { _ = try RecordStore.open(at: folder.record) } == .notARecord)
    #expect(code { _ = try RecordStore.create(at: folder.record) } == .notARecord)
    let second = Folder()
    _ = try RecordStore.create(at: second.record)
    #expect(code { _ = try RecordStore.create(at: second.record) } == .notARecord)
  }

  @Test func `a changed or cut segment is found`() throws {
    let folder = Folder()
    var made = MadeEvents(seed: 4)
    let store = try RecordStore.create(at: folder.record)
    do {
      let writer = try store.writer()
      try writer.take("f", [made.batch(300)])
      try writer.flush()
    }
    let url = URL(filePath: folder.record).appending(path: "events/0000000001.events")
    let whole = try Data(contentsOf: url)
    #expect(try store.reopened().check().isEmpty)
    var missed = 0
    for offset in stride(from: 0, to: whole.count, by: 211) {
      var damaged = whole
      damaged[offset] ^= 0x10
      try damaged.write(to: url)
      let faults = try? store.reopened().check()
      if faults?.isEmpty == true { missed += 1 }
    }
    #expect(missed == 0)
    for length in [0, 7, 100, whole.count / 2, whole.count - 1] {
      try whole.prefix(length).write(to: url)
      #expect(code { _ = try store.reopened() } == .damaged)
    }
    try FileManager.default.removeItem(at: url)
    #expect(code { _ = try store.reopened() } == .damaged)
  }

  private func code(_ body: () throws -> Void) -> StoreError.Code? {
    do {
      try body()
      return nil
    } catch { return (error as? StoreError)?.code }
  }
}
