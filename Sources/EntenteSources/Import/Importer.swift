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
    let names = EventReaderCatalog.all.map { $0.descriptor.name }
    guard let found = EventReaderCatalog.all.first(where: { $0.descriptor.name == format }) else {
      throw RecordError(
        .invalid,
        [
          Fault(
            Place(file: "entente import", line: 0), "format", expected: "a format that is read",
            found: Fault.quoted(format),
            hint: NearSpelling.of(format, among: names).map { "did you mean \($0)?" }
              ?? "known: auto, " + names.sorted().joined(separator: ", "))
        ])
    }
    reader = found
  }

  /// Imports files, folders and patterns in the order given.
  ///
  /// - Parameter progress: called often, from the calling thread.
  /// - Returns: what became of each input. Files that were refused stand among them and stop nothing.
  /// - Throws: `RecordError` where a path means nothing, before anything is imported; `StoreError`
  ///   where the record cannot be written.
  public func run(
    _ paths: [String], into writer: RecordWriter, progress: (ImportProgress) -> Void = { _ in }
  ) throws -> [ImportOutcome] {
    let tasks = try Importer.tasks(paths)
    let handOff = OrderedHandOff<ImportTask.Message>(tasks: tasks.count, depth: Importer.depth)
    let workers = min(threads, tasks.count)
    let finished = DispatchSemaphore(value: 0)
    for _ in 0..<workers {
      let thread = Thread { [reader, options, limits] in
        while let i = handOff.begin() {
          tasks[i].run(reader, options: options, limits: limits) { handOff.put($0, for: i) }
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
        task, { handOff.take(from: i) }, drop: { handOff.drop(i) }, into: writer, &folder
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
    try writer.flush()
    return outcomes
  }

  /// Takes what a worker makes of one input.
  private func take(
    _ task: ImportTask, _ next: () -> ImportTask.Message, drop: () -> Void,
    into writer: RecordWriter, _ folder: inout FactFolder?, progress: (Int, Int) -> Void
  ) throws -> ImportOutcome {
    var session: ImportSession?
    var (format, reason): (String?, String?) = (nil, nil)
    var repeats = 0
    func outcome(_ result: ImportOutcome.Result) -> ImportOutcome {
      ImportOutcome(input: task.input, format: format, reason: reason, result: result)
    }
    while true {
      switch next() {
      case .start(let identity, let name, let why):
        (format, reason) = (name, why)
        switch try writer.begin(identity) {
        case .alreadyImported(let file):
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
      case .end(var account):
        account.duplicate += repeats
        guard let session else { return outcome(.passedOver("no beginning")) }
        return outcome(.imported(try session.commit(account)))
      case .failed(let error, let name):
        session?.abandon()
        format = format ?? name
        return outcome(.refused(error))
      case .passedOver(let why):
        session?.abandon()
        return outcome(.passedOver(why))
      }
    }
  }

  private static func tasks(_ paths: [String]) throws(RecordError) -> [ImportTask] {
    var tasks: [ImportTask] = []
    let named = Set(paths)
    for path in try InputPaths.files(paths) {
      let size = (try? RawFile(path).size) ?? 0
      let inputs: [InputFile]
      do throws(RecordError) {
        inputs = try InputFile.inputs(at: path)
      } catch {
        // Told in its turn, like every other file that cannot be read.
        inputs = [InputFile(path: path)]
      }
      for input in inputs {
        tasks.append(
          ImportTask(
            input: input, isNamed: named.contains(path) && inputs.count == 1,
            size: size / max(1, inputs.count)))
      }
    }
    return tasks
  }
}
