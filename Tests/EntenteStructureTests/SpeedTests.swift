import EntenteHistory
import EntenteStructure
import Testing

@Suite struct Speed {
  @Test func `six states, thirteen half-years and a thousand draws take a moment`() throws {
    let panel = SyntheticPanel.panel(SyntheticPanel.six, weeks: 321, seed: 1) { _, _ in 0 }
    let affinity = SyntheticPanel.tamed(panel)
    let took = try ContinuousClock().measure {
      let history = try BlocHistory(
        of: affinity, actors: SyntheticPanel.six, options: StructureOptions(draws: 1000))
      #expect(history.eras.count == 13)
    }
    // It takes 0.1 s; generous, so that a busy machine does not fail it.
    #expect(took < .seconds(3))
  }
}
