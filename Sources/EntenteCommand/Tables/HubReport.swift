import EntenteRecord
import EntenteStructure

/// Hub, spokes and institution as JSON and as text; described in docs/structure.md.
struct HubReport: Encodable {
  struct Pair: Encodable {
    let first: String
    let second: String
    let weeklyVolume: Double
  }
  struct Reading: Encodable {
    let period: String
    let hub: String
    let weeks: Int
    let isThin: Bool
    let centralisation: EstimateRow
    let spokeRatio: EstimateRow
    let hubShare: EstimateRow
    let pairs: [Pair]
  }
  struct Point: Encodable {
    let point: String
    let holds: Bool
    let evidence: [String]
  }
  struct Institution: Encodable {
    let day: String
    let index: Int
    let points: [Point]
  }

  static let caveat = """
    Volume is |score|, no cooperation: a quarrel among spokes raises the ratio as much as a summit.
    Centralisation hangs on the busiest pair; its interval may lie off it.
    """
  static let institutionCaveat =
    "[C] Entente's own construction; exact, given the evidence. Leaders and ministers need a meeting in "
    + "each of the last two years, all else evidence in force."

  let schema = "entente-hub/1"
  let seed: UInt64
  let caveat = HubReport.caveat
  let readings: [Reading]
  let leftOut: [String]
  let institutions: [Institution]
  let institutionCaveat = HubReport.institutionCaveat

  init(
    _ readings: [(String, HubReading)], _ institutions: [Institutionalisation], seed: UInt64,
    skipped: [String]
  ) {
    self.seed = seed
    leftOut = skipped
    self.readings = readings.map { period, reading in
      Reading(
        period: period, hub: reading.hub, weeks: reading.weeks,
        isThin: reading.weeks < StretchOptions.fewestWeeks,
        centralisation: EstimateRow(reading.centralisation),
        spokeRatio: EstimateRow(reading.spokeRatio), hubShare: EstimateRow(reading.hubShare),
        pairs: reading.pairs.map {
          Pair(first: $0.first, second: $0.second, weeklyVolume: $0.volume)
        })
    }
    self.institutions = institutions.map { institution in
      Institution(
        day: institution.day.description, index: institution.index,
        points: institution.points.map {
          Point(point: $0.point.rawValue, holds: $0.holds, evidence: $0.evidence)
        })
    }
  }

  var text: String {
    var lines: [String] = []
    if let first = readings.first {
      lines.append(
        Columns.text(
          ["period", "weeks", "spoke ratio", "centralisation", "share of \(first.hub)"],
          readings.map {
            [
              $0.period, "\($0.weeks)\($0.isThin ? " thin" : "")", $0.spokeRatio.text(),
              $0.centralisation.text(),
              $0.hubShare.text(),
            ]
          }))
      lines += leftOut.map { "left out: \($0)" }
      lines += ["", "90% intervals from 4-week blocks", Self.caveat]
    }
    for institution in institutions {
      if !lines.isEmpty { lines.append("") }
      lines.append("institution on \(institution.day): \(institution.index) of 8 [C]")
      lines += institution.points.map { point in
        let evidence = point.evidence.joined(separator: ", ")
        return "  \(point.holds ? "1" : "0") \(point.point)"
          + (evidence.isEmpty ? ": no evidence" : ": \(evidence)")
      }
    }
    if !institutions.isEmpty { lines.append(Self.institutionCaveat) }
    return lines.joined(separator: "\n")
  }
}
