import EntenteNumerics
import EntenteRecord

/// A group around its hub over time: dealings of the spokes, the hub's part, and how much of an
/// institution there is.
enum HubFigure {
  typealias Reading = BriefReport.HubReport.Reading

  static func draft(_ index: BriefIndex) -> FigureDraft? {
    guard let hub = index.report.hub, let first = hub.readings.first,
      let last = hub.readings.last
    else { return nil }
    let name = index.name(hub.hub)
    // "26 weeks' volume, bootstrap of 4-week blocks": the weeks differ, the rest does not.
    let method = first.spokeRatio.method.split(separator: ", ").dropFirst().joined(separator: ", ")
    let hasInstitution = hub.readings.contains { $0.institution != nil }
    return FigureDraft(
      id: "hub", title: title(index, hub, first, last),
      howToRead:
        "By half-year: what two spokes deal with each other over what hub and spoke deal, then "
        + "the part of \(the(name)) in all dealings\(hasInstitution ? ", then points of a standing institution, of eight" : ""). "
        + "Dealings are volume of news events, quarrels too: read a rise together with what the events were. "
        + (hasInstitution
          ? "Each point rests on dated events and ties. The index is Entente’s own." : ""),
      key: key(hasInstitution), body: chart(index, hub).page, folded: folded(index, hub),
      plate: chart(index, hub).plate, table: table(hub),
      sample: "\(hub.readings.map(\.weeks).min() ?? 0) to \(hub.readings.map(\.weeks).max() ?? 0) "
        + "weeks × \(Wording.count(hub.members.count * (hub.members.count - 1) / 2, "pair")).",
      interval: "90%, \(method); none on the index, which is exact given its evidence.",
      source: index.sourceLine(hub.readings.map(\.evidence)), evidence: [])
  }

  private static func the(_ name: String) -> String {
    name.hasPrefix("United") ? "the \(name)" : name
  }

  private static func title(
    _ index: BriefIndex, _ hub: BriefReport.HubReport, _ first: Reading, _ last: Reading
  ) -> String {
    func apart(_ a: Estimate, _ b: Estimate) -> Bool {
      guard let low = a.low, let high = a.high, let other = b.low, let top = b.high else {
        return false
      }
      return high < other || top < low
    }
    let centre = the(index.name(hub.hub))
    let spokes = Wording.list(hub.members.filter { $0 != hub.hub }.map(index.name))
    let (then, now) = (first.spokeRatio, last.spokeRatio)
    let periods = "\(Wording.period(first.period)) and \(Wording.period(last.period))"
    guard apart(then, now) else {
      return
        "Dealings among \(spokes) beside those with \(centre) cannot be told apart in \(periods)"
    }
    return "\(spokes) dealt with each other \(Wording.fixed(then.value, 2)) times as much as with "
      + "\(centre) in \(Wording.period(first.period)), \(Wording.fixed(now.value, 2)) times in "
      + Wording.period(last.period)
  }

  private static func key(_ hasInstitution: Bool) -> [(mark: Markup, text: String)] {
    var key: [(mark: Markup, text: String)] = [
      (
        Drawing.key(width: 34) {
          Drawing.vertical("lq", x: "17", y1: 0, y2: 12)
          Drawing.at(x: "17", y: 6) { el(.circle, .class("brkp"), .set("r", 4)) }
        }, "half-year with 90% interval"
      )
    ]
    if hasInstitution {
      key.append(
        (
          Drawing.key(width: 34) {
            el(.rect, .class("bar"), .set("x", "4"), .set("width", "26"), .set("height", "12"))
          }, "points on the last day of the half-year"
        ))
    }
    return key
  }

  private static func chart(_ index: BriefIndex, _ hub: BriefReport.HubReport) -> PeriodChart {
    func points(_ key: KeyPath<Reading, Estimate>) -> [PeriodChart.Point] {
      hub.readings.map { .init(from: $0.from, to: $0.to, estimate: $0[keyPath: key]) }
    }
    let ratios = hub.readings.map { $0.spokeRatio.high ?? $0.spokeRatio.value }
    let equal = 2 / Double(hub.members.count)
    var rows = [
      PeriodChart.Row(
        title: "Spokes over hub", range: 0...max(1.2, (ratios.max() ?? 1) * 1.05),
        levels: [.init(value: 1, label: "1: as with the hub")],
        points: points(\.spokeRatio)),
      PeriodChart.Row(
        title: "Part of the hub", range: 0...1,
        levels: [
          .init(value: equal, label: "\(Wording.fixed(equal, 2)): all deal alike", isBelow: true)
        ],
        points: points(\.hubShare)),
    ]
    let bars = hub.readings.compactMap { reading in
      reading.institution.map {
        PeriodChart.Bar(from: reading.from, to: reading.to, value: Double($0), label: "\($0)")
      }
    }
    if !bars.isEmpty {
      rows.append(PeriodChart.Row(title: "Institution, of 8", range: 0...10, bars: bars))
    }
    let start = hub.readings.first?.from ?? Day(number: 0)
    return PeriodChart(
      id: "hub", title: "\(Wording.count(hub.readings.count, "half-year")) of a group and its hub",
      description: description(index, hub),
      axis: TimeAxis(start: start, end: (hub.readings.last?.to ?? start).adding(days: 1)),
      rows: rows)
  }

  private static func description(_ index: BriefIndex, _ hub: BriefReport.HubReport) -> String {
    hub.readings.map { reading in
      "\(Wording.period(reading.period)): spokes over hub \(Wording.fixed(reading.spokeRatio.value, 2)), "
        + "part of the hub \(Wording.fixed(reading.hubShare.value, 2))"
        + (reading.institution.map { ", institution \($0)" } ?? "")
    }.joined(separator: "; ") + ". A table follows."
  }

  private static func folded(_ index: BriefIndex, _ hub: BriefReport.HubReport) -> Markup {
    el(.details, .class("tbl")) {
      el(.summary) { "Table: every half-year, with its evidence" }
      el(.table, .class("dt")) {
        el(.thead) {
          el(.tr) {
            for head in ["Half-year", "Spokes over hub", "Part of the hub", "Institution"] {
              el(.th, .set("scope", "col")) { head }
            }
          }
        }
        el(.tbody) {
          for reading in hub.readings {
            el(.tr) {
              el(.th, .set("scope", "row")) {
                Wording.period(reading.period)
                index.marks([reading.evidence])
              }
              for estimate in [reading.spokeRatio, reading.hubShare] {
                el(.td, .class("nr")) {
                  Wording.fixed(estimate.value, 2) + Wording.bounds(estimate)
                }
              }
              el(.td) { reading.institution.map { "\($0) of 8" } ?? "not measured" }
            }
          }
        }
      }
    }
  }

  private static func table(_ hub: BriefReport.HubReport) -> Table {
    Table(
      head: [
        "group", "hub", "period", "from", "to", "weeks", "spoke_ratio", "spoke_ratio_low",
        "spoke_ratio_high", "hub_share", "hub_share_low", "hub_share_high", "institution",
        "evidence",
      ],
      rows: hub.readings.map { reading in
        let numbers = [
          reading.spokeRatio.value, reading.spokeRatio.low, reading.spokeRatio.high,
          reading.hubShare.value, reading.hubShare.low, reading.hubShare.high,
        ].map(Table.number)
        return [
          hub.group, hub.hub.text, reading.period, reading.from.description,
          reading.to.description, "\(reading.weeks)",
        ] + numbers + [reading.institution.map { "\($0)" } ?? "", reading.evidence]
      })
  }
}
