import EntenteNumerics
import EntenteStructure
import Testing

@Suite struct AllianceDilemmas {
  static func dilemma(
    _ state: String, _ year: Int, threat: Double? = 5, consultation: Double? = 0.5,
    conflict: Double? = 0.2
  ) -> AllianceDilemma {
    AllianceDilemma(
      .init(
        state: state, ally: "ally", year: year, threat: threat, capability: 2, allyCapability: 8,
        obligation: 1, troops: nil, consultation: consultation, allyConflict: conflict,
        alignment: 0.5))
  }

  @Test func `fears by hand, and nothing where a part is missing`() {
    let one = Self.dilemma("A", 2020)
    #expect(one.dependence == 0.5 && one.commitment == 0.75)
    #expect(one.abandonment == 0.125 && abs((one.entrapment ?? 0) - 0.1) < 1e-12)
    #expect(Self.dilemma("A", 2020, threat: 50).dependence == 1)
    #expect(Self.dilemma("A", 2020, threat: nil).abandonment == nil)
    #expect(Self.dilemma("A", 2020, consultation: nil).commitment == 1)
    #expect(Self.dilemma("A", 2020, conflict: nil).entrapment == nil)
  }

  @Test func `moves are counted within a state, from year to year`() {
    let dilemmas = [
      Self.dilemma("A", 2020), Self.dilemma("A", 2021, consultation: 0.7, conflict: 0.3),
      Self.dilemma("A", 2022, consultation: 0.9, conflict: 0.1),
      // A gap, and another state: no moves.
      Self.dilemma("A", 2024, consultation: 0.1, conflict: 0.4), Self.dilemma("B", 2025),
    ]
    let tradeOff = DilemmaTradeOff(dilemmas.reversed())
    #expect(tradeOff.opposite.trials == 2 && tradeOff.opposite.successes == 1)
    #expect(DilemmaTradeOff([]).opposite.trials == 0 && DilemmaTradeOff([]).tauB == nil)
  }
}
