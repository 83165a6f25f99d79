import EntenteBrief
import EntenteNumerics
import EntenteRecord

/// Curves, breaks, triggers and rivals of the made-up report.
enum SampleSeries {
  static func curves() -> [BriefReport.Curve] {
    Sample.dyads.enumerated().map { place, dyad in
      var dice = Sample.Dice(state: UInt64(place + 1) &* 7919)
      let change = 120 + 9 * place
      let (before, after) = (Sample.level(place) / 4, Sample.level(place))
      let days = Sample.days()
      return .init(
        dyad: dyad, start: Sample.start,
        values: (0..<Sample.weeks).map { week in
          let noise = dice.next() + dice.next() + dice.next()
          return days[week] == 0 ? nil : (week < change ? before : after) + noise
        },
        levels: [
          .init(from: 0, to: change - 1, mean: before),
          .init(from: change, to: Sample.weeks - 1, mean: after),
        ])
    }
  }

  static func dating() -> [BriefReport.DyadDating] {
    Sample.dyads.enumerated().map { place, dyad in
      let week = Sample.start.adding(days: 7 * (120 + 9 * place))
      let size = Sample.level(place) * 0.75
      let isBroken = abs(size) > 0.2
      return .init(
        dyad: dyad, name: Sample.name(dyad), side: Sample.side(dyad),
        pValue: isBroken ? 0.004 : 0.4, pStandardError: 0.001, pAdjusted: isBroken ? 0.02 : 0.6,
        survives: isBroken && place != 13,
        breaks: isBroken
          ? [
            .init(
              week: week, from: week.adding(days: -42), to: week.adding(days: 70),
              direction: size > 0 ? 1 : -1, size: Sample.estimate(size, 0.2, n: 321),
              sizeInSD: abs(size) * 2, isLasting: place != 7, evidence: "break.\(dyad)")
          ] : [],
        pulseWeek: nil, pulseZ: nil, residualSD: 0.5,
        powerOneSD: Estimate(value: 0.62, n: 200, method: "share of 200 planted shifts"),
        powerTwoSD: Estimate(value: 0.97, n: 200, method: "share of 200 planted shifts"),
        problem: place == 2 ? "too few weeks with news" : nil, evidence: "break.\(dyad)")
    }
  }

  static func marks() -> [BriefReport.EventMark] {
    let list = [
      ("fts", "2017-11-10", "Indo-Pacific concept"), ("fts-2", "2019-11-04", "Indo-Pacific report"),
      ("war", "2022-02-24", "Invasion of Ukraine"), ("chips", "2022-10-07", "US chip controls"),
      ("strategy", "2022-12-16", "Japan’s security strategy"),
      ("normal", "2023-03-16", "Seoul–Tokyo normalisation"),
      ("camp-david", "2023-08-18", "Camp David summit"),
    ]
    return list.map { id, day, text in
      .init(
        id: id, day: Sample.day(day), text: text, actors: [], isTrigger: true,
        isContested: id == "fts-2", grade: nil, reference: nil)
    } + [
      .init(
        id: "visit", day: Sample.day("2023-09-13"), text: "Kim visits Vostochny",
        actors: Sample.actors(["PRK", "RUS"]), isTrigger: false, isContested: false, grade: "A",
        reference: "TASS")
    ]
  }

  static func attribution() -> [BriefReport.RivalsReport] {
    let responses = ["CHN-RUS", "PRK-RUS"].compactMap { Dyad($0) }
    func weight(
      _ id: String, _ label: String, _ day: String?, _ value: Double, _ low: Double?,
      _ high: Double?, _ order: [String], _ placebo: Double?
    ) -> BriefReport.RivalsReport.Weight {
      .init(
        id: id, label: label, day: day.flatMap { Day($0) }, weight: value, low: low, high: high,
        order: order, placebo: placebo, power: placebo == nil ? nil : 0.52,
        effects: placebo == nil
          ? []
          : responses.map {
            .init(
              dyad: $0, estimate: Sample.estimate(0.6, 0.3), placeboDates: 0.05, placeboDyads: 0.1)
          }, evidence: "rival.\(id)")
    }
    return [
      .init(
        id: "axis", title: "The two warming legs", responses: responses,
        weights: [
          weight(
            "war", "Invasion of Ukraine", "2022-02-24", 0.31, 0.15, 0.49,
            ["CHN-RUS: inside", "PRK-RUS: 17 months before"], 0.05),
          weight("accumulation", "Triggers piling up", nil, 0.27, 0.11, 0.45, [], nil),
          weight(
            "camp-david", "Camp David summit", "2023-08-18", 0.12, nil, nil,
            ["CHN-RUS: 17 months after", "PRK-RUS: inside"], 0.35),
          weight("shock", "A common shock", nil, 0.14, 0.05, 0.28, [], nil),
          weight("none", "None of those listed", nil, 0.16, 0.05, 0.31, [], nil),
        ],
        decision: "No explanation carries half the weight: these data do not single one out.",
        nearby: ["Kim visits Vostochny, 13 Sep 2023"], independentDates: 20,
        smallestEffectSeen: 0.55)
    ]
  }
}
