import EntenteRecord

/// Names of the numbered entities of a benchmark.
struct EntityTable: Sendable {
  /// For files that say more of an entity than its name.
  struct Known: Sendable {
    let state: UInt16
    let kind: UInt8
  }

  private var texts = TextTable()
  /// Index in `texts` by number; `UInt32.max` where the number is not given.
  private var places: [UInt32] = []
  private(set) var known: [Known] = []

  /// Numbers beyond this are taken for damage.
  private static let limit = 10_000_000

  var count: Int { places.count }

  /// Reads `name<TAB>number` lines.
  ///
  /// - Throws: every line that is none, in one error.
  init(namesAt path: String) throws(RecordError) {
    let table = try SideTable(at: path, delimiter: "\t", header: nil)
    let faults = FaultList()
    for row in table.rows {
      guard row.fields.count == 2, let number = Int(row.fields[1]), number >= 0,
        number < EntityTable.limit
      else {
        faults.add(
          Place(file: path, line: row.line), "row", expected: "a name, a tab and a number",
          found: Fault.quoted(row.fields.joined(separator: " ")))
        continue
      }
      add(row.fields[0], at: number)
    }
    try faults.throwIfAny()
  }

  /// Reads `id,name,iso3,kind,n`: the entities of the recent windows of ICEWS.
  init(knownAt path: String) throws(RecordError) {
    let table = try SideTable(at: path, delimiter: ",", header: "id,name,iso3,kind,n")
    let faults = FaultList()
    for row in table.rows {
      guard row.fields.count == 5, let number = Int(row.fields[0]), number == places.count else {
        faults.add(
          Place(file: path, line: row.line), "id", expected: "\(places.count) and five fields",
          found: Fault.quoted(row.fields.joined(separator: ",")))
        continue
      }
      add(row.fields[1], at: number)
      let state = ActorCode(row.fields[2]).map { PackedState($0).rawValue } ?? 0
      let kind = EntityTable.kind(row.fields[3], name: row.fields[1], hasState: state != 0)
      known.append(Known(state: state, kind: kind.rawValue))
    }
    try faults.throwIfAny()
  }

  /// `body` is a part of a country, told apart by its sector; `person` a leader or minister.
  static func kind(_ word: String, name: String, hasState: Bool) -> ActorKind {
    switch word {
    case "state": hasState ? .state : .other
    case "person": .government
    case "body":
      ActorKind(
        isGovernment: NamedEntity.isGovernment(
          name.split(separator: "(").first.map { $0.trimmingSpaces } ?? name))
    default: .other
    }
  }

  private mutating func add(_ name: String, at number: Int) {
    while places.count <= number { places.append(UInt32.max) }
    places[number] = texts.intern(name)
  }

  /// Where the name of an entity stands; nil where no entity has the number.
  func position(of number: UInt64) -> UInt32? {
    guard number < UInt64(places.count), places[Int(number)] != UInt32.max else { return nil }
    return places[Int(number)]
  }

  /// The bytes of the name that stands there.
  func withName(at position: UInt32, _ body: (UnsafeBufferPointer<UInt8>) -> Void) {
    texts.withUTF8(of: position, body)
  }
}

extension Substring {
  fileprivate var trimmingSpaces: String {
    String(drop { $0 == " " }.reversed().drop { $0 == " " }.reversed())
  }
}
