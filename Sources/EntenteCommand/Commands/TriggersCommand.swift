import ArgumentParser
import EntenteAttribution
import EntenteBrief
import EntenteClaims
import EntenteDating
import EntenteHistory
import EntenteRecord
import EntenteSources
import EntenteTriggers
import Foundation

struct TriggersCommand: Command {
  static let configuration = CommandConfiguration(
    commandName: "triggers",
    abstract: "Holds dated events against series: order, effect, placebos, rivals, power.",
    discussion: """
      Example:
        entente triggers northeast-asia
        entente triggers northeast-asia --pair CHN-PRK --direction any --json
        entente triggers my-case/series/news-weekly.csv --column AAA-BBB --events my-case/chronology.csv

      CASE is a folder or a built-in name; its triggers are weighed on the pairs of its first bloc,
      or on those of --pair. SERIES is a table date,value or a panel date,actor,actor,value, with
      --events. EVENTS has the columns date,id and, if wanted, title, kind (candidate, shock, record)
      and group. The ledger goes to standard output, triggers.html and triggers.json into
      ./entente-triggers.
      """)

  enum Direction: String, ExpressibleByArgument, CaseIterable {
    case up, down, any
    var sign: Int { self == .up ? 1 : self == .down ? -1 : 0 }
  }

  @Argument(help: "A case, or a CSV file.", completion: .file()) var subject: String
  @Option(
    help: "A table of dated events; of a case, in place of its triggers.",
    completion: .file(extensions: ["csv"])) var events: String?
  @Option(help: "A pair of actors, A-B; may be repeated. Default: the first bloc of the case.")
  var pair: [String] = []
  @Option(help: "Where the events are said to have moved the series: up, down or any.")
  var direction: Direction?
  @Option(help: "Of a table with several columns of values: the one to search.")
  var column: String?
  @Option(
    help: "Of a panel: a table date,volume of the world.", completion: .file(extensions: ["csv"]))
  var volume: String?
  @Option(help: "Of a panel: name of the column with the days that a value rests on.")
  var days: String?
  @Option(help: "First day of the series to use.") var from: String?
  @Option(help: "Last day of the series to use.") var to: String?
  @Option(help: "Folder for triggers.html and triggers.json.", completion: .directory)
  var out = "entente-triggers"
  @OptionGroup var options: AnalysisOptions
  @Flag(help: "Print the JSON, and write no files.") var json = false

  func validate() throws {
    for (text, name) in [(from, "from"), (to, "to")] {
      if let text, Day(text) == nil {
        throw ValidationError("--\(name): expected a date like 2023-08-18, found \(text)")
      }
    }
    if let first = from.flatMap({ Day($0) }), let last = to.flatMap({ Day($0) }), first > last {
      throw ValidationError("--from: expected a day not after --to, found \(first)")
    }
  }

  func run() throws {
    if !json { try AtomicFile.expectFolder(out) }
    let ledger = try TableOrCase.isCase(subject) ? caseLedger() : tableLedger()
    let encoder = JSONEncoder()
    encoder.outputFormatting = [.prettyPrinted, .sortedKeys, .withoutEscapingSlashes]
    let encoded = try encoder.encode(ledger)
    if json { return Streams.print(String(decoding: encoded, as: UTF8.self)) }
    Streams.print(TriggersText.text(ledger, width: Streams.width))
    try AtomicFile.folder(out)
    try AtomicFile.write(Data(TriggersPage.html(ledger).utf8), to: "\(out)/triggers.html")
    Streams.log("page: \(out)/triggers.html")
    try AtomicFile.write(encoded, to: "\(out)/triggers.json")
    Streams.log("json: \(out)/triggers.json")
  }

  private var span: Span? {
    guard from != nil || to != nil else { return nil }
    return Span(
      from: from.flatMap { Day($0) } ?? Day(number: -100_000),
      to: to.flatMap { Day($0) } ?? Day(number: 100_000))
  }

  // MARK: - A case

  private func caseLedger() throws -> TriggerLedger {
    if column != nil || volume != nil || days != nil {
      throw BadInput("--column, --volume and --days belong to a table of one's own, not to a case")
    }
    let loaded = try CaseLocation.read(subject)
    let analysis = CaseAnalysis(
      of: loaded, seed: options.seed, draws: options.draws, threads: options.workers)
    let dyads = try pair.isEmpty ? legs(of: analysis) : pair.map { try dyad($0, in: analysis) }
    let key = analysis.rivalsKey(of: dyads, direction: (direction ?? .up).sign)
    do {
      var question = try analysis.triggerQuestion(key)
      if let events {
        let rows = try DatedEventsFile(at: events).rows
        question = TriggerQuestion(
          title: question.title, weeks: question.weeks, days: question.days,
          responses: question.responses, candidates: Self.events(rows, .candidate),
          shock: Self.events(rows, .shock).first ?? question.shock,
          record: question.record + Self.events(rows, .record))
      }
      if let span {
        let kept = question.weeks.indices.filter { span.contains(question.weeks[$0]) }
        question = question.keeping(kept)
      }
      guard !question.candidates.isEmpty else {
        throw BadInput(
          "\(subject): expected triggers in case.yaml, found none\n    hint: give some with --events"
        )
      }
      return try analysis.ledger(of: question)
    } catch let error as CaseAnalysis.LedgerError {
      throw BadInput("\(subject): \(error.message)")
    } catch let error as HistoryError {
      throw BadInput("\(subject): \(error.message)")
    }
  }

  private func legs(of analysis: CaseAnalysis) throws -> [Dyad] {
    let loaded = analysis.subject
    guard let first = loaded.blocs.compactMap(loaded.group).first else {
      throw BadInput(
        "\(subject): expected a case with blocs, or --pair, found neither\n    hint: choose pairs with --pair A-B"
      )
    }
    let known = Set(analysis.panel?.dyads ?? [])
    return Dyad.all(of: first.members).filter(known.contains)
  }

  private func dyad(_ text: String, in analysis: CaseAnalysis) throws -> Dyad {
    let known = analysis.panel?.dyads ?? []
    if let dyad = Dyad(text), known.contains(dyad) { return dyad }
    let names = known.map(\.description)
    let hint =
      NearSpelling.of(text, among: names).map { "did you mean \($0)?" }
      ?? "pairs: " + names.prefix(12).joined(separator: ", ") + (names.count > 12 ? ", ..." : "")
    throw BadInput(
      "--pair \(Fault.quoted(text)): expected a pair of the affinity series\n    hint: \(hint)")
  }

  // MARK: - A table

  private func tableLedger() throws -> TriggerLedger {
    guard let events else {
      throw BadInput(
        "\(subject): expected --events with a table of dated events, found none\n    hint: columns date,id,title,kind"
      )
    }
    let rows = try DatedEventsFile(at: events).rows
    let table = try MeasuredTableReader.read(subject, days: days, column: column)
    guard table.isDated else {
      throw BadInput(
        "\(subject): expected dates in the first column, found numbers\n    hint: events are told by date"
      )
    }
    let question: TriggerQuestion
    let sign = (direction ?? .any).sign
    let (candidates, shock, record) = (
      Self.events(rows, .candidate), Self.events(rows, .shock).first, Self.events(rows, .record)
    )
    let title =
      column
      ?? subject.split(separator: "/").last.map { String($0.prefix { $0 != "." }) } ?? subject
    switch table.content {
    case .series(let positions, let values):
      guard pair.isEmpty, volume == nil else {
        throw BadInput("--pair and --volume belong to a panel date,actor,actor,value")
      }
      question = TriggerQuestion(
        title: title, positions: positions, values: values, direction: sign,
        candidates: candidates, shock: shock, record: record, within: span)
    case .pairs(let actors, let cells):
      let world = try volume.map { try MeasuredTableReader.readVolume($0, isDated: true) }
      let panel = PairPanel(
        actors: actors,
        rows: cells.map(PairPanel.Row.init), volume: world, isDated: true)
      question = try panelQuestion(panel, cells, title, sign, candidates, shock, record)
    }
    guard question.weeks.count >= TriggerQuestion.leastWeeks else {
      throw BadInput(
        "\(subject): expected at least \(TriggerQuestion.leastWeeks) weeks with data, found \(question.weeks.count)"
      )
    }
    var chosen = TriggerOptions()
    chosen.seed = options.seed
    chosen.draws = options.draws
    chosen.threads = options.workers
    do {
      var ledger = try TriggerLedger(question, options: chosen)
      let grouped = rows.compactMap { row in
        row.group.map { EventCascade.Member(event: Self.event(row), group: $0) }
      }
      if !grouped.isEmpty, let span = Span(from: ledger.from, to: ledger.through) {
        let found = EventCascade.fit(
          grouped, in: span, seed: options.seed, threads: options.workers)
        ledger.cascade = found.cascade
        if let problem = found.problem { ledger.notes.append(problem) }
      }
      return ledger
    } catch {
      throw BadInput("\(subject): \(error.description)")
    }
  }

  private func panelQuestion(
    _ panel: PairPanel, _ cells: [MeasuredTable.PairRow], _ title: String, _ sign: Int,
    _ candidates: [TriggerQuestion.DatedEvent], _ shock: TriggerQuestion.DatedEvent?,
    _ record: [TriggerQuestion.DatedEvent]
  ) throws -> TriggerQuestion {
    let names = panel.pairs.map(\.description)
    guard !pair.isEmpty else {
      throw BadInput(
        "\(subject): expected --pair, found none\n    hint: pairs: "
          + names.prefix(12).joined(separator: ", ") + (names.count > 12 ? ", ..." : ""))
    }
    let wanted = try pair.map { text -> PairPanel.Pair in
      let turned = panel.pairs.first {
        $0.description == text || "\($0.second)-\($0.first)" == text
      }
      guard let turned else {
        let hint = NearSpelling.of(text, among: names).map { "\n    hint: did you mean \($0)?" }
        throw BadInput(
          "--pair \(Fault.quoted(text)): expected a pair of the panel\(hint ?? "")")
      }
      return turned
    }
    // Days with data: told by the table, or the days that it lists.
    var present: [Int: Double] = [:]
    var listed: [Int: Set<Int>] = [:]
    for cell in cells {
      let week = Int(Day(number: Int32(clamping: cell.position)).monday.number)
      present[week] = max(present[week] ?? 0, cell.days ?? 0)
      listed[week, default: []].insert(cell.position)
    }
    let isDaily = listed.values.contains { $0.count > 1 }
    let days = panel.periods.map { week -> Int in
      if let told = present[week], told > 0 { return min(7, Int(told)) }
      return isDaily ? min(7, listed[week]?.count ?? 1) : 7
    }
    guard
      let question = TriggerQuestion(
        title: title, panel: panel, days: days, pairs: wanted.map { ($0, sign) },
        candidates: candidates, shock: shock, record: record, within: span)
    else { throw BadInput("\(subject): expected pairs of the panel") }
    return question
  }

  private static func event(_ row: DatedEventsFile.Row) -> TriggerQuestion.DatedEvent {
    TriggerQuestion.DatedEvent(id: row.id, title: row.title, day: row.day)
  }

  private static func events(
    _ rows: [DatedEventsFile.Row], _ kind: DatedEventsFile.Kind
  ) -> [TriggerQuestion.DatedEvent] {
    rows.filter { $0.kind == kind }.map(event)
  }
}
