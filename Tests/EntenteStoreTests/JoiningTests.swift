import EntenteNumerics
import EntenteRecord
import EntenteStore
import Foundation
import Testing

struct JoiningTests {
  @Test(arguments: 0..<6)
  func `compacting changes where events stand and nothing else`(seed: Int) throws {
    let folder = Folder()
    var made = MadeEvents(seed: UInt64(seed))
    let store = try RecordStore.create(at: folder.record)
    let writer = try RecordWriter(store, wait: 0, rowsPerSegment: 400)
    for number in 0..<9 {
      try writer.take("f\(number)", [made.batch(150, format: made.pick([.gdelt2, .icews]))])
      if number % 2 == 0 { try writer.flush() }
    }
    try writer.flush()
    let before = try store.reopened()
    let events = try before.plainEvents()
    let result = try writer.compact()
    let after = try store.reopened()
    #expect(result.before == before.segments.count && result.after == after.segments.count)
    #expect(result.after < result.before)
    #expect(try after.plainEvents() == events)
    // Whoever had it open still reads it.
    #expect(try before.plainEvents() == events)
    #expect(after.contentDigest() == before.contentDigest())
    #expect(try after.check().isEmpty)
    for format in EventFormat.allCases {
      let spans = after.segments.filter { $0.format == format }.compactMap(\.span)
      #expect(zip(spans, spans.dropFirst()).allSatisfy { $0.to < $1.from })
    }
    #expect(try folder.files(in: "events").count == after.segments.count)
    let again = try writer.compact()
    #expect(again.before == again.after)
    // Duplicates are found in compacted segments as before.
    let one = made.batch(50, numbers: 1 << 30)
    try writer.take("one", [one])
    try writer.compact()
    let twice = try #require(try writer.take("twice", [one]))
    #expect(twice.account.kept == one.id.count { $0 == 0 })
  }

  @Test(arguments: 0..<6)
  func `records of parts join to the record of the whole`(seed: Int) throws {
    var made = MadeEvents(seed: UInt64(seed))
    let numbers = made.pick([300, 1 << 40])
    let files = (0..<8).map { number in
      let format = made.pick([EventFormat.gdelt1, .gdelt2, .icews])
      return (
        "f\(number)", made.batch(made.stream.integer(below: 200), format: format, numbers: numbers)
      )
    }
    func record(_ folder: Folder, _ files: some Sequence<(String, EventBatch)>) throws
      -> RecordStore
    {
      let store = try RecordStore.create(at: folder.record)
      let writer = try RecordWriter(store, wait: 0, rowsPerSegment: 250)
      for (name, batch) in files { try writer.take(name, [batch]) }
      try writer.flush()
      return try store.reopened()
    }
    let folders = (0..<5).map { _ in Folder() }
    let whole = try record(folders[0], files)
    // The second part holds a file of the first as well.
    let parts = [
      try record(folders[1], files[0..<3]), try record(folders[2], files[2..<5]),
      try record(folders[3], files[5...]),
    ]
    let joined = try RecordStore.create(at: folders[4].record)
    do {
      let writer = try RecordWriter(joined, wait: 0, rowsPerSegment: 250)
      #expect(try writer.absorb(parts[0]).known == 0)
      #expect(try writer.absorb(parts[1]).known == 1)
      #expect(try writer.absorb(parts[2]).files.count == 3)
      #expect(try writer.absorb(parts[2]).known == 3)
      try writer.compact()
    }
    let result = try joined.reopened()
    #expect(try result.plainEvents() == whole.plainEvents())
    #expect(result.contentDigest() == whole.contentDigest())
    #expect(try result.files().map(\.file) == whole.files().map(\.file))
    #expect(try result.files().map(\.account) == whole.files().map(\.account))
    #expect(try result.check().isEmpty)
    do { try RecordWriter(whole, wait: 0, rowsPerSegment: 250).compact() }
    let left = try folders[0].files(in: "events").values.map { $0 }
    let right = try folders[4].files(in: "events").values.map { $0 }
    #expect(Set(left) == Set(right), "compacted, they are the same bytes")
  }

  @Test func `a digest tells events apart and nothing else`() throws {
    var made = MadeEvents(seed: 3)
    let batch = made.batch(60)
    func digest(_ batches: [EventBatch], rows: Int) throws -> UInt64 {
      let folder = Folder()
      let store = try RecordStore.create(at: folder.record)
      let writer = try RecordWriter(store, wait: 0, rowsPerSegment: rows)
      for (i, batch) in batches.enumerated() { try writer.take("f\(i)", [batch]) }
      try writer.flush()
      return try store.reopened().contentDigest()
    }
    let whole = try digest([batch], rows: 1_000)
    #expect(try digest([batch], rows: 10) == whole)
    var moved = batch
    for i in 0..<moved.count { moved.line[i] += 100 }
    #expect(try digest([moved], rows: 1_000) == whole)
    for change in 0..<4 {
      var other = batch
      switch change {
      case 0: other.day[7] += 1
      case 1: other.place[7] = other.texts.intern("elsewhere")
      case 2: other.tone[7] = 99
      default: other.mode[7] ^= 1
      }
      #expect(try digest([other], rows: 1_000) != whole, "change \(change)")
    }
  }
}
