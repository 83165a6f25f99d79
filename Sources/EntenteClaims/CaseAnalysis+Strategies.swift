import EntenteHistory
import EntenteRecord
public import EntenteStrategies

struct StrategyKey: Hashable, Sendable {
  let state: ActorCode?
  let span: Span?
  let toward: ActorCode?
  let includesContested: Bool
}

extension CaseAnalysis {
  private func strategyOptions(_ key: StrategyKey, threads: Int) -> StrategyOptions {
    StrategyOptions(
      draws: min(draws, StrategyOptions.enoughDraws), seed: seed, threads: threads,
      includesContested: key.includesContested, toward: key.toward)
  }

  /// Arranged once: the affinity that it holds is the one that every other question is asked of.
  private var strategyEvidence: CaseEvidence {
    strategyEvidenceMemo.value(of: AffinityOptions()) {
      CaseEvidence(of: subject, affinity: affinity(under: Settings()))
    }
  }

  /// What every core state did, year by year.
  public var strategies: [StateStrategy] {
    let key = StrategyKey(state: nil, span: nil, toward: nil, includesContested: true)
    return strategyMemo.value(of: key) {
      Strategies.table(of: strategyEvidence, options: strategyOptions(key, threads: threads))
    }
  }

  /// What a state did in a span, bandwagoning towards one state alone if it is given.
  func strategy(
    of state: ActorCode, toward: ActorCode?, in span: Span, under settings: Settings
  ) -> StateStrategy? {
    let key = StrategyKey(
      state: state, span: span, toward: toward, includesContested: settings.includesContested)
    return strategyMemo.value(of: key) {
      [
        Strategies.assessment(
          of: state, in: span, strategyEvidence, options: strategyOptions(key, threads: 1))
      ]
      .compactMap { $0 }
    }.first
  }
}
