import EntenteRecord

/// The test `strategy`, which asks what a state does about its security.
///
/// The measures do not exist yet, and the outcome says so.
public struct StrategyTest: ClaimTest {
  public static let name = "strategy"

  private let actor: ActorCode?
  private let strategy: String

  public init(_ reader: ParameterReader) {
    actor = reader.required("actor", "the code of a state").flatMap { reader.actor($0, "actor") }
    strategy = reader.text("strategy", "the name of a strategy")
    _ = reader.optional("toward")
    _ = reader.span("period")
  }

  public func outcome(
    _ id: String, under settings: Settings, in analysis: CaseAnalysis
  ) -> TestOutcome {
    let name = actor.map(analysis.subject.name(of:)) ?? "the state"
    return TestOutcome(
      id: id, test: Self.name, verdict: .cannotTell,
      finding:
        "Whether \(name) is \(strategy.replacing("-", with: " ")) cannot be told: no strategy measure yet.",
      reason: "no strategy measure yet", evidence: [], wouldFlip: "a measure of strategies")
  }
}
