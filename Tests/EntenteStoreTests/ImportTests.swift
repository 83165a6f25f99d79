import EntenteNumerics
import EntenteRecord
import EntenteStore
import Foundation
import Testing

struct ImportTests {
  /// Imports files in random pieces and compares with a plain list of what ought to be there.
  @Test(arguments: 0..<12)
  func `what goes in comes out, and what was there is not taken twice`(seed: Int) throws {
    let folder = Folder()
    var made = MadeEvents(seed: UInt64(seed))
    let store = try RecordStore.create(at: folder.record)
    var writer: RecordWriter? = try RecordWriter(store, wait: 0, rowsPerSegment: 300)
    var known = Set<String>()
    var expected: [PlainEvent] = []
    for number in 0..<12 {
      let name = "file-\(number)"
      let format = made.pick([EventFormat.gdelt1, .gdelt2, .icews, .tkg])
      let numbers = made.pick([40, 600, 1 << 40])
      var kept: [PlainEvent] = []
      var batches: [EventBatch] = []
      for _ in 0..<made.stream.integer(below: 4) {
        let batch = made.batch(
          made.stream.integer(below: 500), format: format, numbers: numbers)
        kept += PlainEvent.kept(batch, file: name, known: &known)
        batches.append(batch)
      }
      let imported = try #require(try writer?.take(name, batches))
      #expect(imported.account.kept == kept.count)
      #expect(imported.account.isBalanced)
      expected += kept
      // Half of the time the record is written and opened anew.
      if made.stream.integer(below: 2) == 0 {
        try writer?.flush()
        writer = nil
        writer = try RecordWriter(try store.reopened(), wait: 0, rowsPerSegment: 300)
      }
      #expect(try writer?.take(name, batches) == nil, "a file is not imported twice")
    }
    try writer?.flush()
    let now = try store.reopened()
    #expect(try now.plainEvents() == expected.sorted())
    #expect(now.count == expected.count)
    #expect(try now.files().map(\.account.kept).reduce(0, +) == expected.count)
  }

  @Test(arguments: 0..<6)
  func `the same rows make the same bytes, however they are cut into batches`(seed: Int) throws {
    func bytes(pieces: [Int]) throws -> [String: Data] {
      let folder = Folder()
      var made = MadeEvents(seed: UInt64(seed))
      let store = try RecordStore.create(at: folder.record)
      let writer = try RecordWriter(store, wait: 0, rowsPerSegment: 250)
      for number in 0..<6 {
        let whole = made.batch(number == 3 ? 900 : 70, numbers: 2_000)
        var batches: [EventBatch] = []
        var from = 0
        while from < whole.count {
          let count = min(pieces[(from + number) % pieces.count], whole.count - from)
          var piece = EventBatch(format: whole.format)
          for i in from..<from + count {
            var row = whole.row(i)
            func moved(_ index: UInt32) -> UInt32 { piece.texts.intern(whole.texts[Int(index)]) }
            row.sourceActor = moved(row.sourceActor)
            row.targetActor = moved(row.targetActor)
            row.sourceSector = moved(row.sourceSector)
            row.targetSector = moved(row.targetSector)
            row.place = moved(row.place)
            piece.append(row)
          }
          batches.append(piece)
          from += count
        }
        try writer.take("f\(number)", batches)
      }
      try writer.flush()
      return try folder.files(in: "events")
    }
    let whole = try bytes(pieces: [10_000])
    #expect(whole.count > 3)
    #expect(try bytes(pieces: [1, 17, 3]) == whole)
    #expect(try bytes(pieces: [249, 251]) == whole)
  }

  @Test func `segments are sorted and their index holds`() throws {
    let folder = Folder()
    var made = MadeEvents(seed: 5)
    let store = try RecordStore.create(at: folder.record)
    let writer = try RecordWriter(store, wait: 0, rowsPerSegment: 400)
    for number in 0..<5 { try writer.take("f\(number)", [made.batch(350)]) }
    try writer.flush()
    for segment in try store.reopened().segments {
      let (batch, files) = segment.events(in: 0..<segment.count)
      for i in 1..<max(1, batch.count) {
        let before = (
          batch.day[i - 1], batch.source[i - 1], batch.target[i - 1], batch.code[i - 1],
          batch.id[i - 1]
        )
        let this = (batch.day[i], batch.source[i], batch.target[i], batch.code[i], batch.id[i])
        #expect(before < this || before == this && files[i - 1] <= files[i])
      }
      #expect(segment.span?.from.number == batch.day.first)
      #expect(segment.span?.to.number == batch.day.last)
    }
  }

  @Test func `nothing of an abandoned file stays, and its rows may come again`() throws {
    let folder = Folder()
    var made = MadeEvents(seed: 9)
    let store = try RecordStore.create(at: folder.record)
    let writer = try RecordWriter(store, wait: 0, rowsPerSegment: 200)
    let (first, second) = (made.batch(150), made.batch(900))
    try writer.take("first", [first])
    do {
      guard case .session(let session) = try writer.begin(MadeEvents.file("second")) else {
        Issue.record("not begun")
        return
      }
      try session.append(second)
      let row: [UInt8] = Array("bad row".utf8)
      try row.withUnsafeBytes {
        try session.reject(Rejection(line: 1, field: "row", reason: .columns, found: "x"), row: $0)
      }
      // Forgotten here: neither committed nor abandoned.
    }
    let again = try #require(try writer.take("second", [second]))
    #expect(again.number == 2)
    try writer.flush()
    var known = Set<String>()
    let expected =
      PlainEvent.kept(first, file: "first", known: &known)
      + PlainEvent.kept(second, file: "second", known: &known)
    #expect(try store.reopened().plainEvents() == expected.sorted())
    #expect(try folder.files(in: "rejects").isEmpty)
  }

  @Test func `a file that turns out to be known when it was read leaves nothing`() throws {
    let folder = Folder()
    var made = MadeEvents(seed: 10)
    let store = try RecordStore.create(at: folder.record)
    let writer = try RecordWriter(store, wait: 0, rowsPerSegment: 200)
    let batch = made.batch(900)
    var account = RowAccount()
    (account.lines, account.read) = (batch.count, batch.count)
    for round in 0..<3 {
      let session = try writer.begin(unread: "f\(round)")
      try session.append(batch)
      switch try session.commit(account, as: MadeEvents.file("f")) {
      case .imported(let file): #expect(round == 0 && file.number == 1)
      case .alreadyImported(let file): #expect(round > 0 && file.file.path == "f")
      }
      // Known while it waits in memory, and known on the disk.
      if round == 1 { try writer.flush() }
    }
    try writer.flush()
    #expect(try store.reopened().count == batch.count)
    #expect(try folder.files(in: "events").count == store.reopened().segments.count)
    #expect(try writer.sizesOfFiles() == [MadeEvents.file("f").size])
  }

  @Test func `rejected rows are kept whole, with their place and reason`() throws {
    let folder = Folder()
    let store = try RecordStore.create(at: folder.record)
    let writer = try store.writer()
    guard case .session(let session) = try writer.begin(MadeEvents.file("a\tb.csv")) else {
      Issue.record("not begun")
      return
    }
    let rows: [[UInt8]] = [Array("one\ttwo".utf8), [0xFF, 0x00, 0x41], []]
    for (line, row) in rows.enumerated() {
      try row.withUnsafeBytes {
        try session.reject(
          Rejection(line: line + 7, field: "EventCode", reason: .code, found: "1\t2"), row: $0)
      }
    }
    var account = RowAccount()
    (account.lines, account.read) = (3, 3)
    let file = try session.commit(account)
    try writer.flush()
    #expect(file.account.rejectedBy == [.code: 3])
    let name = try #require(file.rejects)
    let bytes = try Data(contentsOf: URL(filePath: folder.record).appending(path: name))
    let lines = bytes.split(separator: 10, omittingEmptySubsequences: false).dropFirst()
    let place = #""a\u{9}b.csv""#
    let found = #""1\u{9}2""#
    for (number, (line, row)) in zip(lines, rows).enumerated() {
      let expected = Data("\(place)\t\(number + 7)\tEventCode\tcode\t\(found)\t".utf8) + Data(row)
      #expect(line == expected)
    }
    #expect(try store.reopened().files().first?.account == file.account)
  }

  @Test func `an account that does not add up is refused, and nothing is kept`() throws {
    let folder = Folder()
    var made = MadeEvents(seed: 2)
    let store = try RecordStore.create(at: folder.record)
    let writer = try store.writer()
    guard case .session(let session) = try writer.begin(MadeEvents.file("f")) else {
      Issue.record("not begun")
      return
    }
    try session.append(made.batch(10))
    var account = RowAccount()
    (account.lines, account.read) = (11, 11)
    let error = #expect(throws: StoreError.self) { try session.commit(account) }
    #expect(error?.code == .unbalanced)
    try writer.flush()
    #expect(try store.reopened().count == 0)
    #expect(try writer.take("f", [made.batch(10)]) != nil)
  }

  @Test func `a second writer is told who holds the record, and does it no harm`() throws {
    let folder = Folder()
    var made = MadeEvents(seed: 12)
    let store = try RecordStore.create(at: folder.record)
    var writer: RecordWriter? = try store.writer()
    // The second is told who the first is, and the third as well: being refused changes nothing.
    for _ in 0..<3 {
      let error = #expect(throws: StoreError.self) { _ = try store.writer() }
      #expect(error?.code == .locked)
      #expect(
        error?.found.contains("process \(ProcessInfo.processInfo.processIdentifier)") == true)
    }
    try writer?.take("f", [made.batch(20)])
    try writer?.flush()
    writer = nil
    #expect(try store.reopened().count > 0)
    _ = try store.writer()
  }

  @Test func `a full disk leaves the record as it was`() throws {
    let folder = Folder()
    var made = MadeEvents(seed: 3)
    let store = try RecordStore.create(at: folder.record)
    let whole = made.batch(400)
    do {
      let writer = try store.writer()
      try writer.take("whole", [whole])
      try writer.flush()
    }
    let before = try store.reopened().plainEvents()
    let more = made.batch(700)
    for bytes in [0, 100, 3_000, 20_000, 50_000] {
      let writer = try RecordWriter(
        store, wait: 0, rowsPerSegment: 300, budget: WriteBudget(bytes: bytes))
      let error = #expect(throws: StoreError.self) {
        try writer.take("more", [more])
        try writer.flush()
      }
      #expect(error?.code == .unwritable)
      #expect(error?.hint?.contains("make room") == true)
      #expect(try store.reopened().plainEvents() == before)
    }
    let writer = try RecordWriter(store, wait: 0, rowsPerSegment: 300)
    #expect(try writer.take("more", [more]) != nil)
    try writer.flush()
    #expect(try store.reopened().files().count == 2)
    #expect(try folder.files(in: "events").keys.allSatisfy { $0.hasSuffix(".events") })
  }
}
