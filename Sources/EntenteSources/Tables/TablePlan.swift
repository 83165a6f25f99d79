public import EntenteRecord
public import EntenteStore

/// The tables that were found among files of all sorts, to be imported kind by kind.
public struct TablePlan: Sendable {
  private struct Share: Sendable {
    let descriptor: TableDescriptor
    var tasks: [ImportTask] = []
    /// Places of the files among all.
    var places: [Int] = []
  }

  /// Tables whose rows speak of another table come behind it, else in the order of their first files.
  private let shares: [Share]

  public var isEmpty: Bool { shares.isEmpty }

  /// - Parameter outcomes: what came of all inputs of the plan, in its order.
  public init(_ outcomes: [ImportOutcome], of plan: ImportPlan) {
    var shares: [Share] = []
    for (place, outcome) in outcomes.enumerated() {
      guard case .table = outcome.result, let kind = outcome.format,
        let descriptor = TableImporter.descriptor(of: kind)
      else { continue }
      let i = shares.firstIndex { $0.descriptor.schema.name == kind } ?? shares.count
      if i == shares.count { shares.append(Share(descriptor: descriptor)) }
      shares[i].tasks.append(plan.tasks[place])
      shares[i].places.append(place)
    }
    let isDated = { (share: Share) in
      if case .dated = share.descriptor.time { true } else { false }
    }
    self.shares = shares.filter { !isDated($0) } + shares.filter(isDated)
  }

  /// Imports the tables, and gives what came of each by its place among all inputs.
  ///
  /// - Throws: `StoreError` where the record cannot be written.
  public func run(
    into writer: TableWriter, isKept: Bool = true, replacing: Bool = false, from: Day? = nil,
    to: Day? = nil
  ) throws -> [Int: TableOutcome] {
    var outcomes: [Int: TableOutcome] = [:]
    for share in shares {
      let importer = TableImporter(
        share.descriptor, replacing: replacing, from: from, to: to)
      let done: [TableOutcome]
      do {
        done = try importer.run(ImportPlan(tasks: share.tasks), writer, isKept: isKept)
      } catch let error as RecordError {
        // A table is missing that the rows speak of: the files of other kinds go in all the same.
        done = share.tasks.map {
          TableOutcome(input: $0.input, result: .refused(error), ignored: [])
        }
      }
      for (place, outcome) in zip(share.places, done) { outcomes[place] = outcome }
    }
    return outcomes
  }
}
