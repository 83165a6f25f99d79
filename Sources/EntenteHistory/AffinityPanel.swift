public import EntenteRecord

/// Affinity of every pair by week: share of the world's volume, tamed, actor effects removed.
///
/// Formula: `r = 10⁴ x / V`, `y = sign(r) √|r|`, then `y_ij − g − a_i − a_j` with the effects of that
/// week. Relative affinity: who is closer than the two states' general conduct leads to expect; it
/// is not alliance.
/// Missing data: weeks without data are left out; so are weeks without actor effects, where these
/// are removed.
public struct AffinityPanel: Sendable {
  /// Where the actor effects come from.
  public enum EffectSource: Hashable, Sendable {
    /// Not removed, as asked.
    case kept
    /// Shipped with the case, fitted on all states.
    case shipped
    /// Fitted on the case's own core states.
    case fitted(states: Int)
    case unavailable(String)
  }

  public let options: AffinityOptions
  public let effectSource: EffectSource
  /// Pairs that can be read as asked.
  public let series: [Dyad: AffinitySeries]
  /// Unrelated pairs that can be read as asked, in alphabetical order.
  public let controls: [AffinitySeries]
  /// Why the others cannot.
  public let reasons: [Dyad: String]

  public subscript(dyad: Dyad) -> AffinitySeries? { series[dyad] }

  public init(_ panel: WeeklyPanel, options: AffinityOptions = AffinityOptions()) {
    let effects = EffectTable(panel, options)
    var series: [Dyad: AffinitySeries] = [:]
    var reasons: [Dyad: String] = [:]
    let reading: AffinitySeries.Reading = options.removesActorEffects ? .adjusted : .tamed

    func read(_ dyad: Dyad, _ shares: [Double]?) -> AffinitySeries? {
      let tamed = (shares ?? []).map(Self.tame)
      switch effects.remainder(of: tamed, dyad) {
      case .success(let values):
        return panel.series(of: dyad, as: reading, from: values, window: options.window)
      case .failure(let error):
        reasons[dyad] = error.message
        return nil
      }
    }

    for dyad in panel.dyads { series[dyad] = read(dyad, panel.share(of: dyad)) }
    controls = panel.controls.keys.sorted().compactMap { read($0, panel.controlShare(of: $0)) }
    self.options = options
    self.series = series
    self.reasons = reasons
    effectSource = effects.source
  }

  /// A pair's affinity, or the reason why there is none.
  ///
  /// - Throws: `HistoryError` with `.noActorEffects` or `.unknownSubject`.
  public func affinity(of dyad: Dyad) throws(HistoryError) -> AffinitySeries {
    if let found = series[dyad] { return found }
    if let reason = reasons[dyad] { throw HistoryError(.noActorEffects, reason) }
    throw HistoryError(.unknownSubject, "\(dyad) is not in the affinity series")
  }

  /// Pairs that can be read, in alphabetical order.
  public var dyads: [Dyad] { series.keys.sorted() }

  /// Signed square root.
  public static func tame(_ share: Double) -> Double {
    share < 0 ? -(-share).squareRoot() : share.squareRoot()
  }
}
