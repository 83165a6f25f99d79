import EntenteHistory
import EntenteNumerics
import EntenteRecord
import EntenteStructure
import Testing

@Suite struct Measures {
  @Test func `every measure has a name of its own and says what it is`() {
    let names = MeasureCatalog.all.map { $0.name }
    #expect(Set(names).count == names.count)
    #expect(
      MeasureCatalog.names == [
        "dependence.share", "hub.centralisation", "hub.spoke-ratio", "hub.us-share",
        "polarity.con", "polarity.effective-poles", "polarity.hhi",
      ])
    for measure in MeasureCatalog.all {
      #expect(
        [measure.title, measure.formula, measure.reference, measure.caveat]
          .allSatisfy { !$0.isEmpty }, "\(measure.name)")
      #expect(MeasureCatalog.named(measure.name) == measure)
    }
  }

  @Test func `every measure refuses an empty case with a reason`() throws {
    let context = MeasureContext(of: try SyntheticCase.record(core: "CHN JPN KOR"), panel: nil)
    for measure in MeasureCatalog.all {
      let subjects: [Subject?] = [nil, Subject("CHN>JPN")]
      for subject in subjects {
        let error = #expect(throws: StructureError.self, "\(measure.name)") {
          try measure.value(of: subject, in: SyntheticPanel.span(weeks: 52), context)
        }
        #expect(error?.message.isEmpty == false)
      }
    }
  }

  @Test func `concentration by pencil and paper`() {
    #expect(abs(Concentration.herfindahl([1, 1, 2]) - 0.375) < 1e-15)
    #expect(abs(Concentration.effectivePoles([5, 5, 5, 5]) - 4) < 1e-12)
    #expect(Concentration.rayAndSinger([3, 3, 3]) < 1e-7)
    #expect(abs(Concentration.rayAndSinger([1, 0, 0]) - 1) < 1e-12)
    // s = .5 .3 .2: (.38 − 1/3)/(2/3) = .07.
    #expect(abs(Concentration.rayAndSinger([5, 3, 2]) - 0.07.squareRoot()) < 1e-12)
  }

  @Test func `polarity names the top pole, its parts and its range`() throws {
    var rows: [Attribute] = []
    let table: [(String, Double, [Double?])] = [
      ("CHN", 0.2, [10, 40]), ("JPN", 0.05, [10, 10]), ("PRK", 0.01, [nil, 2]),
    ]
    for (code, cinc, components) in table {
      rows.append(SyntheticCase.attribute(code, 2020, "cinc", cinc))
      for (name, value) in zip(["nmc-milex", "nmc-tpop"], components) {
        if let value { rows.append(SyntheticCase.attribute(code, 2020, name, value)) }
      }
    }
    rows.append(SyntheticCase.attribute("world", 2020, "nmc-milex", 100))
    rows.append(SyntheticCase.attribute("world", 2020, "nmc-tpop", 100))
    // A later year that lacks a state must not be taken.
    rows.append(SyntheticCase.attribute("CHN", 2021, "cinc", 0.9))
    let record = try SyntheticCase.record(core: "CHN JPN PRK", attributes: rows)
    let context = MeasureContext(of: record, panel: nil)
    let hhi = try HerfindahlPolarity.value(of: nil, in: SyntheticCase.year(2018, 2022), context)
    let expected = (0.04 + 0.0025 + 0.0001) / (0.26 * 0.26)
    #expect(abs(hhi.estimate.value - expected) < 1e-12)
    #expect(hhi.estimate.isExact)
    #expect(hhi.parts.first == Measurement.Part("CHN", 0.2 / 0.26))
    #expect(
      hhi.notes.contains {
        $0.hasPrefix("top pole CHN") && $0.contains("military spending 0.100")
      })
    #expect(hhi.notes.contains { $0.contains("PRK milex") })
    let con = try ConcentrationPolarity.value(of: nil, in: SyntheticCase.year(2020, 2020), context)
    #expect(con.estimate.method.contains("2020"))
  }

  @Test func `trade shares average over years and admit recalled figures`() throws {
    let record = try SyntheticCase.record(
      core: "CHN PRK",
      attributes: [
        SyntheticCase.attribute("PRK>CHN", 2021, "trade-share", 90, unit: "percent"),
        SyntheticCase.attribute(
          "PRK>CHN", 2022, "trade-share", 96, unit: "percent", certainty: "B"),
        SyntheticCase.attribute("CHN>PRK", 2022, "trade-share", 0.01),
      ])
    let context = MeasureContext(of: record, panel: nil)
    let both = try TradeDependence.value(
      of: Subject("PRK>CHN"), in: SyntheticCase.year(2021, 2022), context)
    #expect(abs(both.estimate.value - 0.93) < 1e-12)
    #expect(both.estimate.n == 2 && !both.estimate.isExact)
    #expect(both.notes == ["not read in a source but recalled: 2022"])
    #expect(both.parts.contains { $0.label == "CHN>PRK" && abs($0.value - 0.01) < 1e-12 })
    let change = try TradeDependence.change(
      of: Subject("PRK>CHN"), from: SyntheticCase.year(2021, 2021),
      to: SyntheticCase.year(2022, 2022), context)
    #expect(abs(change.value - 0.06) < 1e-12)
    #expect(change.low == nil)
    let error = #expect(throws: StructureError.self) {
      try TradeDependence.value(
        of: Subject("PRK>CHN"), in: SyntheticCase.year(2010, 2012), context)
    }
    #expect(error?.code == .notAvailable)
    #expect(error?.message.contains("2021 to 2022") == true)
  }

  @Test func `a star is fully centralised and equals are not`() throws {
    let usa = try #require(ActorCode("USA"))
    let record = try SyntheticCase.record(
      core: "JPN KOR PHL USA", groups: ["triangle": "JPN KOR PHL USA"])
    func context(_ spokes: Double) -> MeasureContext {
      let actors = SyntheticPanel.codes("JPN KOR PHL USA")
      var raw: [Dyad: [Double]] = [:]
      for dyad in Dyad.all(of: actors) {
        raw[dyad] = (0..<26).map { $0 % 2 == 0 ? 4 : -4 }.map {
          dyad.contains(usa) ? $0 : $0 * spokes
        }
      }
      let panel = WeeklyPanel(
        weeks: (0..<26).map { SyntheticPanel.start.adding(days: 7 * $0) },
        daysPresent: Array(repeating: 7, count: 26), volume: Array(repeating: 100, count: 26),
        raw: raw, core: actors)
      return MeasureContext(of: record, panel: panel, options: StructureOptions(draws: 50))
    }
    let span = try SyntheticPanel.span(weeks: 26)
    for (spokes, centralisation, share) in [(0.0, 1.0, 1.0), (1.0, 0.0, 0.5)] {
      let context = context(spokes)
      let c = try HubCentralisation.value(of: nil, in: span, context).estimate
      #expect(abs(c.value - centralisation) < 1e-12)
      #expect(abs(try HubShare.value(of: nil, in: span, context).estimate.value - share) < 1e-12)
      #expect(abs(try SpokeRatio.value(of: nil, in: span, context).estimate.value - spokes) < 1e-12)
    }
    let error = #expect(throws: StructureError.self) {
      try SpokeRatio.value(of: Subject("CHN"), in: span, context(1))
    }
    #expect(error?.code == .wrongSubject)
  }
}
