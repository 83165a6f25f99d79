/// How concentrated capabilities are among a set of states in one year, and in whose hands.
///
/// Every number is exact: it has no sampling error. What it has is a choice of components, hence the
/// range when one of them is left out.
public struct PolarityReading: Hashable, Sendable {
  /// A number with its smallest and largest value when one component is left out.
  public struct Ranged: Hashable, Sendable {
    public let value: Double
    /// Nil where fewer than two components can be left out.
    public let low: Double?
    public let high: Double?
  }

  /// A state with its share and the component shares that it is made of.
  public struct Pole: Hashable, Sendable {
    public struct Component: Hashable, Sendable {
      public let name: String
      public let share: Double
    }

    public let state: String
    public let share: Ranged
    public let components: [Component]
    public let missing: [String]
  }

  public let year: Int
  public let states: Int
  /// Herfindahl-Hirschman index Σ s².
  public let herfindahl: Ranged
  /// 1 / Σ s².
  public let effectivePoles: Ranged
  /// Ray and Singer's CON.
  public let concentration: Ranged
  public let powerClass: PowerClass
  /// The class with each component left out in turn; more than one means that the class hangs on them.
  public let classesLeavingOneOut: [PowerClass]
  /// The three largest, in order.
  public let poles: [Pole]
  public let statesWithoutValue: [String]

  /// - Complexity: O(states × components²).
  public init(_ index: CompositeIndex) {
    let shares = index.shares
    let others = index.components.indices.compactMap { index.shares(leavingOut: $0) }
    func ranged(_ formula: ([Double]) -> Double) -> Ranged {
      let values = others.count > 1 ? others.map(formula) : []
      return Ranged(value: formula(shares), low: values.min(), high: values.max())
    }
    year = index.year
    states = shares.count
    herfindahl = ranged(Concentration.herfindahl)
    effectivePoles = ranged(Concentration.effectivePoles)
    concentration = ranged(Concentration.rayAndSinger)
    powerClass = PowerClass(of: shares)
    classesLeavingOneOut = others.map { PowerClass(of: $0) }
    statesWithoutValue = index.statesWithoutValue
    let order = shares.indices.sorted { (shares[$1], $0) < (shares[$0], $1) }
    poles = order.prefix(3).map { i in
      let known = zip(index.components, index.componentShares[i])
      return Pole(
        state: index.states[i], share: ranged { $0[i] },
        components: known.compactMap { name, share in
          share.map { Pole.Component(name: name, share: $0) }
        }, missing: known.filter { $0.1 == nil }.map(\.0))
    }
  }
}
