import EntenteRecord

/// The actor effects of every week of a panel, wherever they come from.
struct EffectTable {
  let source: AffinityPanel.EffectSource
  /// By week; NaN where the week has no effects.
  private let mean: [Double]
  private let effects: [ActorCode: [Double]]

  init(_ panel: WeeklyPanel, _ options: AffinityOptions) {
    guard options.removesActorEffects else {
      self.init(.kept)
      return
    }
    if !panel.actorEffects.isEmpty && !options.fitsOnCore {
      self.init(shipped: panel)
    } else {
      self.init(fittedOn: panel)
    }
  }

  private init(
    _ source: AffinityPanel.EffectSource, mean: [Double] = [], effects: [ActorCode: [Double]] = [:]
  ) {
    self.source = source
    self.mean = mean
    self.effects = effects
  }

  private init(shipped panel: WeeklyPanel) {
    let missing = [Double](repeating: .nan, count: panel.weeks.count)
    var mean = missing
    var effects: [ActorCode: [Double]] = [:]
    let index = Dictionary(
      panel.weeks.enumerated().map { ($1, $0) }, uniquingKeysWith: { first, _ in first })
    for row in panel.actorEffects {
      guard let week = index[row.week] else { continue }
      mean[week] = row.mean
      for (actor, effect) in row.effects { effects[actor, default: missing][week] = effect }
    }
    self.init(.shipped, mean: mean, effects: effects)
  }

  private init(fittedOn panel: WeeklyPanel) {
    let core = panel.core
    guard core.count >= 4 else {
      self.init(
        .unavailable(
          "actor effects need at least 4 core states or shipped effects; the case has "
            + "\(core.count) and ships none"))
      return
    }
    let dyads = Dyad.all(of: core)
    let absent = dyads.filter { panel.raw[$0] == nil }
    guard absent.isEmpty else {
      let names = absent.map(\.description).joined(separator: ", ")
      self.init(
        .unavailable("actor effects need every pair of core states; the series lacks \(names)"))
      return
    }
    let tamed = dyads.map { (panel.share(of: $0) ?? []).map(AffinityPanel.tame) }
    var mean: [Double] = []
    var effects: [ActorCode: [Double]] = [:]
    // NaN of any pair spreads to the whole week, which is then left out.
    for week in panel.weeks.indices {
      let fit = ActorEffects(pairs: tamed.map { $0[week] }, count: core.count)
      mean.append(fit.mean)
      for (actor, effect) in zip(core, fit.effects) { effects[actor, default: []].append(effect) }
    }
    self.init(.fitted(states: core.count), mean: mean, effects: effects)
  }

  /// Takes the effects of both states out of a pair's tamed shares.
  func remainder(of tamed: [Double], _ dyad: Dyad) -> Result<[Double], HistoryError> {
    switch source {
    case .kept: return .success(tamed)
    case .unavailable(let reason): return .failure(HistoryError(.noActorEffects, reason))
    case .shipped, .fitted: break
    }
    guard let first = effects[dyad.first], let second = effects[dyad.second] else {
      let lacking = [dyad.first, dyad.second].filter { effects[$0] == nil }.map(\.text)
      let table = source == .shipped ? "shipped for" : "fitted for core states only, not"
      let verb = source == .shipped ? "no actor effects are " : "actor effects are "
      return .failure(
        HistoryError(
          .noActorEffects, verb + table + " " + lacking.joined(separator: " and ")))
    }
    return .success(tamed.indices.map { tamed[$0] - mean[$0] - first[$0] - second[$0] })
  }
}
