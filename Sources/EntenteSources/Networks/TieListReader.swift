public import EntenteRecord

/// Reads a list of signed ties.
///
/// Columns: `from,to,weight`, or `from,to,sign` with 1 and -1; of the optional list of actors `name`.
/// Other columns are passed over. A tie of weight 0 is no tie. Faults: a loop, a tie listed twice (in either direction unless
/// `directed`), a weight that is no finite number or beyond a million million, an end that the nodes
/// file does not name.
public enum TieListReader {
  /// Larger weights could not be added exactly.
  private static let largest = 1e12
  private static let sizeLimit = 512 << 20

  /// - Parameters:
  ///   - directed: whether `a,b` and `b,a` are two ties.
  ///   - nodes: a file of actors, so that those without ties are there too.
  /// - Throws: `RecordError` with every fault of both files.
  public static func read(
    _ path: String, nodes: String? = nil, directed: Bool = false
  ) throws(RecordError) -> TieList {
    let faults = FaultList()
    var isUnreadable = false
    let roster = nodes.flatMap { table($0, faults, &isUnreadable) }
    var names: [String] = []
    var index: [String: Int] = [:]
    if let roster { readNames(roster, &names, &index) }
    var list: TieList?
    // Without a nodes file that can be read, every end would seem unknown.
    if let ties = table(path, faults, &isUnreadable), nodes == nil || roster != nil {
      var reading = Reading(ties, isDirected: directed, isClosed: nodes != nil, names, index)
      list = reading.list()
    }
    guard faults.isEmpty, let list else {
      throw RecordError(
        isUnreadable ? .unreadable : .invalid, faults.listed(CaseReader.faultLimit),
        omitted: faults.omitted(CaseReader.faultLimit))
    }
    return list
  }

  private static func table(
    _ path: String, _ faults: FaultList, _ isUnreadable: inout Bool
  ) -> CSVTable? {
    guard let bytes = TableBytes.read(path, limit: sizeLimit, faults: faults) else {
      isUnreadable = true
      return nil
    }
    return CSVTable(bytes, file: path, faults: faults)
  }

  private static func readNames(
    _ table: CSVTable, _ names: inout [String], _ index: inout [String: Int]
  ) {
    guard table.hasColumns(["name"], others: true) else { return }
    var lines: [String: Int] = [:]
    for row in 0..<table.count {
      let cell = table.cell(row, "name")
      guard let name = cell.nonEmpty("an actor's name") else { continue }
      if let line = lines[name] {
        cell.fault(
          expected: "each actor once", found: "\(Fault.quoted(name)) again, first on line \(line)")
        continue
      }
      lines[name] = table.place(row).line
      index[name] = names.count
      names.append(name)
    }
  }

  /// One pass over the ties.
  private struct Reading {
    private let table: CSVTable
    private let isDirected: Bool
    /// Whether the nodes file says who there is.
    private let isClosed: Bool
    private var names: [String]
    private var index: [String: Int]
    private var entries: [TieList.Entry] = []
    private var zeros = 0
    /// Where each tie was first listed, and from which end.
    private var seen: [Ends: (line: Int, from: Int)] = [:]

    private struct Ends: Hashable {
      let from: Int
      let to: Int
    }

    init(
      _ table: CSVTable, isDirected: Bool, isClosed: Bool, _ names: [String],
      _ index: [String: Int]
    ) {
      self.table = table
      self.isDirected = isDirected
      self.isClosed = isClosed
      self.names = names
      self.index = index
    }

    mutating func list() -> TieList? {
      let isWeighted = table.column("weight") != nil
      guard !isWeighted || table.column("sign") == nil else {
        table.faults.add(
          Place(file: table.file, line: table.headerLine), "header",
          expected: "a column weight or a column sign", found: "both")
        return nil
      }
      let column = isWeighted || table.column("sign") == nil ? "weight" : "sign"
      guard table.hasColumns(["from", "to", column], others: true) else { return nil }
      for row in 0..<table.count { read(row, column) }
      return TieList(
        names: names, entries: entries, zeros: zeros,
        oneWay: isDirected
          ? seen.keys.count { seen[Ends(from: $0.to, to: $0.from)] == nil } : 0)
    }

    private mutating func read(_ row: Int, _ column: String) {
      let (from, to) = (end(row, "from"), end(row, "to"))
      let weight = weight(table.cell(row, column), isSign: column == "sign")
      guard let from, let to else { return }
      guard from != to else {
        table.cell(row, "to").fault(
          expected: "another actor than in from", found: Fault.quoted(names[to]),
          hint: "a tie of an actor with itself says nothing about balance: leave the line out")
        return
      }
      let ends =
        isDirected ? Ends(from: from, to: to) : Ends(from: min(from, to), to: max(from, to))
      if let first = seen[ends] {
        table.cell(row, "to").fault(
          expected: isDirected ? "each arc once" : "each pair once",
          found: "\(Fault.quoted(names[from])) and \(Fault.quoted(names[to])) again,"
            + " first on line \(first.line)",
          hint: first.from != from
            ? "--directed adds the arcs of both directions" : "add up the weights into one line")
        return
      }
      seen[ends] = (table.place(row).line, from)
      guard let weight else { return }
      if weight == 0 {
        zeros += 1
      } else {
        entries.append(TieList.Entry(from: from, to: to, weight: weight))
      }
    }

    private mutating func end(_ row: Int, _ column: String) -> Int? {
      let cell = table.cell(row, column)
      guard let name = cell.nonEmpty("an actor's name") else { return nil }
      if let known = index[name] { return known }
      guard !isClosed else {
        cell.fault(
          expected: "an actor of the nodes file",
          hint: NearSpelling.of(name, among: names).map { "did you mean \($0)?" }
            ?? "add it to the nodes file")
        return nil
      }
      index[name] = names.count
      names.append(name)
      return names.count - 1
    }

    private func weight(_ cell: Cell, isSign: Bool) -> Double? {
      if isSign {
        switch cell.text {
        case "1", "+1", "+": return 1
        case "-1", "-": return -1
        case "0": return 0
        default:
          cell.fault(expected: "1 or -1", hint: "name the column weight to give sizes")
          return nil
        }
      }
      guard let value = cell.number() else { return nil }
      guard abs(value) <= TieListReader.largest else {
        cell.fault(expected: "a weight of at most a million million", hint: "use a larger unit")
        return nil
      }
      return value
    }
  }
}
