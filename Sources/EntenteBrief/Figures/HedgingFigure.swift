import EntenteNumerics
import EntenteRecord

/// With whom a state meets of the two between which it may hedge, year by year, and every meeting.
enum HedgingFigure {
  typealias Reading = BriefReport.HedgingReport.Reading

  static func draft(_ index: BriefIndex) -> FigureDraft? {
    guard let states = index.report.hedging, !states.isEmpty else { return nil }
    let chart = chart(index, states)
    let low = Wording.fixed(states[0].low, 1)
    let high = Wording.fixed(states[0].high, 1)
    let meetings = states.flatMap(\.readings).map(\.share.n).reduce(0, +)
    return FigureDraft(
      id: "hedging", title: title(states),
      howToRead:
        "Share of the first pole among a state’s meetings with two, by year. Grey: \(low) to \(high), "
        + "where the rules see hedging. Ticks: each meeting, above with the first pole, below with "
        + "the second. Meetings say with whom a state talks, not whom it follows: on coded history "
        + "the rule did not tell hedging from other conduct, so it is never decided.",
      key: [
        (
          Drawing.key(width: 34) {
            Drawing.vertical("lq", x: "17", y1: 0, y2: 12)
            Drawing.at(x: "17", y: 6) { el(.circle, .class("brkp"), .set("r", 4)) }
          }, "year with 90% interval"
        ),
        (
          Drawing.key(width: 34) {
            el(.circle, .class("fq"), .set("cx", "17"), .set("cy", "6"), .set("r", 4))
          },
          "no meeting"
        ),
        (
          Drawing.key(width: 34) {
            el(.rect, .class("few"), .set("x", "4"), .set("width", "26"), .set("height", "12"))
          }, "hedging by the rules"
        ),
        (
          Drawing.key(width: 34) {
            for x in ["10", "17", "20"] { Drawing.vertical("lu", x: x, y1: 2, y2: 10) }
          }, "a meeting"
        ),
      ],
      body: chart.page, folded: folded(index, states), plate: chart.plate, table: table(states),
      sample: "\(Wording.count(meetings, "meeting")) of \(Wording.count(states.count, "state")).",
      interval: "90%, share of meetings with half a meeting added to each side.",
      source: index.sourceLine(states.flatMap { $0.readings.map(\.evidence) }), evidence: [])
  }

  /// Where a year's whole interval lies.
  private enum Standing { case between, oneSided, open }

  private static func standing(_ reading: Reading, _ state: BriefReport.HedgingReport) -> Standing {
    guard let low = reading.share.low, let high = reading.share.high, reading.share.n > 0 else {
      return .open
    }
    if low >= state.low && high <= state.high { return .between }
    return high < state.low || low > state.high ? .oneSided : .open
  }

  private static func title(_ states: [BriefReport.HedgingReport]) -> String {
    let all = states.flatMap { state in state.readings.map { standing($0, state) } }
    let between = all.count { $0 == .between }
    let oneSided = all.count { $0 == .oneSided }
    return Wording.capitalised(
      "\(Wording.wordOrNone(between)) of \(Wording.count(all.count, "state-year")) "
        + "\(between < 2 ? "lies" : "lie") between the poles for sure, \(Wording.wordOrNone(oneSided)) "
        + "to one side; for the rest a year’s meetings are too few to tell")
  }

  private static func chart(
    _ index: BriefIndex, _ states: [BriefReport.HedgingReport]
  ) -> PeriodChart {
    let rows = states.map { state in
      PeriodChart.Row(
        title: index.name(state.state), range: 0...1,
        levels: [
          .init(value: 1, label: index.name(state.first), isBelow: true),
          .init(value: 0, label: index.name(state.second)),
        ], band: state.low...max(state.low, state.high),
        points: state.readings.map {
          .init(from: $0.from, to: $0.to, estimate: $0.share, isEmpty: $0.share.n == 0)
        },
        above: state.readings.flatMap { $0.withFirst.map(\.day) },
        below: state.readings.flatMap { $0.withSecond.map(\.day) })
    }
    let readings = states.flatMap(\.readings)
    let start = readings.map(\.from).min() ?? Day(number: 0)
    let end = readings.map(\.to).max() ?? start
    return PeriodChart(
      id: "hedging", title: "Meetings of \(Wording.count(states.count, "state")) with two poles",
      description: description(index, states),
      axis: TimeAxis(start: start, end: end.adding(days: 1)), rows: rows)
  }

  private static func description(
    _ index: BriefIndex, _ states: [BriefReport.HedgingReport]
  ) -> String {
    states.map { state in
      "\(index.name(state.state)), share of \(index.name(state.first)): "
        + state.readings.map { reading in
          "\(reading.period) "
            + (reading.share.n == 0 ? "no meeting" : Wording.fixed(reading.share.value, 2))
        }.joined(separator: ", ")
    }.joined(separator: ". ") + ". A table follows."
  }

  private static func folded(
    _ index: BriefIndex, _ states: [BriefReport.HedgingReport]
  ) -> Markup {
    el(.details, .class("tbl")) {
      el(.summary) { "Table: every year, with its meetings" }
      el(.table, .class("dt")) {
        el(.thead) {
          el(.tr) {
            for head in ["State and year", "First pole", "Second pole", "Share of the first"] {
              el(.th, .set("scope", "col")) { head }
            }
          }
        }
        el(.tbody) {
          for state in states {
            for reading in state.readings {
              el(.tr) {
                el(.th, .set("scope", "row")) {
                  "\(index.name(state.state)) \(reading.period)"
                  index.marks([reading.evidence])
                }
                el(.td) { days(index.name(state.first), reading.withFirst) }
                el(.td) { days(index.name(state.second), reading.withSecond) }
                el(.td, .class("nr")) {
                  reading.share.n == 0
                    ? "no meeting"
                    : Wording.fixed(reading.share.value, 2) + Wording.bounds(reading.share)
                }
              }
            }
          }
        }
      }
    }
  }

  /// `China, 3: 5 Jan, 7 May, 9 Oct`.
  private static func days(_ name: String, _ meetings: [BriefReport.HedgingReport.Meeting])
    -> String
  {
    guard !meetings.isEmpty else { return "\(name), none" }
    let dates = meetings.map { String($0.day.text.dropLast(5)) }
    return "\(name), \(meetings.count): \(dates.joined(separator: ", "))"
  }

  private static func table(_ states: [BriefReport.HedgingReport]) -> Table {
    Table(
      head: [
        "state", "period", "first", "second", "with_first", "with_second", "share", "low", "high",
        "events_first", "events_second", "evidence",
      ],
      rows: states.flatMap { state in
        state.readings.map { reading in
          let ids = [reading.withFirst, reading.withSecond].map { meetings in
            meetings.map(\.id).joined(separator: " ")
          }
          return [
            state.state.text, reading.period, state.first.text, state.second.text,
            "\(reading.withFirst.count)", "\(reading.withSecond.count)",
          ] + [reading.share.value, reading.share.low, reading.share.high].map(Table.number) + ids
            + [reading.evidence]
        }
      })
  }
}
