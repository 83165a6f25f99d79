/// What a case says about its states' strategies that no table can: who may threaten whom, between
/// whom a state may hedge, who is at war, and thresholds that the user has moved.
public struct StrategyDeclaration: Hashable, Sendable {
  /// The two states between which a state may hedge.
  public struct Poles: Hashable, Sendable {
    public let first: ActorCode
    public let second: ActorCode

    public init(_ first: ActorCode, _ second: ActorCode) {
      self.first = first
      self.second = second
    }
  }

  /// States that project power far from home: proximity fades more slowly for them.
  public let majors: [ActorCode]
  public let poles: [ActorCode: Poles]
  /// Whom a state may feel threatened by; without an entry every state that is no standing ally.
  public let threats: [ActorCode: [ActorCode]]
  /// Days from which a state is at war.
  public let atWar: [ActorCode: Day]
  /// Yearly counts that stand for effort where a state's spending is not known: ids of series.
  public let effortSeries: [ActorCode: String]
  /// Thresholds by name, in place of the defaults.
  public let thresholds: [String: Double]

  /// Names of the thresholds that a case may move.
  public static let thresholdNames = [
    "effort", "means", "growth", "launches", "joint-acts-rise", "joint-acts", "commitment",
    "posture", "threat", "hedging-low", "hedging-high", "meetings", "partner-effort",
    "concessions", "dominance", "warming", "support", "strength", "joint-acts-fall",
    "hostility-change",
  ]

  public static let empty = StrategyDeclaration(
    majors: [], poles: [:], threats: [:], atWar: [:], effortSeries: [:], thresholds: [:])

  public init(
    majors: [ActorCode], poles: [ActorCode: Poles], threats: [ActorCode: [ActorCode]],
    atWar: [ActorCode: Day], effortSeries: [ActorCode: String], thresholds: [String: Double]
  ) {
    self.majors = majors
    self.poles = poles
    self.threats = threats
    self.atWar = atWar
    self.effortSeries = effortSeries
    self.thresholds = thresholds
  }
}
