import EntenteBrief
import EntenteClaims
import EntenteNumerics
import EntenteRecord

/// A made-up report with everything that a report can hold; none of its numbers means anything.
enum Sample {
  static let codes = ["CHN", "JPN", "KOR", "PRK", "RUS", "USA"].compactMap { ActorCode($0) }
  static let names = ["China", "Japan", "South Korea", "North Korea", "Russia", "United States"]
  static let blocs = [["CHN", "PRK", "RUS"], ["JPN", "KOR", "USA"]]
  static let dyads = Dyad.all(of: codes)
  static let start = day("2018-01-01")
  static let end = day("2024-02-23")
  static let weeks = 321

  static func day(_ text: String) -> Day { Day(text) ?? Day(number: 0) }
  static func dyad(_ text: String) -> Dyad? { Dyad(text) }

  static func side(_ dyad: Dyad) -> String {
    for (position, bloc) in blocs.enumerated()
    where bloc.contains(dyad.first.text) && bloc.contains(dyad.second.text) {
      return position == 0 ? "axis" : "trilateral"
    }
    return "across"
  }

  static func name(_ dyad: Dyad) -> String {
    func name(_ code: ActorCode) -> String { codes.firstIndex(of: code).map { names[$0] } ?? "?" }
    return "\(name(dyad.first))-\(name(dyad.second))"
  }

  static func estimate(_ value: Double, _ half: Double, n: Int = 26, p: Double? = nil) -> Estimate {
    Estimate(
      value: value, low: value - half, high: value + half, n: n, probabilityPositive: p,
      method: "mean of \(n) weeks, bootstrap of 8-week blocks")
  }

  static func chance(_ value: Double, _ low: Double, _ high: Double) -> Estimate {
    Estimate(
      value: value, low: low, high: high, n: 26, method: "share of 2,000 draws, nested bootstrap")
  }

  /// A small generator: the sample must be the same everywhere.
  struct Dice {
    var state: UInt64
    mutating func next() -> Double {
      state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
      return Double(state >> 11) / Double(UInt64(1) << 53) - 0.5
    }
  }

  static func word(_ p: Double) -> String { p >= 0.9 ? "warm" : p <= 0.1 ? "cold" : "cannot tell" }

  /// In the order of `dyads`.
  static func level(_ place: Int) -> Double {
    [
      -0.1, 0.09, -0.07, 1.64, 0.83, 0.88, -0.77, 0.05, 0.31, -0.92, 0.3, 0.49, 1.52, -1.32, -0.52,
    ][place % 15]
  }

  static func chanceWarm(_ level: Double) -> Double { min(0.999, max(0.001, 0.5 + level)) }

  static let periods = (2018...2023).flatMap { year in ["\(year)H1", "\(year)H2"] }

  static func report() -> BriefReport {
    BriefReport(
      program: .init(name: "Entente", version: "0.9.0"),
      run: .init(
        caseID: "northeast-asia", seed: 20_231_001, draws: 2000,
        files: [
          CaseFile(path: "claims.yaml", sha256: String(repeating: "a1", count: 32), rows: 20),
          CaseFile(path: "chronology.csv", sha256: String(repeating: "b2", count: 32), rows: 212),
        ]),
      title: "Northeast Asia, 2018–2024",
      question: "Have China, North Korea and Russia formed an axis?", asOf: end,
      coverage: .init(weeks: weeks, from: start, to: end, missingDays: 96, daysPresent: days()),
      headline: .init(
        text: "An axis on two legs, not three",
        deck: "Russia is warm with China and with North Korea. Whether China and North Korea are "
          + "warm with each other, these data cannot tell.",
        asOf: "As of 23 Feb 2024, the last day of the series.", reading: "two-legs"),
      keyNumbers: keyNumbers(), answers: answers(),
      actors: zip(codes, names).map { .init(code: $0, name: $1, role: "core") },
      groups: [
        .init(id: "axis", title: "The supposed axis", members: actors(blocs[0])),
        .init(id: "trilateral", title: "The trilateral", members: actors(blocs[1])),
      ],
      legs: legs(), periods: periodReports(), blocs: blocReport(), dating: SampleSeries.dating(),
      curves: SampleSeries.curves(), marks: SampleSeries.marks(),
      attribution: SampleSeries.attribution(),
      measures: [
        .init(
          id: "frustration", title: "Frustration index", period: "2023H2",
          estimate: estimate(0.21, 0.08), note: "Ties to turn before the six fall into two camps.",
          evidence: "measure.frustration"),
        .init(
          id: "brokerage", title: "Brokerage of Russia", period: "2023H2", estimate: nil,
          note: "Not measured: too few draws agree on signs.", evidence: "measure.none"),
      ],
      strategies: [], documents: SampleClaims.documents(), claims: SampleClaims.claims(),
      questions: [
        .init(
          id: "q-visit", question: "Does Putin visit Pyongyang by 30 June 2024?",
          issuedBy: "diplomat-2023", issued: day("2023-10-01"), horizon: day("2024-06-30"),
          outcome: "yes", resolved: day("2024-06-19"), claim: "1.3", isRetrodiction: true),
        .init(
          id: "q-nato", question: "Does an Asian NATO come into being by the end of 2030?",
          issuedBy: "riac-2023", issued: day("2023-12-01"), horizon: day("2030-12-31"),
          outcome: "open", resolved: nil, claim: nil, isRetrodiction: false),
      ],
      afterwards: [
        .init(
          id: "treaty", day: day("2024-06-19"),
          text: "North Korea and Russia sign a treaty of mutual assistance",
          actors: actors(["PRK", "RUS"]), isTrigger: false, isContested: false, grade: "A",
          reference: "Kremlin, 19 Jun 2024"),
        .init(
          id: "troops", day: day("2024-10-18"), text: "Seoul reports North Korean troops in Russia",
          actors: actors(["PRK", "RUS"]), isTrigger: false, isContested: true, grade: "B",
          reference: nil),
      ],
      mentioned: [], robustness: readings(),
      methods: [
        .init(
          id: "affinity", title: "Affinity",
          text: "Score over the week’s volume, tamed, two-way fit over all states.",
          reference: "Hoff (2005)."),
        .init(id: "breaks", title: "Breaks", text: "Segmentation pair by pair.", reference: ""),
        .init(id: "rivals", title: "Rivals", text: "Posterior over rivals.", reference: ""),
        .init(id: "claims", title: "Claims", text: "Each claim by its own tests.", reference: ""),
      ],
      sources: [
        .init(
          id: "gdelt", title: "GDELT dyad scores", source: "GDELT Project, daily, undirected",
          terms: "free with attribution", file: "gdelt.csv",
          sha256: String(repeating: "c3", count: 32)),
        .init(
          id: "chronology", title: "Case chronology", source: "Compiled by hand", terms: "CC BY",
          file: "chronology.csv", sha256: ""),
      ],
      limits: [
        "Closeness in the news is not alliance.", "The series has no direction.",
      ],
      citations: [
        "Leetaru, K. and Schrodt, P. (2013). GDELT: Global Data on Events, Location, and Tone.",
        "Walt, S. (1987). The Origins of Alliances.",
      ], evidence: evidence())
  }

  static func readings() -> [BriefReport.ReadingReport] {
    (0..<24).map { (place: Int) -> BriefReport.ReadingReport in
      let reading = place % 5 == 4 ? "all-legs" : place % 7 == 6 ? "one-leg" : "two-legs"
      let fit = place % 2 == 0 ? "actor effects taken out" : "actor effects left in"
      return BriefReport.ReadingReport(
        choices: ["blocks of \([4, 8, 13][place % 3]) weeks", fit], reading: reading,
        warmLegs: ["CHN-RUS", "PRK-RUS"])
    }
  }

  static func actors(_ codes: [String]) -> [ActorCode] { codes.compactMap { ActorCode($0) } }

  static func days() -> [Int] {
    (0..<weeks).map { week in
      switch week {
      case 147...149: 3
      case 255...284 where week % 4 == 3: 2
      case 286...288: 0
      default: week % 29 == 11 ? 6 : 7
      }
    }
  }

  static func keyNumbers() -> [BriefReport.KeyNumber] {
    let (a, b) = (chance(0.41, 0.27, 0.58), chance(0.004, 0, 0.01))
    return [
      .init(
        label: "All three legs warm, 2023 H2", estimate: a, display: Wording.percent(a.value),
        interval: Wording.percentRange(0.27, 0.58), word: Wording.probabilityWord(a.value),
        definition: "All three ties inside the supposed axis warmer than expected at once.",
        evidence: "joint.2023H2"),
      .init(
        label: "... and all nine ties across cold", estimate: b, display: Wording.percent(b.value),
        interval: Wording.percentRange(0, 0.01), word: Wording.probabilityWord(b.value),
        definition: "The strict definition: those three warm and every tie across cold.",
        evidence: "strict.2023H2"),
    ]
  }

  static func answers() -> [BriefReport.Answer] {
    [
      .init(
        id: "axis", question: "Is there an axis?",
        answer: "Two legs of three. All three warm at once: about as likely as not, 41% (27–58).",
        evidence: ["joint.2023H2"]),
      .init(
        id: "since", question: "Since when?",
        answer: "China–Russia from 7 Mar 2022 (31 Jan – 16 May 2022); North Korea–Russia from "
          + "24 Jul 2023 (5 Jun – 18 Sep 2023).", evidence: ["break.CHN-RUS", "break.PRK-RUS"]),
      .init(
        id: "triggers", question: "What triggered it?",
        answer: "The war leads with 31%, then accumulation with 27%; none passes half.",
        evidence: ["rival.war"]),
      .init(
        id: "claims", question: "Which claims of each article survive?",
        answer: "Of the first 4 of 11 are supported, of the second 3 of 9.",
        evidence: ["counts", "nowhere"]),
      .init(
        id: "sure", question: "How sure are we, and what would change our mind?",
        answer: "“Two legs” stands in 71% of 24 analyses. A lasting warming of China–North Korea "
          + "would change it.", evidence: ["grid"]),
    ]
  }

  static func legs() -> [BriefReport.LegReport] {
    dyads.enumerated().map { place, dyad in
      let level = level(place)
      let p = chanceWarm(level)
      return .init(
        dyad: dyad, name: name(dyad), side: side(dyad), period: "2023H2",
        adjusted: estimate(level, 0.25 + 0.02 * Double(place), p: p),
        unadjusted: estimate(level + 0.35, 0.3, p: chanceWarm(level + 0.35)),
        raw: estimate(level * 9, 4), word: word(p), evidence: "affinity.\(dyad).2023H2")
    }
  }

  static func periodReports() -> [BriefReport.PeriodReport] {
    (periods + ["2024H1"]).enumerated().map { place, period in
      let from = start.adding(days: 182 * place)
      return .init(
        period: period, from: from, to: from.adding(days: 181), weeks: place == 12 ? 8 : 26,
        isThin: place == 12,
        cells: dyads.enumerated().map { position, dyad in
          let level = level(position) * Double(place - 3) / 9 + level(position + 4) / 4
          return .init(
            dyad: dyad,
            adjusted: place == 2 && position == 3
              ? nil : estimate(level, 0.3, p: chanceWarm(level)),
            unadjusted: nil, evidence: "affinity.\(dyad).\(period)")
        })
    }
  }

  static func blocReport() -> BriefReport.BlocReport {
    let splits = [
      "CHN PRK RUS | JPN KOR USA", "CHN RUS | JPN KOR PRK USA", "PRK | CHN JPN KOR RUS USA",
    ]
    let list = (periods + ["2024H1"]).enumerated().map { place, period in
      let first = 0.09 + 0.03 * Double(place)
      let shares = [first, 0.24, 0.12]
      return BriefReport.BlocReport.Period(
        period: period, weeks: place == 12 ? 8 : 26, isThin: place == 12,
        bestTwoWay: splits[place > 5 ? 0 : 1],
        twoWay: zip(splits, shares).map {
          .init(partition: $0, share: $1, low: $1 - 0.02, high: $1 + 0.02)
        }, bestAny: "CHN PRK RUS | JPN | KOR USA",
        any: [
          .init(partition: "CHN PRK RUS | JPN | KOR USA", share: 0.18, low: 0.16, high: 0.2)
        ], supportOfBlocs: first, allLegsWarm: chance(min(0.41, first), 0.2, 0.5),
        allCrossCold: place == 0 ? nil : chance(0.004, 0, 0.01), evidence: "blocs.\(period)")
    }
    return .init(
      periods: list,
      changes: [
        .init(
          from: "2020H2", to: "2021H1", before: splits[1], after: splits[0], isSupported: false)
      ], draws: 2000)
  }

  static func evidence() -> [Evidence] {
    func line(_ id: String, _ text: String, method: String = "affinity") -> Evidence {
      Evidence(
        id: id, text: text, estimate: estimate(0.4, 0.1), method: method,
        sources: ["gdelt", "chronology"], sample: "26 weeks")
    }
    let cells = (periods + ["2024H1"]).flatMap { period in
      dyads.map { line("affinity.\($0).\(period)", "\(name($0)) in \(Wording.period(period)).") }
    }
    let blocs = (periods + ["2024H1"]).map { line("blocs.\($0)", "Splits in \($0).") }
    return [
      line("joint.2023H2", "All three legs warm at once."),
      line("strict.2023H2", "Legs warm and all ties across cold."),
      line("grid", "Twenty-four analyses.", method: "claims"),
      line("counts", "Verdicts counted.", method: "claims"),
      line("measure.frustration", "Frustration index."),
    ] + cells + blocs
      + dyads.map { line("break.\($0)", "Breaks of \(name($0)).", method: "breaks") }
      + ["war", "accumulation", "camp-david", "none"].map {
        line("rival.\($0)", "Weight of \($0).", method: "rivals")
      }
  }
}
