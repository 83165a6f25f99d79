import EntenteNumerics
import EntenteStructure

/// Fears in alliances as JSON and as text; described in docs/structure.md.
struct AlliancesReport: Encodable {
  struct Row: Encodable {
    let state: String
    let ally: String
    let year: Int
    let abandonment: Double?
    let dependence: Double?
    let commitment: Double?
    let obligation: Double?
    let troops: Double?
    let consultation: Double?
    let entrapment: Double?
    let allyConflict: Double?
    let alignment: Double?
  }
  struct TradeOff: Encodable {
    let moves: Int
    let opposite: Int
    let share: Double?
    let low: Double?
    let high: Double?
    let tauB: Double?
  }

  static let caveat = """
    [C] Entente's own construction, exact given the parts: abandonment = dependence x (1 - commitment),
    entrapment = ally's conflict x obligation x alignment. Fears are of those who hold them: this is what
    they would rest on, not what anybody felt.
    """

  let schema = "entente-alliances/1"
  let construction = "Entente's own"
  let caveat = AlliancesReport.caveat
  let readings: [Row]
  let tradeOff: TradeOff
  let notes: [String]

  init(_ dilemmas: [AllianceDilemma], _ tradeOff: DilemmaTradeOff, notes: [String] = []) {
    self.notes = notes
    readings = dilemmas.map { dilemma in
      let parts = dilemma.parts
      return Row(
        state: parts.state, ally: parts.ally, year: parts.year, abandonment: dilemma.abandonment,
        dependence: dilemma.dependence, commitment: dilemma.commitment,
        obligation: parts.obligation, troops: parts.troops, consultation: parts.consultation,
        entrapment: dilemma.entrapment, allyConflict: parts.allyConflict,
        alignment: parts.alignment)
    }
    let opposite = tradeOff.opposite
    let interval = opposite.interval(z: 1.6448536269514722)
    self.tradeOff = TradeOff(
      moves: opposite.trials, opposite: opposite.successes,
      share: opposite.trials > 0 ? opposite.rate : nil,
      low: opposite.trials > 0 ? interval.lowerBound : nil,
      high: opposite.trials > 0 ? interval.upperBound : nil, tauB: tradeOff.tauB)
  }

  var text: String {
    func digits(_ value: Double?) -> String { value.map { Columns.fixed($0) } ?? "-" }
    var lines = [
      Columns.text(
        [
          "state", "ally", "year", "abandonment", "dependence", "commitment", "obligation",
          "troops", "consultation", "entrapment", "ally's conflict", "alignment",
        ],
        readings.map {
          [
            $0.state, $0.ally, "\($0.year)", digits($0.abandonment), digits($0.dependence),
            digits($0.commitment), digits($0.obligation), digits($0.troops),
            digits($0.consultation), digits($0.entrapment), digits($0.allyConflict),
            digits($0.alignment),
          ]
        }, left: 2), "",
    ]
    if let share = tradeOff.share {
      lines.append(
        "moves that cut one fear and raised the other: \(tradeOff.opposite) of \(tradeOff.moves), "
          + "\(Columns.fixed(share)) \(Columns.interval(tradeOff.low, tradeOff.high)) (Wilson, 90%)"
          + (tradeOff.tauB.map { ", tau-b \(Columns.fixed($0))" } ?? ""))
    } else {
      lines.append(
        "cannot tell whether one fear is traded for the other: no year in which both moved")
    }
    return (lines + notes + [Self.caveat]).joined(separator: "\n")
  }
}
