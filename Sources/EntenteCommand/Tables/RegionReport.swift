import EntenteNumerics
import EntenteStructure

/// A regional complex as JSON and as text; described in docs/structure.md.
struct RegionReport: Encodable {
  struct Member: Encodable {
    let state: String
    let lift: EstimateRow
    let isCore: Bool
    let penetration: EstimateRow?
    let statesOfLikeVolume: Int
  }
  struct Reading: Encodable {
    let period: String
    let weeks: Int
    let isThin: Bool
    let finding: String
    let lift: EstimateRow
    let liftPercentile: Double
    let conductance: EstimateRow
    let conductancePercentile: Double
    let liftBeyondDistance: EstimateRow?
    let core: [String]
    let overlaid: [String]
    let members: [Member]
  }

  static let caveat = """
    [C] Entente's own construction: a complex if at most 5% of sets of like members have as large a
    lift, its interval lies over 1, and so does every member's lift; core: member's lift over 1.5;
    overlay: penetration over 0.5. Volume is |score|: dealing much is not being friends.
    """

  let schema = "entente-region/1"
  let members: [String]
  let outside: String?
  let sets: Int
  let seed: UInt64
  let construction = "Entente's own"
  let caveat = RegionReport.caveat
  let readings: [Reading]
  let leftOut: [String]

  init(
    _ members: [String], outside: String?, _ readings: [(String, RegionalComplex)], sets: Int,
    seed: UInt64, skipped: [String]
  ) {
    self.members = members
    self.outside = outside
    self.sets = sets
    self.seed = seed
    leftOut = skipped
    self.readings = readings.map { period, reading in
      Reading(
        period: period, weeks: reading.weeks,
        isThin: reading.weeks < StretchOptions.fewestWeeks, finding: reading.finding.rawValue,
        lift: EstimateRow(reading.lift), liftPercentile: reading.liftPercentile.rate,
        conductance: EstimateRow(reading.conductance),
        conductancePercentile: reading.conductancePercentile.rate,
        liftBeyondDistance: reading.liftBeyondDistance.map(EstimateRow.init), core: reading.core,
        overlaid: reading.overlaid,
        members: reading.members.map {
          Member(
            state: $0.state, lift: EstimateRow($0.lift), isCore: $0.isCore,
            penetration: $0.penetration.map(EstimateRow.init), statesOfLikeVolume: $0.alike)
        })
    }
  }

  var text: String {
    func percent(_ share: Double) -> String { Columns.fixed(100 * share, 1) + "%" }
    var lines = [
      Columns.text(
        [
          "period", "weeks", "lift", "like sets", "phi", "like sets", "beyond distance",
          "finding [C]",
        ],
        readings.map {
          [
            $0.period, "\($0.weeks)\($0.isThin ? " thin" : "")", $0.lift.text(),
            percent($0.liftPercentile),
            $0.conductance.text(), percent($0.conductancePercentile),
            $0.liftBeyondDistance?.text() ?? "not asked", $0.finding,
          ]
        }), "",
    ]
    for reading in readings {
      lines.append(reading.period)
      for member in reading.members {
        var line = "  \(member.state) lift \(member.lift.text())\(member.isCore ? ", core" : "")"
        if let penetration = member.penetration, let outside {
          line += ", \(penetration.text()) of its volume with \(outside)"
        }
        if member.statesOfLikeVolume == 1 { line += "; no other state of like volume" }
        lines.append(line)
      }
      if !reading.overlaid.isEmpty {
        lines.append("  overlay: \(reading.overlaid.joined(separator: ", "))")
      }
    }
    lines += leftOut.map { "left out: \($0)" }
    lines.append("")
    lines.append(
      "90% intervals from 8-week blocks; like sets: share of \(sets) sets of states of like volume "
        + "with as much")
    return (lines + [Self.caveat]).joined(separator: "\n")
  }
}
