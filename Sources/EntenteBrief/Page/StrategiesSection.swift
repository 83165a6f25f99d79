/// What each state does about its security, year by year.
enum StrategiesSection {
  static func section(_ index: BriefIndex, _ figures: FigureBlocks) -> Section? {
    guard !index.report.strategies.isEmpty else { return nil }
    return Section(
      id: "strategies", title: "What is each state doing?",
      lede: el(.p) {
        "Balancing, bandwagoning, hedging and distancing as far as yearly data can tell. "
          + "Strategies overlap; a state has no single label."
      },
      body: [figures.block("strategies"), figures.block("hedging"), figures.block("hub")])
  }
}
