public import EntenteRecord
public import EntenteStore
import Foundation

/// Brings files of events into a record.
///
/// Files are read by several threads at once, and go into the record one after the other in the
/// order given: the same files make the same record, byte for byte, on any number of threads. A file
/// is kept whole or not at all. What cannot be used of it is told, row by row, in the rejects.
public struct Importer {
  private let reader: (any EventReader.Type)?
  private let options: ReadingOptions
  private let threads: Int
  /// For tests with small bombs.
  package var limits = InflationLimits()

  /// Results of one file that may wait for their turn.
  private static let depth = 4

  /// - Parameter format: the name of a format, or `auto`.
  /// - Throws: where there is no such format.
  public init(
    format: String, options: ReadingOptions = ReadingOptions(), threads: Int
  ) throws(RecordError) {
    self.options = options
    self.threads = max(1, threads)
    guard format != "auto" else {
      reader = nil
      return
    }
    let names = EventReaderCatalog.all.map { $0.descriptor.name } + TableImporter.kinds + ["csv"]
    guard let found = EventReaderCatalog.all.first(where: { $0.descriptor.name == format }) else {
      throw RecordError(
        .invalid,
        [
          Fault(
            Place(file: "entente import", line: 0), "format", expected: "a format that is read",
            found: Fault.quoted(format),
            hint: format == "gdelt-mentions"
              ? "mentions are no events: entente mentions counts them by event"
              : NearSpelling.of(format, among: names).map { "did you mean \($0)?" }
                ?? "known: auto, " + names.sorted().joined(separator: ", "))
        ])
    }
    reader = found
  }

  /// Imports the inputs of a plan in its order.
  ///
  /// - Parameters:
  ///   - isFlushedAfter: whether all is on the disk afterwards; else the caller flushes the writer.
  ///   - progress: called often, from the calling thread.
  /// - Returns: what became of each input. Files that were refused stand among them and stop nothing.
  /// - Throws: `StoreError` where the record cannot be written.
  public func run(
    _ plan: ImportPlan, into writer: RecordWriter, isFlushedAfter: Bool = true,
    progress: (ImportProgress) -> Void = { _ in }
  ) throws -> [ImportOutcome] {
    let outcomes = try run(plan, to: .record(writer), progress)
    if isFlushedAfter { try writer.flush() }
    return outcomes
  }

  /// Reads the inputs of a plan and accounts for every row, without writing anything.
  ///
  /// - Parameter store: the record that they would go to, to tell the files that it has; events that
  ///   it has, or that two files have, are not sought.
  public func survey(
    _ plan: ImportPlan, against store: RecordStore?,
    progress: (ImportProgress) -> Void = { _ in }
  ) throws -> [ImportOutcome] {
    try run(plan, to: .nowhere(store), progress)
  }

  private func run(
    _ plan: ImportPlan, to destination: ImportDestination, _ progress: (ImportProgress) -> Void
  ) throws -> [ImportOutcome] {
    let tasks = plan.tasks
    var identification = try destination.identification()
    // One of two files of a size may be the other.
    if identification.isKept { identification.knownSizes.formUnion(plan.repeatedSizes) }
    let handOff = OrderedHandOff<ImportTask.Message>(tasks: tasks.count, depth: Importer.depth)
    let workers = min(threads, tasks.count)
    let finished = DispatchSemaphore(value: 0)
    for _ in 0..<workers {
      let thread = Thread { [reader, options, limits, identification] in
        while let i = handOff.begin() {
          tasks[i].run(reader, options: options, limits: limits, identification) {
            handOff.put($0, for: i)
          }
        }
        finished.signal()
      }
      thread.stackSize = 8 << 20
      thread.start()
    }
    defer {
      handOff.cancel()
      for _ in 0..<workers { finished.wait() }
    }
    var state = ImportProgress()
    state.files = tasks.count
    state.bytes = tasks.reduce(0) { $0 + $1.size }
    var folder = options.folds ? FactFolder() : nil
    var outcomes: [ImportOutcome] = []
    for (i, task) in tasks.enumerated() {
      let before = state.bytesDone
      let outcome = try take(
        task, { handOff.take(from: i) }, drop: { handOff.drop(i) }, to: destination, &folder
      ) { consumed, rows in
        state.bytesDone = before + consumed
        state.rows += rows
        progress(state)
      }
      outcomes.append(outcome)
      state.bytesDone = before + task.size
      state.filesDone += 1
      progress(state)
    }
    return outcomes
  }

  /// Takes what a worker makes of one input.
  private func take(
    _ task: ImportTask, _ next: () -> ImportTask.Message, drop: () -> Void,
    to destination: ImportDestination, _ folder: inout FactFolder?,
    progress: (Int, Int) -> Void
  ) throws -> ImportOutcome {
    var session: ImportDestination.Session?
    var (format, reason): (String?, String?) = (nil, nil)
    var repeats = 0
    func outcome(_ result: ImportOutcome.Result) -> ImportOutcome {
      ImportOutcome(input: task.input, format: format, reason: reason, result: result)
    }
    while true {
      switch next() {
      case .start(let identity, let name, let why):
        (format, reason) = (name, why)
        switch try destination.begin(identity, at: task.input.name) {
        case .known(let file):
          drop()
          return outcome(.known(file))
        case .session(let begun): session = begun
        }
      case .output(.batch(let batch), let consumed):
        let folded = folder?.fold(batch)
        repeats += folded?.repeats ?? 0
        try session?.append(folded?.facts ?? batch)
        progress(consumed, batch.count)
      case .output(.rejects(let rejects), let consumed):
        for reject in rejects {
          let result = reject.row.withUnsafeBytes { bytes in
            Result { try session?.reject(reject.rejection, row: bytes) }
          }
          try result.get()
        }
        progress(consumed, rejects.count)
      case .end(var account, let identity):
        account.duplicate += repeats
        guard let session else { return outcome(.passedOver("no beginning")) }
        return outcome(try session.commit(account, as: identity))
      case .failed(let error, let name):
        session?.abandon()
        format = format ?? name
        return outcome(.refused(error))
      case .table(let kind, let why):
        (format, reason) = (kind, why)
        return outcome(.table)
      case .passedOver(let why):
        session?.abandon()
        return outcome(.passedOver(why))
      }
    }
  }
}
