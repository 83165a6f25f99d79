import EntenteRecord
import EntenteStore

/// Writes events out one after the other, with the names of their files.
struct EventPrinter {
  enum Form { case csv, jsonLines, json, plain }

  private let files: [UInt32: String]

  init(_ store: RecordStore) throws {
    files = Dictionary(uniqueKeysWithValues: try store.files().map { ($0.number, $0.file.path) })
  }

  /// - Parameters:
  ///   - limit: at most so many; nil for all.
  ///   - isWanted: days that count.
  /// - Returns: how many were written.
  @discardableResult
  func print(
    _ events: EventSelection, as form: Form, to out: OutputFile, limit: Int? = nil,
    isWanted: (Day) -> Bool = { _ in true }
  ) throws -> Int {
    var written = 0
    if form == .csv { _ = try out.write(EventText.columns.joined(separator: ",") + "\n") }
    if form == .json { _ = try out.write("{\"events\":[\n") }
    try events.forEachDay { batch, numbers in
      guard let day = batch.day.first, isWanted(Day(number: day)) else { return true }
      for i in 0..<batch.count {
        if let limit, written >= limit { return false }
        let file = files[numbers[i]] ?? ""
        let text =
          switch form {
          case .csv: EventText.csv(batch, i, file: file)
          case .jsonLines: EventText.json(batch, i, file: file)
          case .json: (written > 0 ? "," : "") + EventText.json(batch, i, file: file)
          case .plain: plain(batch, i, file: file)
          }
        written += 1
        guard try out.write(text) else { return false }
      }
      return true
    }
    if form == .json { _ = try out.write("],\"count\":\(written)}\n") }
    try out.finish()
    return written
  }

  private func plain(_ batch: EventBatch, _ i: Int, file: String) -> String {
    let row = batch.row(i)
    func actor(_ state: UInt16, _ text: UInt32) -> String {
      let code = PackedState(rawValue: state).code?.text ?? "---"
      let name = batch.texts[Int(text)]
      // A name from a file must not steer the terminal.
      return name.isEmpty || name == code ? code : "\(code) \(Fault.quoted(name))"
    }
    let code = PackedCode(rawValue: row.code).description
    let type = EventType(index: row.plover)?.rawValue ?? ""
    let words = [
      Day(number: row.day).description, batch.format.name, code.isEmpty ? "-" : code,
      type.isEmpty ? "-" : type, row.goldstein.isNaN ? "no score" : "\(row.goldstein)",
      "\(actor(row.source, row.sourceActor)) > \(actor(row.target, row.targetActor))",
      "\(file):\(row.line)",
    ]
    return words.joined(separator: "  ") + "\n"
  }
}
