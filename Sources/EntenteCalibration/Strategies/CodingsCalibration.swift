import EntenteNumerics
import EntenteRecord
import EntenteSources
import EntenteStrategies

/// What the rules are worth on states and periods whose strategy the literature names.
struct CodingsCalibration: Sendable {
  let history: HistoricalCase
  let codings: [CodedPeriod]
  let seed: UInt64
  let threads: Int

  /// The run on the shared data.
  ///
  /// - Throws: the faults of the files.
  init(shared: String, seed: UInt64, threads: Int) throws {
    let faults = PlainFaults()
    let codings = CodedPeriod.read("\(shared)/methods/strategies-codings.csv", faults: faults)
    let tables = HistoricalTables(folder: "\(shared)/data/cow", faults: faults)
    try faults.finish()
    history = HistoricalCase(tables: tables, typical: TypicalSpending(tables))
    self.codings = codings ?? []
    self.seed = seed
    self.threads = threads
  }

  /// Tables of scores; one that says why, if there is nothing to read.
  static func tables(seed: UInt64, threads: Int, shared: String?) -> [CalibrationTable] {
    guard let shared else { return [leftOut("no shared data")] }
    do {
      return try CodingsCalibration(shared: shared, seed: seed, threads: threads).tables()
    } catch {
      return [leftOut("\(error)")]
    }
  }

  private static func leftOut(_ reason: String) -> CalibrationTable {
    CalibrationTable(
      title: "Strategies: codings from the literature", note: "Left out.", columns: ["reason"],
      rows: [[reason]])
  }

  /// How the rules read a period.
  enum Reading: String, CaseIterable, Sendable {
    case whole = "whole period, threat as coded"
    case yearly = "mean of the years, threat as coded"
    case measured = "whole period, threat as measured"
  }

  // MARK: - Reading

  /// Periods that begin while the alliances are covered, cut where they end.
  var covered: [(coding: CodedPeriod, years: ClosedRange<Int>)] {
    codings.compactMap { coding in
      let last = min(coding.years.upperBound, HistoricalTables.lastYear)
      return last < coding.years.lowerBound ? nil : (coding, coding.years.lowerBound...last)
    }
  }

  func scores(_ reading: Reading) -> CodingScores {
    let covered = covered
    let rows = Parallel.map(covered.count, threads: threads) { index in
      let (coding, years) = covered[index]
      let found = answers(on: coding, in: years, reading)
      return CodingScores.Row(
        state: coding.state, coded: coding.strategies,
        supports: found.mapValues(\.support), probabilities: found.mapValues(\.probability))
    }
    return CodingScores(rows: rows, seed: seed)
  }

  /// Strategies that the tables hold anything on.
  private func answers(
    on coding: CodedPeriod, in years: ClosedRange<Int>, _ reading: Reading
  ) -> [Strategy: (support: Double, probability: Double)] {
    var threat = coding.threat
    if reading == .measured {
      // The first reading, with everybody as a possible threat, says whom the others stand against.
      let free = history.evidence(on: coding.state, in: years, threat: nil, blocsAgainst: nil)
      let first = Strategies.assessment(
        of: HistoricalCase.code(coding.state), in: Self.span(years), free, options: options)
      threat = first?.threats.first.map { HistoricalCase.number(of: $0.state) }
    }
    let evidence = history.evidence(
      on: coding.state, in: years, threat: reading == .measured ? nil : threat,
      blocsAgainst: threat)
    let spans = reading == .yearly ? years.map { Self.span($0...$0) } : [Self.span(years)]
    var found: [Strategy: [(support: Double, probability: Double)]] = [:]
    for span in spans {
      let answer = Strategies.assessment(
        of: HistoricalCase.code(coding.state), in: span, evidence, options: options)
      for support in answer?.supports ?? [] {
        guard let value = support.support?.value, let probability = support.probability?.value
        else { continue }
        found[support.strategy, default: []].append((value, probability))
      }
    }
    return found.mapValues { list in
      (Moments.mean(list.map(\.support)), Moments.mean(list.map(\.probability)))
    }
  }

  private var options: StrategyOptions { StrategyOptions(draws: 200, seed: seed) }

  private static func span(_ years: ClosedRange<Int>) -> Span {
    Span.only(HistoricalCase.day(years.lowerBound, 1, 1))
      .extended(to: HistoricalCase.day(years.upperBound, 12, 31))
  }

  // MARK: - Tables

  private func tables() -> [CalibrationTable] {
    let readings = Reading.allCases.map { ($0, scores($0)) }
    return [areas(readings), losses(readings), calibration(readings[0].1), fit(readings[0].1)]
  }

  private var note: String {
    """
    \(covered.count) of \(codings.count) state-periods coded from the literature, cut at \
    \(HistoricalTables.lastYear), where the alliances end. The rules and thresholds are those of \
    every case, read on capabilities, spending, alliances, disputes and wars.
    """
  }

  private func areas(_ readings: [(Reading, CodingScores)]) -> CalibrationTable {
    let rows = Strategy.allCases.map { strategy -> [String] in
      let coded = covered.count { $0.coding.strategies.contains(strategy) }
      return [strategy.title, "\(coded)"]
        + readings.map { _, scores in
          guard let area = scores.area(of: strategy) else { return "not measurable" }
          let text =
            "\(Figure.share(area.value)) [\(Figure.share(area.low)), \(Figure.share(area.high))]"
          return coded < SupportCalibration.fewest ? text + ", too few" : text
        }
    }
    return CalibrationTable(
      title: "Strategies: area under the curve on coded history",
      note: note + """
         Chance that a coded period has more support than another, with 90% intervals over samples \
        of states. Below \(SupportCalibration.fewest) coded periods the figure says nothing of the rule. The tables \
        hold no meetings, so hedging is not measurable in them.
        """,
      columns: ["strategy", "coded"] + readings.map(\.0.rawValue), rows: rows)
  }

  private func losses(_ readings: [(Reading, CodingScores)]) -> CalibrationTable {
    let rows = readings.flatMap { reading, scores in
      CodingScores.Forecast.allCases.map { forecast -> [String] in
        let loss = scores.loss(of: forecast)
        let gain =
          forecast == .shares
          ? "–"
          : "\(Figure.share(loss.gain)) [\(Figure.share(loss.low)), \(Figure.share(loss.high))]"
        return [reading.rawValue, forecast.rawValue, Figure.share(loss.mean), gain]
      }
    }
    return CalibrationTable(
      title: "Strategies: log loss on states left out in turn",
      note: note + """
         Sum over the eight strategies, mean over periods; shares and fits come from the other \
        states, and a strategy that cannot be measured gets its share. The program's own constants \
        were fitted on whole periods of all these states, so their loss is optimistic; the last line \
        of each reading is not. Gain over class shares with 90% intervals over samples of states.
        """,
      columns: ["reading", "probabilities", "log loss", "gain"], rows: rows)
  }

  private func calibration(_ scores: CodingScores) -> CalibrationTable {
    let bounds = [0, 0.1, 0.2, 0.35, 0.5, 0.65, 1.0001]
    let all = zip(scores.rows, scores.probabilities(of: .leftOut)).flatMap { row, probabilities in
      row.supports.keys.compactMap { strategy in
        probabilities[strategy].map { (p: $0, isCoded: row.coded.contains(strategy)) }
      }
    }
    let rows = zip(bounds, bounds.dropFirst()).map { low, high -> [String] in
      let bin = all.filter { $0.p >= low && $0.p < high }
      let label = high > 1 ? "\(low) to 1" : "\(low) to \(high)"
      guard !bin.isEmpty else { return [label, "0", "", ""] }
      return [
        label, "\(bin.count)", Figure.share(Moments.mean(bin.map(\.p).sorted())),
        Proportion(bin.map(\.isCoded)).text,
      ]
    }
    return CalibrationTable(
      title: "Strategies: probabilities on coded history, states left out in turn",
      note: note + """
         Whole periods, threat as coded, strategies that can be measured; the fit is made as the \
        program's, on the other states. 95% intervals take strategies for independent.
        """,
      columns: ["probability", "strategies", "mean", "coded so"], rows: rows)
  }

  /// The constants as they come out now beside those that the program has.
  private func fit(_ scores: CodingScores) -> CalibrationTable {
    let (found, shipped) = (scores.calibration, SupportCalibration.coded)
    func probability(_ strategy: Strategy, _ support: Double) -> String {
      let estimate = found.probability(of: strategy, support: support)
      return
        "\(Figure.share(estimate.value)) [\(Figure.share(estimate.low ?? .nan)), \(Figure.share(estimate.high ?? .nan))]"
    }
    let head = [
      "slope", "", "\(Figure.fine(found.slope)) ± \(Figure.fine(found.slopeError))",
      Figure.fine(shipped.slope), "", "", "",
    ]
    let rows = Strategy.allCases.map { strategy -> [String] in
      let curve = found.lines[strategy]?.curve
      return [
        strategy.title, "\(found.lines[strategy]?.coded ?? 0)",
        curve.map { "\(Figure.fine($0.level)) ± \(Figure.fine($0.levelError))" } ?? "share alone",
        shipped.lines[strategy]?.curve.map { Figure.fine($0.level) } ?? "share alone",
        probability(strategy, 0.1), probability(strategy, 0.5), probability(strategy, 0.9),
      ]
    }
    return CalibrationTable(
      title: "Strategies: from support to probability",
      note: note + """
         Whole periods, threat as coded: the fit on all of them, with standard errors, beside what the \
        program has. One slope for all; for each strategy its log odds at its mean support, and the \
        probability at a support of .1, .5 and .9 with the 90% interval of the fit. \
        `entente-calibration fit-strategies` writes the program's.
        """,
      columns: ["constant", "coded", "fitted", "the program's", "at .1", "at .5", "at .9"],
      rows: [head] + rows)
  }
}
