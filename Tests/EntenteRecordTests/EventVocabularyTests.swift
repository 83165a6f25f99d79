import EntenteRecord
import Testing

struct EventVocabularyTests {
  @Test func `every three letters pack and come back, in order`() throws {
    var before = PackedState.none
    for a in 65...90 as ClosedRange<UInt8> {
      for b in 65...90 as ClosedRange<UInt8> {
        for c in 65...90 as ClosedRange<UInt8> {
          let text = String(decoding: [a, b, c], as: UTF8.self)
          let code = try #require(ActorCode(text))
          let packed = PackedState(code)
          if packed.code != code || packed.description != text || !(before < packed)
            || PackedState(letters: a, b, c) != packed
          {
            Issue.record("\(text): \(packed.rawValue)")
          }
          before = packed
        }
      }
    }
    #expect(Int(before.rawValue) == PackedState.count - 1)
    #expect(PackedState.none.code == nil && PackedState.none.description == "")
    for raw in UInt16(PackedState.count)...UInt16.max where PackedState(rawValue: raw).code != nil {
      Issue.record("\(raw) is a state")
    }
    #expect(PackedState(letters: 97, 66, 67) == nil)
  }

  @Test func `every code of two to four digits packs and comes back`() throws {
    var seen = Set<UInt16>([0])
    for digits in 2...4 {
      for n in 0..<[100, 1_000, 10_000][digits - 2] {
        let digitsOfN = String(n)
        let text = String(repeating: "0", count: digits - digitsOfN.count) + digitsOfN
        let packed = try #require(PackedCode(text))
        let bytes = Array(text.utf8)
        let fromBytes = bytes.withUnsafeBufferPointer { PackedCode(bytes: $0) }
        if packed.description != text || packed.digits != digits || fromBytes != packed
          || packed.root != Int(text.prefix(2)) || !seen.insert(packed.rawValue).inserted
        {
          Issue.record("\(text): \(packed.rawValue)")
        }
      }
    }
    #expect(seen.count == PackedCode.count)
    #expect(PackedCode("01") != PackedCode("010"))
    for text in ["", "1", "12345", "1a", "+1", "１２", "---"] { #expect(PackedCode(text) == nil) }
  }

  @Test func `a code stands within its own prefixes alone`() throws {
    let code = try #require(PackedCode("1411"))
    for prefix in ["14", "141", "1411"] {
      #expect(code.isWithin(try #require(PackedCode(prefix))))
    }
    for other in ["01", "142", "1412", "411"] {
      #expect(!code.isWithin(try #require(PackedCode(other))))
    }
    #expect(!code.isWithin(.none))
  }

  @Test func `types and formats keep their numbers`() {
    #expect(Set(EventType.allCases.map(\.index)) == Set(1...17))
    #expect(EventType.allCases.allSatisfy { EventType(index: $0.index) == $0 })
    #expect(EventType(index: 0) == nil && EventType(index: 18) == nil)
    // On disk: a change of these breaks every record that exists.
    #expect(EventType.agree.index == 1 && EventType.statement.index == 17)
    #expect(EventFormat.allCases.map(\.rawValue) == [1, 2, 3, 4, 5])
    #expect(EventFormat.allCases.allSatisfy { EventFormat(name: $0.name) == $0 })
    #expect(ActorKind.allCases.map(\.rawValue) == [0, 1, 2, 3])
  }

  @Test func `a table of texts is what a dictionary says it is`() {
    var table = TextTable()
    var known = ["": UInt32(0)]
    var state: UInt64 = 7
    for _ in 0..<20_000 {
      state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
      let text = String(repeating: "ä", count: Int(state >> 60)) + String(state >> 52)
      let index = table.intern(text)
      if let before = known[text] {
        if before != index { Issue.record("\(text) moved from \(before) to \(index)") }
      } else {
        if Int(index) != known.count { Issue.record("\(text) is \(index)") }
        known[text] = index
      }
    }
    #expect(table.count == known.count)
    #expect(
      known.allSatisfy { table[Int($0.value)] == $0.key && table.index(ofText: $0.key) == $0.value }
    )
    #expect(table.index(ofText: "never seen") == nil)
  }

  @Test func `batches join row by row, with their texts`() {
    func batch(_ names: [String]) -> EventBatch {
      var batch = EventBatch(format: .icews)
      for (i, name) in names.enumerated() {
        var row = EventBatch.Row(day: Int32(i))
        row.sourceActor = batch.texts.intern(name)
        row.place = batch.texts.intern("at " + name)
        row.line = UInt32(i + 1)
        batch.append(row)
      }
      return batch
    }
    let names = (["b", "a", "b", ""], ["c", "b", "", "d"])
    var joined = batch(names.0)
    joined.append(contentsOf: batch(names.1))
    #expect(joined.count == 8 && joined.isEven)
    #expect(joined.sourceActor.map { joined.texts[Int($0)] } == names.0 + names.1)
    #expect(joined.place.map { joined.texts[Int($0)] } == (names.0 + names.1).map { "at " + $0 })
    #expect(joined.row(5).line == 2 && joined.row(5).day == 1)
    joined.removeAll()
    #expect(joined.isEmpty && joined.isEven && joined.texts.count == 1)
  }

  @Test func `an account adds up or says that it does not`() {
    var account = RowAccount()
    account.lines = 12
    account.header = 1
    account.blank = 1
    account.read = 10
    account.kept = 6
    account.duplicate = 1
    account.rejectedBy = [.columns: 2, .date: 1]
    #expect(account.isBalanced && account.rejected == 3)
    let twice = account + account
    #expect(twice.isBalanced && twice.rejectedBy == [.columns: 4, .date: 2])
    account.kept = 7
    #expect(!account.isBalanced)
  }
}
