import EntenteNumerics
import EntenteRecord
import EntenteStore
import Foundation
import Testing

#if canImport(FoundationXML)
  import FoundationXML
#endif

struct ExportTests {
  /// A plain reader of RFC 4180, written for this test alone.
  private static func cells(_ text: String) -> [[String]] {
    var rows: [[String]] = []
    var row: [String] = []
    var cell = ""
    var isQuoted = false
    var scalars = Array(text.unicodeScalars)[...]
    while let scalar = scalars.popFirst() {
      switch (scalar, isQuoted) {
      case ("\"", true):
        if scalars.first == "\"" {
          cell += "\""
          scalars.removeFirst()
        } else {
          isQuoted = false
        }
      case ("\"", false): isQuoted = true
      case (",", false):
        row.append(cell)
        cell = ""
      case ("\n", false):
        rows.append(row + [cell])
        (row, cell) = ([], "")
      default: cell.unicodeScalars.append(scalar)
      }
    }
    return rows
  }

  private static let names = [
    "", "plain", "=1+1", "+1", "-1", "@x", "\tx", "\rx", "'", "'x", "''=", "a,b", "a\"b", "a\nb",
    "\"", "ünï", "=a,\"b\"\n",
  ]

  @Test func `texts come back, and none is a formula`() {
    var batch = EventBatch(format: .icews)
    for name in Self.names {
      var row = EventBatch.Row(day: 17_532)
      row.sourceActor = batch.texts.intern(name)
      row.place = batch.texts.intern(name)
      batch.append(row)
    }
    let text = (0..<batch.count).map { EventText.csv(batch, $0, file: Self.names[$0]) }.joined()
    let rows = Self.cells(text)
    #expect(rows.count == Self.names.count)
    for (row, name) in zip(rows, Self.names) {
      #expect(row.count == 26)
      for column in [8, 20, 24] {
        let cell = row[column]
        #expect(!cell.hasPrefix("=") && !cell.hasPrefix("@") && !cell.hasPrefix("+"), "\(cell)")
        #expect(!cell.hasPrefix("-") && !cell.hasPrefix("\t") && !cell.hasPrefix("\r"), "\(cell)")
        // The rule by which a reader takes the guard away.
        let isGuarded =
          cell.first == "'"
          && cell.unicodeScalars.dropFirst().first.map { "=+-@\t\r'".unicodeScalars.contains($0) }
            == true
        #expect((isGuarded ? String(cell.unicodeScalars.dropFirst()) : cell) == name)
      }
    }
  }

  @Test func `an event is written as documented`() throws {
    var batch = EventBatch(format: .gdelt2)
    var row = EventBatch.Row(day: 19_587)
    row.added = 19_588
    row.id = 1_125_899_906_842_624
    row.source = PackedState(try #require(ActorCode("CHN"))).rawValue
    row.sourceKind = ActorKind.government.rawValue
    row.targetKind = ActorKind.other.rawValue
    row.sourceActor = batch.texts.intern("CHNGOV")
    row.code = try #require(PackedCode("010")).rawValue
    row.plover = EventType.statement.index
    row.mode = 3
    row.goldstein = -2.5
    row.mentions = 4
    row.tone = 0.1
    row.latitude = 39
    row.line = 12
    batch.append(row)
    batch.append(EventBatch.Row(day: 0))
    #expect(
      EventText.csv(batch, 0, file: "a.csv")
        == "2023-08-18,2023-08-19,gdelt2,1125899906842624,CHN,,government,other,CHNGOV,,,,010,"
        + "STATEMENT,3,-2.5,4,,,0.1,,,39,,a.csv,12\n")
    #expect(
      EventText.csv(batch, 1, file: "b")
        == "1970-01-01,,gdelt2,,,,,,,,,,,,,,,,,,,,,,b,0\n")
    let json = try JSONSerialization.jsonObject(
      with: Data(EventText.json(batch, 0, file: "\"\u{1}\\").utf8))
    let fields = try #require(json as? [String: Any])
    #expect(fields["cameo"] as? String == "010" && fields["goldstein"] as? Double == -2.5)
    #expect(fields["file"] as? String == "\"\u{1}\\" && fields["target"] == nil)
    #expect(EventText.columns.count == 26)
  }

  @Test(arguments: 0..<3)
  func `numbers are written so that they read back the same`(seed: Int) {
    var made = MadeEvents(seed: UInt64(seed))
    let batch = made.batch(300)
    for i in 0..<batch.count {
      let cells = Self.cells(EventText.csv(batch, i, file: "f"))[0]
      for (column, value) in [
        (15, batch.goldstein[i]), (19, batch.tone[i]), (22, batch.latitude[i]),
        (23, batch.longitude[i]),
      ] {
        #expect(value.isNaN ? cells[column].isEmpty : Float(cells[column]) == value)
      }
    }
  }

  @Test func `a network keeps who acted on whom, when`() throws {
    let folder = Folder()
    var made = MadeEvents(seed: 8)
    let store = try RecordStore.create(at: folder.record)
    let writer = try store.writer()
    try writer.take("f", [made.batch(900)])
    try writer.flush()
    var filter = EventFilter()
    filter.isInterstate = true
    let tallies = try store.reopened().aggregate(AggregateQuery(filter, by: .week))
    let network = Network(tallies, by: .week)
    #expect(network.edges.reduce(0) { $0 + $1.total.count } == tallies.total.count)
    #expect(
      network.edges.allSatisfy { edge in
        zip(edge.periods, edge.periods.dropFirst()).allSatisfy { $0.period < $1.period }
      })
    #expect(Set(network.nodes) == Set(network.edges.flatMap { [$0.source, $0.target] }))
    for text in [network.gexf(), network.graphML()] {
      let counter = ElementCounter()
      let parser = XMLParser(data: Data(text.utf8))
      parser.delegate = counter
      #expect(parser.parse())
      #expect(counter.counts["node"] == network.nodes.count)
    }
    let none = Network(PairTallies(), by: .day)
    #expect(none.gexf().contains("<nodes>") && none.edges.isEmpty)
  }
}

final class ElementCounter: NSObject, XMLParserDelegate {
  var counts: [String: Int] = [:]

  func parser(
    _ parser: XMLParser, didStartElement name: String, namespaceURI: String?,
    qualifiedName: String?, attributes: [String: String]
  ) {
    counts[name, default: 0] += 1
  }
}
