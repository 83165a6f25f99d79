import EntenteStructure

/// Polarity as JSON and as text; described in docs/structure.md.
struct PolarityReport: Encodable {
  struct Ranged: Encodable {
    let value: Double
    let low: Double?
    let high: Double?

    init(_ ranged: PolarityReading.Ranged) {
      value = ranged.value
      low = ranged.low
      high = ranged.high
    }

    func text(_ digits: Int) -> String {
      Columns.fixed(value, digits) + " " + Columns.interval(low, high, digits)
    }
  }
  struct Pole: Encodable {
    let state: String
    let share: Ranged
    let components: [String: Double]
    let missing: [String]

    /// `CHN 0.24 (milex 0.14, ...)`: never the name without the parts.
    func text(_ order: [String]) -> String {
      let parts = order.compactMap { name in
        components[name].map { "\(name) \(Columns.fixed($0))" }
      }
      return "\(state) \(share.text(2)) (\(parts.joined(separator: ", "))"
        + (missing.isEmpty ? ")" : "; missing \(missing.joined(separator: ", ")))")
    }
  }
  struct Reading: Encodable {
    let year: Int
    /// `system` or `majors`.
    let among: String
    let states: Int
    let herfindahl: Ranged
    let effectivePoles: Ranged
    let con: Ranged
    let modelskiThompson: String
    let modelskiThompsonLeavingOneOut: [String]
    let poles: [Pole]
    let polarisation: Double?
    let statesWithPosition: Int?
    let statesWithoutValue: [String]
  }

  static let caveat = """
    Exact: no sampling error; in brackets the range with one component left out.
    CINC counts population and steel as much as spending: a pole is what its components make it.
    CON falls as states are added: read HHI beside it. The thresholds of the classes were made for
    sea power [?]. Do not compare the system of all states with that of the majors.
    """

  let schema = "entente-polarity/1"
  let method = "CINC from components, missing ones left out; divided by its sum; exact"
  let caveat = PolarityReport.caveat
  let components: [String]
  let readings: [Reading]
  let notes: [String]

  init(
    _ table: CapabilityTable, years: [Int], majors: MajorPowers?, names: [String: String],
    positions: ((Int, String) -> Double?)?, alpha: Double, notes known: [String] = []
  ) throws(StructureError) {
    var readings: [Reading] = []
    var notes = known
    for year in years {
      var sets: [Set<String>?] = [nil]
      if let members = majors?.members(in: year) {
        if members.count > 1 {
          sets.append(members)
        } else {
          notes.append("\(year): \(members.count) major powers on the list, no reading of them")
        }
      }
      for members in sets {
        let index = try table.index(in: year, among: members)
        let reading = PolarityReading(index)
        var polarisation: (value: Double, states: Int)?
        if let positions {
          let known = index.states.indices.compactMap { i in
            positions(year, index.states[i]).map { (index.shares[i], $0) }
          }
          if known.count >= 2 {
            polarisation = (
              try Polarisation.index(
                weights: known.map(\.0), positions: known.map(\.1), alpha: alpha), known.count
            )
          } else {
            notes.append("\(year): no polarisation, \(known.count) states with a position")
          }
        }
        readings.append(
          Reading(
            year: year, among: members == nil ? "system" : "majors", states: reading.states,
            herfindahl: Ranged(reading.herfindahl),
            effectivePoles: Ranged(reading.effectivePoles), con: Ranged(reading.concentration),
            modelskiThompson: reading.powerClass.rawValue,
            modelskiThompsonLeavingOneOut: Set(reading.classesLeavingOneOut.map(\.rawValue))
              .sorted(),
            poles: reading.poles.map { pole in
              Pole(
                state: names[pole.state] ?? pole.state, share: Ranged(pole.share),
                components: Dictionary(
                  uniqueKeysWithValues: pole.components.map { ($0.name, $0.share) }),
                missing: pole.missing)
            }, polarisation: polarisation?.value, statesWithPosition: polarisation?.states,
            statesWithoutValue: reading.statesWithoutValue.map { names[$0] ?? $0 }))
      }
    }
    if let majors, let last = years.last, last > majors.lastYear {
      notes.append("majors of \(majors.lastYear) carried on to \(last): the list ends there")
    }
    if positions != nil {
      notes.append(
        "polarisation: Esteban and Ray, alpha \(Columns.fixed(alpha)), weights CINC, 1 for two equal "
          + "halves at the ends")
    }
    components = table.components
    self.readings = readings
    self.notes = notes
  }

  var text: String {
    let hasPositions = readings.contains { $0.polarisation != nil }
    let header =
      ["year", "among", "N", "HHI", "poles", "CON", "class [?]"] + (hasPositions ? ["ER"] : [])
    let rows = readings.map { reading in
      let others = reading.modelskiThompsonLeavingOneOut.filter { $0 != reading.modelskiThompson }
      return [
        "\(reading.year)", reading.among, "\(reading.states)", reading.herfindahl.text(4),
        reading.effectivePoles.text(1), reading.con.text(4),
        reading.modelskiThompson
          + (others.isEmpty ? "" : " (or \(others.joined(separator: ", ")))"),
      ] + (hasPositions ? [reading.polarisation.map { Columns.fixed($0, 3) } ?? ""] : [])
    }
    var lines = [Columns.text(header, rows, left: 2), "", "top three, with component shares:"]
    for reading in readings {
      lines.append("\(reading.year) \(reading.among)")
      lines += reading.poles.map { "  " + $0.text(components) }
      if !reading.statesWithoutValue.isEmpty {
        lines.append(
          "  not counted, no component: \(reading.statesWithoutValue.joined(separator: ", "))")
      }
    }
    return (lines + [""] + notes + [Self.caveat]).joined(separator: "\n")
  }
}
